// Reading the headers of a folder of revision files, as `history` and `heads` do.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "base/files.h"
#include "project/revision_files.h"
#include "project/revision_header.h"

namespace limbeck::project {
namespace {

std::string IdOf(int64_t number) {
  return fmt::format("{:012x}", number);
}

/// A stock revision file, about 2 kB.
std::string MakeRevision(int64_t number) {
  std::string text = fmt::format(
      "\"\"\"Change number {0}\n\nRevision ID: {1}\nRevises: {2}\nCreate Date: 2024-01-01 12:00:00.000000\n\n\"\"\"\n"
      "from typing import Sequence, Union\n\nfrom alembic import op\nimport sqlalchemy as sa\n\n\n"
      "# revision identifiers, used by Alembic.\nrevision: str = '{1}'\n"
      "down_revision: Union[str, Sequence[str], None] = {3}\n"
      "branch_labels: Union[str, Sequence[str], None] = None\n"
      "depends_on: Union[str, Sequence[str], None] = None\n\n\n"
      "def upgrade() -> None:\n    \"\"\"Upgrade schema.\"\"\"\n    op.create_table('table_{0}',\n",
      number, IdOf(number), number == 0 ? "" : IdOf(number - 1), number == 0 ? "None" : "'" + IdOf(number - 1) + "'");
  for (int column = 0; column < 18; ++column) {
    text += fmt::format("    sa.Column('column_{}', sa.String(length=40), nullable=True),\n", column);
  }
  return text + "    )\n\n\ndef downgrade() -> None:\n    op.drop_table('t')\n";
}

/// A folder of revision files on the disk, gone with the benchmark.
class Folder {
 public:
  explicit Folder(int64_t count) : path_(std::filesystem::temp_directory_path() / "limbeck-bench-XXXXXX") {
    std::string pattern = path_.string();
    path_ = ::mkdtemp(pattern.data());
    for (int64_t i = 0; i < count; ++i) files_->WriteFile(path_ / (IdOf(i) + "_change.py"), MakeRevision(i));
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  FileSystem& files() { return *files_; }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
  std::unique_ptr<FileSystem> files_ = MakeRealFileSystem();
};

void ScanFolder(benchmark::State& state) {
  Folder folder(state.range(0));
  ScriptDirectory directory;
  directory.version_locations = {folder.path()};
  for (auto _ : state) {
    const RevisionScan scan = ScanRevisions(directory, folder.files(), nullptr);
    if (scan.files.size() != static_cast<size_t>(state.range(0))) state.SkipWithError("files are missing");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(ScanFolder)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond)->UseRealTime();

void ScanHeader(benchmark::State& state) {
  const std::string text = MakeRevision(1);
  for (auto _ : state) benchmark::DoNotOptimize(ScanPythonHeader(text));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}
BENCHMARK(ScanHeader);

}  // namespace
}  // namespace limbeck::project

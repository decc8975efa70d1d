// Reading a folder of a thousand small files, which every command that looks at revisions does first.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/worker_pool.h"

namespace {

using limbeck::DirectoryEntry;
using limbeck::FileSystem;

constexpr int kFiles = 1000;
constexpr size_t kBytes = 900;

/// A temporary folder with the files; it goes with the object.
class Folder {
 public:
  Folder() : path_("/tmp/limbeck-bench-XXXXXX"), files_(limbeck::MakeRealFileSystem()) {
    if (::mkdtemp(path_.data()) == nullptr) std::abort();
    for (int number = 0; number < kFiles; ++number) {
      files_->WriteFile(path_ + "/" + std::to_string(number) + ".py", std::string(kBytes, '#'));
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  const std::string& path() const { return path_; }
  FileSystem& files() const { return *files_; }

 private:
  std::string path_;
  std::unique_ptr<FileSystem> files_;
};

void ListFolder(benchmark::State& state) {
  const Folder folder;
  for (auto _ : state) benchmark::DoNotOptimize(folder.files().ListDirectory(folder.path()));
}
BENCHMARK(ListFolder)->Unit(benchmark::kMicrosecond);

void ReadAll(benchmark::State& state) {
  const Folder folder;
  for (auto _ : state) {
    for (const DirectoryEntry& entry : folder.files().ListDirectory(folder.path())) {
      benchmark::DoNotOptimize(folder.files().ReadFile(folder.path() + "/" + entry.name));
    }
  }
}
BENCHMARK(ReadAll)->Unit(benchmark::kMicrosecond);

void ReadAllInParallel(benchmark::State& state) {
  const Folder folder;
  const std::vector<DirectoryEntry> entries = folder.files().ListDirectory(folder.path());
  for (auto _ : state) {
    limbeck::ParallelFor(entries.size(), 64, [&](size_t begin, size_t end) {
      for (size_t number = begin; number < end; ++number) {
        benchmark::DoNotOptimize(folder.files().ReadFile(folder.path() + "/" + entries[number].name));
      }
    });
  }
}
BENCHMARK(ReadAllInParallel)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace

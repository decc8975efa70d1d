// Parsing Python: the modules that are compiled into the program, which are ordinary code with docstrings and comments,
// and a revision script such as `revision --autogenerate` writes.

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#include "base/embedded_file.h"
#include "base/source.h"
#include "python/lexer.h"
#include "python/parser.h"

namespace {

using limbeck::SourceFile;
using limbeck::SourcePtr;

std::vector<SourcePtr> Modules() {
  std::vector<SourcePtr> sources;
  for (const limbeck::EmbeddedFile& file : limbeck::python::EmbeddedFiles()) {
    sources.push_back(std::make_shared<SourceFile>(std::string(file.path), std::string(file.text)));
  }
  return sources;
}

std::string TableText(int number) {
  const std::string name = "account_" + std::to_string(number);
  return "    op.create_table('" + name +
         "',\n"
         "    sa.Column('id', sa.Integer(), nullable=False),\n"
         "    sa.Column('name', sa.String(length=50), server_default=sa.text(\"'none'\"), nullable=True),\n"
         "    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),\n"
         "    sa.ForeignKeyConstraint(['id'], ['owner.id'], name=op.f('fk_" +
         name +
         "_id_owner'), ondelete='CASCADE'),\n"
         "    sa.PrimaryKeyConstraint('id', name=op.f('pk_" +
         name +
         "'))\n"
         "    )\n"
         "    op.create_index(op.f('ix_" +
         name + "_name'), '" + name + "', ['name'], unique=False)\n";
}

SourcePtr RevisionScript() {
  std::string text =
      "\"\"\"add tables\n\nRevision ID: 1a2b3c4d5e6f\nRevises: \nCreate Date: 2024-01-01 00:00:00.000000\n\n\"\"\"\n"
      "from alembic import op\nimport sqlalchemy as sa\n\n\n# revision identifiers, used by Alembic.\n"
      "revision: str = '1a2b3c4d5e6f'\ndown_revision = None\n\n\ndef upgrade() -> None:\n";
  for (int number = 0; number < 20; ++number) text += TableText(number);
  return std::make_shared<SourceFile>("1a2b3c4d5e6f_add_tables.py", text);
}

int64_t BytesOf(const std::vector<SourcePtr>& sources) {
  size_t bytes = 0;
  for (const SourcePtr& source : sources) bytes += source->text().size();
  return static_cast<int64_t>(bytes);
}

void TokenizeModules(benchmark::State& state) {
  const std::vector<SourcePtr> sources = Modules();
  for (auto _ : state) {
    for (const SourcePtr& source : sources) benchmark::DoNotOptimize(limbeck::python::Tokenize(*source));
  }
  state.SetBytesProcessed(state.iterations() * BytesOf(sources));
}
BENCHMARK(TokenizeModules)->Unit(benchmark::kMicrosecond);

void ParseModules(benchmark::State& state) {
  const std::vector<SourcePtr> sources = Modules();
  for (auto _ : state) {
    for (const SourcePtr& source : sources) benchmark::DoNotOptimize(limbeck::python::ParseModule(source));
  }
  state.SetBytesProcessed(state.iterations() * BytesOf(sources));
}
BENCHMARK(ParseModules)->Unit(benchmark::kMicrosecond);

void ParseRevision(benchmark::State& state) {
  const std::vector<SourcePtr> sources = {RevisionScript()};
  for (auto _ : state) benchmark::DoNotOptimize(limbeck::python::ParseModule(sources[0]));
  state.SetBytesProcessed(state.iterations() * BytesOf(sources));
}
BENCHMARK(ParseRevision)->Unit(benchmark::kMicrosecond);

}  // namespace

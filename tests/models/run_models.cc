// Runs files with models and compares the DDL of their tables with the text that real SQLAlchemy gave for them (see
// make_goldens.py). Without arguments: all of tests/models, one test each. With the path of a file: that one, and its
// DDL is shown.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "base/text.h"
#include "dialect/dialect.h"
#include "pymodules/modules.h"
#include "pymodules/schema_commands.h"
#include "pymodules/tables.h"
#include "python/interpreter.h"
#include "schema/foreign_types.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

/// `metadatas`, or that of Base, db or SQLModel: what the file's tables are in.
std::vector<Value> MetadataOf(Interpreter& interpreter, const Value& module) {
  const Value several = interpreter.FindAttribute(module, Symbol::Intern("metadatas"));
  if (!several.is_empty()) return interpreter.ToVector(several);
  for (const char* holder : {"Base", "db", "SQLModel"}) {
    const Value found = interpreter.FindAttribute(module, Symbol::Intern(holder));
    if (!found.is_empty()) return {interpreter.GetAttribute(found, Symbol::Intern("metadata"))};
  }
  return {interpreter.GetAttribute(module, Symbol::Intern("metadata"))};
}

/// SQLAlchemy keeps a table's indexes in a set: their order means nothing. They come last here.
void SortIndexes(std::vector<std::string>& statements) {
  const auto is_index = [](const std::string& text) {
    return text.starts_with("CREATE INDEX") || text.starts_with("CREATE UNIQUE INDEX");
  };
  const auto indexes = std::stable_partition(statements.begin(), statements.end(),
                                             [&](const std::string& text) { return !is_index(text); });
  std::sort(indexes, statements.end());
}

std::string RenderTables(const std::vector<schema::Table>& tables, const schema::NamingConvention& convention,
                         std::string_view name) {
  const dialect::Dialect& dialect = dialect::FindDialect(name);
  dialect::RunMemory memory;
  dialect::RenderOptions options;
  options.offline = true;
  options.naming_convention = &convention;
  std::string text;
  for (const schema::Table& table : tables) {
    std::vector<std::string> statements;
    for (const auto& statement :
         dialect.Render(ops::CreateTable{.table = table, .if_not_exists = {}}, options, memory).statements) {
      statements.emplace_back(Trim(statement.text));
    }
    SortIndexes(statements);
    for (const std::string& statement : statements) text += statement + ";\n\n";
  }
  return text;
}

std::string RenderMetadata(Interpreter& interpreter, const Value& metadata) {
  std::vector<schema::Table> tables;
  for (const Value& table : TablesOf(interpreter, metadata)) tables.push_back(ReadTable(interpreter, table, "table"));
  schema::ResolveReferents(tables);
  const schema::NamingConvention convention = ReadNamingConvention(interpreter, metadata);
  std::string text;
  for (const char* name : {"postgresql", "sqlite"}) {
    text += "-- " + std::string(name) + "\n\n" + RenderTables(tables, convention, name);
  }
  return text;
}

std::string DdlOf(const std::string& path) {
  const std::unique_ptr<FileSystem> files = MakeRealFileSystem();
  FakeClock clock;
  FakeEnvironment environment;
  LogTree log(clock, [](LogHandler::Target, const std::string&, std::string_view) {});
  python::InterpreterHost host;
  host.files = files.get();
  host.clock = &clock;
  host.environment = &environment;
  host.log = &log;
  std::string text;
  host.write = [&text](bool, std::string_view printed) { text += printed; };
  host.warn = [](std::string_view) {};
  python::InterpreterOptions options;
  options.search_path = {FolderOf(path)};
  options.defer_imports = true;
  Interpreter interpreter(std::move(host), std::move(options));
  AddModules(interpreter);
  try {
    return interpreter.AtEdge([&] {
      const Value module = interpreter.Import(StemOf(path));
      interpreter.RunDeferredImports();
      for (const Value& metadata : MetadataOf(interpreter, module)) text += RenderMetadata(interpreter, metadata);
      return text;
    });
  } catch (const Error& error) {
    std::string said = text + error.exception_class() + ": " + error.message() + "\n";
    for (const std::string& line : error.context()) said += "  " + line + "\n";
    return said;
  }
}

std::string GoldenOf(const std::string& path) {
  return path.substr(0, path.size() - 3) + ".sql";
}

class Models : public testing::Test {
 public:
  explicit Models(std::string path) : path_(std::move(path)) {}

  void TestBody() override { EXPECT_EQ(DdlOf(path_), MakeRealFileSystem()->ReadFile(GoldenOf(path_))) << path_; }

 private:
  const std::string path_;
};

void RegisterModels() {
  const std::unique_ptr<FileSystem> files = MakeRealFileSystem();
  for (const DirectoryEntry& entry : files->ListDirectory(LIMBECK_MODELS_DIR)) {
    const std::string path = JoinPath(LIMBECK_MODELS_DIR, entry.name);
    if (!entry.name.ends_with(".py") || !files->Exists(GoldenOf(path))) continue;
    testing::RegisterTest("Models", StemOf(path).c_str(), nullptr, nullptr, path.c_str(), 1,
                          [path]() -> testing::Test* { return new Models(path); });
  }
}

}  // namespace
}  // namespace limbeck::pymodules

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) return std::printf("%s", limbeck::pymodules::DdlOf(argv[1]).c_str()) < 0 ? 1 : 0;
  limbeck::pymodules::RegisterModels();
  return RUN_ALL_TESTS();
}

#include "python/failed_modules.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "python/import.h"
#include "python/traceback.h"
#include "python/waiting_imports.h"

namespace limbeck::python {
namespace {

using ast::As;
using ast::StmtKind;

/// What the text of a module has that describes tables, or makes what tables are described with.
constexpr std::array<std::string_view, 13> kSignsOfTables = {
    "__tablename__", "__table__", "mapped_column(", "Mapped[",         "Column(",          "Table(",    "table=True",
    "table = True",  "db.Model",  "(Model",         "DeclarativeBase", "declarative_base", "MetaData(",
};

/// Whether a Python file in the folder, or below it, describes tables.
bool FolderDescribesTables(FileSystem& files, const std::string& folder) {
  for (const DirectoryEntry& entry : files.ListDirectory(folder)) {
    const std::string path = JoinPath(folder, entry.name);
    if (entry.is_directory ? FolderDescribesTables(files, path)
                           : entry.name.ends_with(".py") && HasSignsOfTables(files.ReadFile(path))) {
      return true;
    }
  }
  return false;
}

std::string ParentOf(const std::string& name) {
  const size_t dot = name.rfind('.');
  return dot == std::string::npos ? "" : name.substr(0, dot);
}

/// "a.b" for the module of `from ..b import x` in a module; empty when there are too many dots.
std::string AbsoluteName(const FailedModule& module, const ast::ImportFrom& stmt) {
  const std::string written = stmt.module ? stmt.module.text() : "";
  if (stmt.level == 0) return written;
  std::string base = module.is_package ? module.name : ParentOf(module.name);
  for (uint32_t i = 1; i < stmt.level; ++i) base = ParentOf(base);
  if (base.empty() || written.empty()) return base;
  return base + "." + written;
}

void LetImportsWait(Interpreter& interpreter, const FailedModule& module, const ast::Stmt& stmt) {
  if (stmt.kind == StmtKind::kImport) {
    for (const ast::ImportName& name : As<ast::Import>(stmt).names) LetWait(interpreter, name.module.text());
  }
  if (stmt.kind != StmtKind::kImportFrom) return;
  const auto& from = As<ast::ImportFrom>(stmt);
  const std::string name = AbsoluteName(module, from);
  if (from.is_star) LetWait(interpreter, name);
  for (const ast::ImportedName& imported : from.names) LetWait(interpreter, name, imported.name);
}

}  // namespace

bool HasSignsOfTables(std::string_view text) {
  return std::any_of(kSignsOfTables.begin(), kSignsOfTables.end(),
                     [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool ForgivenFailures::IsLeftOut(const std::string& wanted) const {
  return left_out_.count(wanted) > 0 || left_out_.count(ParentOf(wanted)) > 0;
}

bool ForgivenFailures::DescribesTables(const FailedModule& module) const {
  FileSystem& files = *interpreter_.host().files;
  return module.is_package ? FolderDescribesTables(files, FolderOf(module.path))
                           : HasSignsOfTables(files.ReadFile(module.path));
}

bool ForgivenFailures::MayForgive() const {
  const std::vector<FailedModule>& failed = interpreter_.Service<FailedModules>().all;
  return !failed.empty() && std::none_of(failed.begin(), failed.end(),
                                         [this](const FailedModule& module) { return DescribesTables(module); });
}

void ForgivenFailures::Run(const std::string& wanted, const std::function<void()>& import) {
  if (IsLeftOut(wanted)) return;
  interpreter_.Service<FailedModules>().all.clear();
  try {
    import();
  } catch (const ScriptError& error) {
    const ExceptionObject& exception = *error.exception();
    const bool ends_the_run = !IsRefusal(exception) && !exception.type()->IsSubtypeOf(Exceptions().exception);
    if (ends_the_run || !MayForgive()) throw;
    Forgive(interpreter_.ToError(error).message());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kUnsupported || !MayForgive()) throw;
    Forgive(error.message());
  }
}

void ForgivenFailures::Forgive(const std::string& failure) {
  const std::vector<FailedModule> failed = interpreter_.Service<FailedModules>().all;
  for (const FailedModule& module : failed) {
    if (!left_out_.insert(module.name).second) continue;
    const auto tree = ParseScript(interpreter_, module.path, interpreter_.host().files->ReadFile(module.path));
    for (const auto& stmt : tree->body) LetImportsWait(interpreter_, module, *stmt);
  }
  interpreter_.Warn(
      Exceptions().runtime_warning,
      fmt::format("{} is left out, as it describes no tables and does not run: {}", failed.front().path, failure));
}

}  // namespace limbeck::python

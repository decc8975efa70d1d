#include "python/failed_modules.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "python/import.h"
#include "python/parser.h"
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

bool DescribesTables(std::string_view text) {
  return std::any_of(kSignsOfTables.begin(), kSignsOfTables.end(),
                     [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
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

bool ForgivenFailures::IsLeftOut(const std::string& wanted) const {
  return left_out_.count(wanted) > 0 || left_out_.count(ParentOf(wanted)) > 0;
}

bool ForgivenFailures::MayForgive() const {
  const std::vector<FailedModule>& failed = interpreter_.Service<FailedModules>().all;
  return !failed.empty() && std::none_of(failed.begin(), failed.end(), [this](const FailedModule& module) {
    return module.is_package || DescribesTables(interpreter_.host().files->ReadFile(module.path));
  });
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

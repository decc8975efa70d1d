// The header scanner against the parser: what the scanner takes from a file that is Python must be what the module's
// statements assign.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "limbeck/error.h"
#include "project/revision_header.h"
#include "python/ast.h"
#include "python/parser.h"

namespace {

namespace ast = limbeck::python::ast;

/// A text or None; items of other kinds cannot occur where the scanner was content.
std::optional<std::string> TextOf(const ast::Expr& expression) {
  const auto* constant = ast::TryAs<ast::Constant>(expression);
  if (constant == nullptr || constant->constant != ast::ConstantKind::kStr) return std::nullopt;
  return std::string(constant->text);
}

template <typename Node>
std::optional<std::vector<std::string>> ItemsOf(const ast::Expr& expression) {
  const auto* sequence = ast::TryAs<Node>(expression);
  if (sequence == nullptr) return std::nullopt;
  std::vector<std::string> items;
  for (const auto& element : sequence->elements) items.push_back(TextOf(*element).value_or("?"));
  return items;
}

std::optional<std::vector<std::string>> ListOf(const ast::Expr& expression) {
  if (const auto text = TextOf(expression)) return std::vector<std::string>{*text};
  if (const auto items = ItemsOf<ast::Tuple>(expression)) return items;
  if (const auto items = ItemsOf<ast::List>(expression)) return items;
  if (const auto items = ItemsOf<ast::Set>(expression)) return items;
  return std::vector<std::string>();
}

using Values = std::map<std::string, const ast::Expr*>;

void Assign(Values& values, const ast::Expr& target, const ast::Expr& value) {
  if (const auto* name = ast::TryAs<ast::Name>(target)) values[name->ref.symbol.text()] = &value;
}

Values ModuleValues(const ast::Module& module) {
  Values values;
  for (const auto& statement : module.body) {
    if (const auto* assign = ast::TryAs<ast::Assign>(*statement)) {
      for (const auto& target : assign->targets) Assign(values, *target, *assign->value);
    } else if (const auto* annotated = ast::TryAs<ast::AnnotatedAssign>(*statement)) {
      if (annotated->value) Assign(values, *annotated->target, *annotated->value);
    }
  }
  return values;
}

void Expect(bool condition) {
  if (!condition) __builtin_trap();
}

void Compare(const limbeck::project::RevisionHeader& header, const ast::Module& module) {
  const Values values = ModuleValues(module);
  const auto list = [&](const char* name) {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : ListOf(*found->second);
  };
  const auto revision = values.find("revision");
  Expect(header.revision == (revision == values.end() ? std::nullopt : TextOf(*revision->second)));
  Expect(header.down_revisions == list("down_revision"));
  Expect(header.branch_labels == list("branch_labels").value_or(std::vector<std::string>()));
  Expect(header.depends_on == list("depends_on").value_or(std::vector<std::string>()));
  Expect(header.docstring == module.code->docstring);
}

/// The scanner need not see assignments by ":=", and takes it that nothing shadows the names in other ways.
bool HasOddBindings(std::string_view text) {
  return text.find(":=") != std::string_view::npos || text.find('*') != std::string_view::npos ||
         text.find("\\N") != std::string_view::npos;
}

void Check(std::string_view text) {
  const limbeck::project::HeaderScan scan = limbeck::project::ScanPythonHeader(text);
  if (scan.not_literal || HasOddBindings(text)) return;
  const auto source = std::make_shared<limbeck::SourceFile>("x.py", std::string(text));
  const ast::ModulePtr module = limbeck::python::ParseModule(source);
  if (module->source == source) Compare(scan.header, *module);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    Check({reinterpret_cast<const char*>(data), size});
  } catch (const limbeck::Error&) {
    return 0;
  }
  return 0;
}

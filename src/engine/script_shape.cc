#include "engine/script_shape.h"

#include <algorithm>

#include "python/ast.h"
#include "python/parser.h"

namespace limbeck::engine {

namespace ast = python::ast;

bool RaisesAlways(const SourcePtr& script, const std::string& function, int line) {
  const ast::ModulePtr module = python::ParseModule(script);
  const auto raises = [&](const auto& step) {
    return step->kind == ast::StmtKind::kRaise && script->LineOf(step->span.begin) == line;
  };
  for (const auto& statement : module->body) {
    const auto* definition = ast::TryAs<ast::FunctionDef>(*statement);
    if (definition == nullptr || definition->name.symbol.text() != function) continue;
    const ast::Block& body = definition->function->body;
    if (std::any_of(body.begin(), body.end(), raises)) return true;
  }
  return false;
}

}  // namespace limbeck::engine

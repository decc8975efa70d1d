#include "engine/script_renderer.h"

#include "engine/interpreters.h"
#include "project/mako_native.h"
#include "project/mako_program.h"

namespace limbeck::engine {
namespace {

using python::Interpreter;
using python::Value;

std::vector<Value> Texts(const std::vector<std::string>& texts) {
  std::vector<Value> values;
  for (const std::string& text : texts) values.push_back(python::MakeStr(text));
  return values;
}

struct ToPython {
  Interpreter& interpreter;

  Value operator()(const project::PythonNone&) const { return Value::None(); }
  Value operator()(const std::string& text) const { return python::MakeStr(text); }
  Value operator()(const project::TextTuple& tuple) const { return python::MakeTuple(Texts(tuple.items)); }
  Value operator()(const project::TextList& list) const { return python::MakeList(Texts(list.items)); }
  Value operator()(const project::CreateDate& date) const {
    const Value type = interpreter.GetAttribute(interpreter.Import("datetime"), python::Symbol::Intern("datetime"));
    return interpreter.CallMethod(type, "fromisoformat", {python::MakeStr(date.Text())});
  }
};

}  // namespace

std::string ScriptRenderer::Render(const project::MakoTemplate& mako, const project::TemplateVariables& variables) {
  if (std::optional<std::string> text = project::RenderMakoNatively(mako, variables)) return *text;
  const project::MakoProgram program = project::TranslateMako(mako);
  const std::unique_ptr<Interpreter> interpreter = MakeInterpreter(services_, search_path_);
  const auto module =
      interpreter->RunSource(program.python()->path(), std::string(program.python()->text()), "script_mako");
  return interpreter->AtEdge([&] {
    const auto given = python::MakeDict();
    for (const auto& [name, value] : variables) {
      given->table.Set(*interpreter, python::MakeStr(name), std::visit(ToPython{*interpreter}, value));
    }
    return interpreter->Str(interpreter->CallMethod(module, "_mako_render", {given}));
  });
}

}  // namespace limbeck::engine

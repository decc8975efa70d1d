#include "engine/script_renderer.h"

#include "project/mako_native.h"
#include "project/mako_program.h"

namespace limbeck::engine {
namespace {

using python::Interpreter;
using python::Value;

constexpr const char* kConfig = "config";

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

/// comma(None) is "", comma("a") is "a", comma(["a", "b"]) is "a, b".
Value Comma(Interpreter& interpreter, python::Arguments& arguments) {
  const Value value = arguments.Required("value");
  arguments.Finish();
  if (value.is_none()) return python::MakeStr("");
  if (python::Cast<python::StrObject>(value) != nullptr) return value;
  return interpreter.CallMethod(python::MakeStr(", "), "join", {value});
}

/// "FAILED: Template rendering failed: NameError: Undefined", at the template's line.
Error RenderingFailed(const Error& error) {
  const std::string& name = error.exception_class();
  Error failed(ErrorKind::kCommand,
               "Template rendering failed: " + (name.empty() ? "" : name + ": ") + error.message());
  failed.At(error.place()).Hint(error.hint());
  return failed;
}

}  // namespace

std::string ScriptRenderer::Render(const project::MakoTemplate& mako, const project::TemplateVariables& variables) {
  std::set<std::string> elsewhere = {kConfig};
  const auto arguments = run_.TemplateArguments();
  for (const auto& entry : arguments->table.entries()) {
    if (!entry.key.is_empty()) elsewhere.insert(run_.interpreter().Str(entry.key));
  }
  if (std::optional<std::string> text = project::RenderMakoNatively(mako, variables, elsewhere)) return *text;
  const project::MakoProgram program = project::TranslateMako(mako);
  Interpreter& interpreter = run_.interpreter();
  try {
    const auto module =
        interpreter.RunSource(program.python()->path(), std::string(program.python()->text()), "script_mako");
    return interpreter.AtEdge(
        [&] { return interpreter.Str(interpreter.CallMethod(module, "_mako_render", {Given(variables)})); });
  } catch (const Error& error) {
    throw RenderingFailed(program.InTemplate(error));
  }
}

Value ScriptRenderer::Given(const project::TemplateVariables& variables) {
  Interpreter& interpreter = run_.interpreter();
  const auto given = python::MakeDict();
  given->table.Set(interpreter, python::MakeStr(kConfig), run_.Config());
  given->table.Set(interpreter, python::MakeStr("comma"), python::MakeFunction("format_as_comma", Comma));
  const auto arguments = run_.TemplateArguments();
  for (const auto& entry : arguments->table.entries()) {
    if (!entry.key.is_empty()) given->table.Set(interpreter, entry.key, entry.value);
  }
  for (const auto& [name, value] : variables) {
    given->table.Set(interpreter, python::MakeStr(name), std::visit(ToPython{interpreter}, value));
  }
  return given;
}

}  // namespace limbeck::engine

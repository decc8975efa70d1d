#include "pymodules/compiled.h"

#include "base/text.h"
#include "dialect/dialect.h"
#include "pymodules/expressions.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/selects.h"
#include "pymodules/statements.h"
#include "sql/value_text.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::Value;

struct CompiledState : python::NativeState {
  std::string text;
  Value params;
};

std::string CompiledText(Interpreter&, const Value& self) {
  return python::StateOf<CompiledState>(self)->text;
}
Value CompiledString(Interpreter& interpreter, const Value& self) {
  return python::MakeStr(CompiledText(interpreter, self));
}
Value CompiledParams(Interpreter&, const Value& self) {
  return python::StateOf<CompiledState>(self)->params;
}

/// Plain values as they are; others by their text.
Value ParameterValue(const sql::Value& value) {
  if (value.is_none()) return Value::None();
  if (const bool* truth = value.As<bool>()) return Value::Bool(*truth);
  if (const int64_t* number = value.As<int64_t>()) return Value::Int(*number);
  if (const double* number = value.As<double>()) return Value::Float(*number);
  if (const auto* text = value.As<std::string>()) return python::MakeStr(*text);
  if (const auto* list = value.As<sql::ValueList>()) {
    std::vector<Value> items;
    for (const sql::Value& item : list->items) items.push_back(ParameterValue(item));
    return python::MakeList(std::move(items));
  }
  return python::MakeStr(sql::ReprOf(value));
}

constexpr python::NativeProperty kCompiledProperties[] = {{"string", CompiledString}, {"params", CompiledParams}};

const python::TypeObject* CompiledClass() {
  static const python::TypeObject* const kClass = [] {
    python::Slots slots;
    slots.str = CompiledText;
    return python::MakeNativeType({.name = "SQLCompiler",
                                   .module = "sqlalchemy.sql.compiler",
                                   .properties = kCompiledProperties,
                                   .slots = slots});
  }();
  return kClass;
}

dialect::Statement Render(Interpreter& interpreter, const Value& self, const std::string& name,
                          const dialect::RenderOptions& options) {
  return WithScriptErrors(interpreter, [&] {
    const dialect::Dialect& dialect = dialect::FindDialect(name);
    const sql::Expression* expression = FindQuery(self) == nullptr ? FindExpression(self) : nullptr;
    if (expression == nullptr || expression->As<sql::Text>()) {
      return dialect.Render(ReadStatement(interpreter, self), options);
    }
    // A bare expression is what stands in a SELECT of it.
    dialect::Statement statement =
        dialect.Render(sql::Query{sql::Select{.columns = {}, .having = {*expression}}}, options);
    const size_t start = statement.text.find("HAVING ");
    statement.text = statement.text.substr(start == std::string::npos ? 0 : start + 7);
    return statement;
  });
}

}  // namespace

std::string StatementText(Interpreter& interpreter, const Value& self) {
  const dialect::RenderOptions options{.parameter_style = dialect::ParameterStyle::kNamed, .offline = true};
  return ReplaceAll(Render(interpreter, self, "postgresql", options).text, " \n LIMIT ", "\n LIMIT ");
}

Value CompileMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value bind = interpreter.Resolve(arguments.OrNone("bind"));
  Value dialect = interpreter.Resolve(arguments.OrNone("dialect"));
  const Value options_given = interpreter.Resolve(arguments.Keyword("compile_kwargs"));
  arguments.RestKeywords();
  arguments.Finish();
  if (dialect.is_none() && !bind.is_none()) dialect = interpreter.GetAttribute(bind, Symbol::Intern("dialect"));
  dialect::RenderOptions options{.parameter_style = dialect::ParameterStyle::kNamed, .offline = true};
  if (const auto* given = python::Cast<python::DictObject>(options_given)) {
    const auto* entry = given->table.Find(interpreter, python::MakeStr("literal_binds"));
    options.literal_binds = entry != nullptr && interpreter.Truth(entry->value);
  }
  std::string name = "postgresql";
  if (!dialect.is_none()) {
    name = interpreter.Str(interpreter.GetAttribute(dialect, Symbol::Intern("name")));
    options.parameter_style = name == "sqlite" ? dialect::ParameterStyle::kNative : dialect::ParameterStyle::kPyformat;
  }
  const dialect::Statement statement = Render(interpreter, self, name, options);
  auto state = std::make_unique<CompiledState>();
  state->text = dialect.is_none() ? ReplaceAll(statement.text, " \n LIMIT ", "\n LIMIT ") : statement.text;
  const auto params = python::MakeDict();
  for (const dialect::Parameter& parameter : statement.parameters) {
    params->table.Set(interpreter, python::MakeStr(parameter.name), ParameterValue(parameter.value));
  }
  state->params = params;
  return python::MakeInstance(CompiledClass(), std::move(state));
}

}  // namespace limbeck::pymodules

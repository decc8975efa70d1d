#include "pymodules/function_names.h"

#include "base/text.h"
#include "pymodules/expression_functions.h"
#include "pymodules/expressions.h"
#include "pymodules/sql_values.h"
#include "pymodules/type_classes.h"
#include "python/interpreter.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;
using sql::Operator;

struct FunctionNameState : python::NativeState {
  std::vector<sql::Name> path;
};

/// func.cast, func.extract and func.next_value are what the functions without "func." are; empty for others.
Value CallSpecialFunction(Interpreter& interpreter, const std::vector<sql::Name>& path,
                          const python::CallArguments& given) {
  if (path.size() != 1) return Value();
  const std::string name = ToLower(path.front().text);
  if (name == "next_value" && given.positional.size() == 1) {
    return interpreter.CallMethod(interpreter.Resolve(given.positional[0]), "next_value", {});
  }
  const bool is_pair = given.positional.size() == 2;
  if (!is_pair || (name != "cast" && name != "extract")) return Value();
  Arguments arguments(interpreter, name, given);
  return name == "cast" ? CallCast(interpreter, arguments) : CallExtract(interpreter, arguments);
}

Value CallFunctionName(Interpreter& interpreter, const Value& self, python::CallArguments& given) {
  const auto* state = python::StateOf<FunctionNameState>(self);
  if (const Value special = CallSpecialFunction(interpreter, state->path, given); !special.is_empty()) return special;
  Arguments arguments(interpreter, state->path.empty() ? "func" : state->path.back().text, given);
  std::vector<sql::Expression> values;
  for (const Value& value : arguments.Rest()) {
    const sql::Expression* expression = FindExpression(interpreter.Resolve(value));
    const std::string hint = state->path.empty() ? "param" : state->path.back().text;
    values.push_back(expression ? *expression
                     : interpreter.Resolve(value).is_none()
                         ? sql::Null()
                         : sql::Literal(ReadSqlValue(interpreter, value, hint), {}, hint));
  }
  const Value type = arguments.Keyword("type_");
  const sql::Type given_type = type.is_empty() ? sql::Type() : ReadType(interpreter, type, "type_");
  arguments.Finish();
  if (state->path.size() == 1) {
    return WrapExpression(sql::Call(state->path.front().text, std::move(values), given_type));
  }
  for (sql::Expression& value : values) value = sql::SelfGroup(value, Operator::kComma);
  return WrapExpression(
      sql::Expression(sql::Function{.path = state->path, .arguments = std::move(values), .type = given_type}));
}

Value MakeFunctionName(std::vector<sql::Name> path);

/// func.lower, func.pg_catalog.now; a name's trailing underscore is Python's need (func.max_).
Value ExtendFunctionName(Interpreter&, const Value& self, Symbol name) {
  const std::string& text = name.text();
  if (text.compare(0, 2, "__") == 0) return Value();
  std::vector<sql::Name> path = python::StateOf<FunctionNameState>(self)->path;
  path.emplace_back(text.back() == '_' ? text.substr(0, text.size() - 1) : text);
  return MakeFunctionName(std::move(path));
}

Value MakeFunctionName(std::vector<sql::Name> path) {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.call = CallFunctionName;
    slots.get_attribute = ExtendFunctionName;
    return python::MakeNativeType({.name = "_FunctionGenerator", .module = "sqlalchemy.sql.functions", .slots = slots});
  }();
  auto state = std::make_unique<FunctionNameState>();
  state->path = std::move(path);
  return python::MakeInstance(kClass, std::move(state));
}

}  // namespace

Value MakeFunctionNames() {
  return MakeFunctionName({});
}

}  // namespace limbeck::pymodules

#include "pymodules/client_defaults.h"

#include "pymodules/expressions.h"
#include "python/ast.h"
#include "sql/errors.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

/// Parameters that a call must fill. What is no function of a script takes none.
size_t CountParameters(Interpreter& interpreter, const Value& callable) {
  if (const auto* method = python::Cast<python::BoundMethodObject>(callable)) {
    const size_t count = CountParameters(interpreter, method->function);
    return count == 0 ? 0 : count - 1;
  }
  if (const auto* function = python::Cast<python::FunctionObject>(callable)) {
    const python::ast::Parameters& parameters = function->definition->parameters;
    return parameters.positional.size() - parameters.default_count;
  }
  if (python::Cast<python::InstanceObject>(callable) == nullptr) return 0;
  const Value call = interpreter.FindAttribute(callable, Symbol::Intern("__call__"));
  return python::Cast<python::BoundMethodObject>(call) == nullptr ? 0 : CountParameters(interpreter, call);
}

bool IsCallable(Interpreter& interpreter, const Value& value) {
  if (FindExpression(value) != nullptr || !value.is_object()) return false;
  const bool is_function = python::Cast<python::FunctionObject>(value) != nullptr ||
                           python::Cast<python::BoundMethodObject>(value) != nullptr ||
                           python::Cast<python::NativeFunctionObject>(value) != nullptr ||
                           python::Cast<python::TypeObject>(value) != nullptr;
  return is_function || !interpreter.FindAttribute(value, Symbol::Intern("__call__")).is_empty();
}

}  // namespace

Value EvaluateDefault(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (!IsCallable(interpreter, value)) return value;
  switch (CountParameters(interpreter, value)) {
    case 0:
      return interpreter.Call(value, std::initializer_list<Value>{});
    case 1:
      return interpreter.Call(value, {Value::None()});
    default:
      throw sql::ArgumentError("ColumnDefault Python function takes zero or one positional arguments");
  }
}

}  // namespace limbeck::pymodules

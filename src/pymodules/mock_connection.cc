#include "pymodules/mock_connection.h"

#include "pymodules/dialect_object.h"
#include "pymodules/script_run.h"
#include "pymodules/statements.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Value;

struct MockState : python::NativeState {};

/// execute(statement, parameters=None): the parameters are not looked at, as in SQLAlchemy's MockConnection.
Value Execute(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  const Value statement = interpreter.Resolve(arguments.Required("obj"));
  arguments.OrNone("parameters");
  arguments.OrNone("execution_options");
  arguments.Finish();
  RequireContext(interpreter).Execute(ReadStatement(interpreter, statement));
  return Value::None();
}

Value ReturnSelf(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.RestKeywords();
  arguments.Finish();
  return self;
}

Value MockDialect(Interpreter& interpreter, const Value&) {
  return MakeDialect(RequireContext(interpreter).DialectName());
}

Value MockName(Interpreter& interpreter, const Value&) {
  return python::MakeStr(RequireContext(interpreter).DialectName());
}

Value MockEngine(Interpreter&, const Value& self) {
  return self;
}

constexpr python::NativeMethod kMethods[] = {
    {"execute", Execute}, {"connect", ReturnSelf}, {"execution_options", ReturnSelf}};
constexpr python::NativeProperty kProperties[] = {{"dialect", MockDialect}, {"engine", MockEngine}, {"name", MockName}};

const python::TypeObject* MockClass() {
  static const python::TypeObject* const kClass = python::MakeNativeType(
      {.name = "MockConnection", .module = "sqlalchemy.engine.mock", .methods = kMethods, .properties = kProperties});
  return kClass;
}

}  // namespace

Value MakeMockConnection() {
  return python::MakeInstance(MockClass(), std::make_unique<MockState>());
}

bool IsMockConnection(const Value& value) {
  return python::TypeOf(value) == MockClass();
}

}  // namespace limbeck::pymodules

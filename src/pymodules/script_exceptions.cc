#include "pymodules/script_exceptions.h"

#include <string>
#include <string_view>
#include <utility>

#include "driver/exception_text.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

/// The class that the error's exception has: a built-in one, or one of these modules; null when it is none.
const TypeObject* FindExceptionClass(Interpreter& interpreter, const std::string& full_name) {
  const std::string name = full_name.substr(full_name.rfind('.') + 1);
  if (const Value* found = interpreter.builtins()->globals().Find(Symbol::Intern(name))) {
    return python::Cast<TypeObject>(*found);
  }
  for (const char* module : {"sqlalchemy.exc", "alembic.util"}) {
    const Value found = interpreter.FindAttribute(interpreter.Import(module), Symbol::Intern(name));
    if (const auto* type = python::Cast<TypeObject>(found)) return type;
  }
  return nullptr;
}

std::string ExceptionName(const Error& error) {
  if (error.database() != nullptr && !error.database()->sqlalchemy_class.empty())
    return error.database()->sqlalchemy_class;
  if (error.kind() == ErrorKind::kCommand) return "CommandError";
  return error.exception_class();
}

/// What `error.orig` is: an exception with the driver's own text, facts as psycopg2 has them.
Value MakeOriginal(Interpreter& interpreter, const Error& error) {
  const DatabaseFacts& facts = *error.database();
  const std::string& text = facts.text.empty() ? error.message() : facts.text;
  const Value original = Value(python::MakeException(python::Exceptions().exception, text));
  interpreter.SetAttribute(original, Symbol::Intern("pgcode"), python::MakeStr(error.sqlstate()));
  interpreter.SetAttribute(original, Symbol::Intern("sqlstate"), python::MakeStr(error.sqlstate()));
  interpreter.SetAttribute(original, Symbol::Intern("pgerror"), python::MakeStr(text));
  return original;
}

}  // namespace

python::Ref<python::ExceptionObject> FindScriptException(Interpreter& interpreter, const Error& error) {
  const std::string name = error.kind() == ErrorKind::kUnsupported ? "" : ExceptionName(error);
  const TypeObject* type = name.empty() ? nullptr : FindExceptionClass(interpreter, name);
  if (type == nullptr) return {};
  auto exception = python::MakeException(type, driver::ExceptionText(error));
  exception->native = std::make_shared<const Error>(error);
  if (error.database() != nullptr) {
    const Value value(exception);
    interpreter.SetAttribute(value, Symbol::Intern("orig"), MakeOriginal(interpreter, error));
    interpreter.SetAttribute(value, Symbol::Intern("statement"), python::MakeStr(error.statement()));
  }
  return exception;
}

ErrorKind KindOfScriptException(Interpreter& interpreter, const python::ExceptionObject& exception) {
  const TypeObject* command_error = FindExceptionClass(interpreter, "CommandError");
  return exception.type()->IsSubtypeOf(command_error) ? ErrorKind::kCommand : ErrorKind::kScript;
}

void RaiseAsScript(Interpreter& interpreter, const Error& error) {
  const auto exception = FindScriptException(interpreter, error);
  if (!exception) throw error;
  throw python::ScriptError(exception);
}

}  // namespace limbeck::pymodules

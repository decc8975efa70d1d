#include "pymodules/bind.h"

#include "pymodules/engines.h"
#include "pymodules/mock_connection.h"
#include "pymodules/script_run.h"
#include "pymodules/tables.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

}  // namespace

Bind::Bind(Interpreter& interpreter, const Value& given) : interpreter_(interpreter) {
  Value value = interpreter.Resolve(given);
  if (IsMockConnection(value)) return;
  if (value.is_none()) {
    ContextHost* context = interpreter.Service<ScriptRun>().context;
    if (context != nullptr && context->IsOffline()) return;
    throw Error(ErrorKind::kScript, "a Connection or Engine is needed here, not None")
        .ExceptionClass("sqlalchemy.exc.UnboundExecutionError");
  }
  if (IsEngine(value)) {
    own_connection_ = interpreter.CallMethod(value, "connect", {});
    value = own_connection_;
  }
  connection_ = FindConnection(value);
  // A Session, an operations context and their like know their connection.
  for (const char* method : {"connection", "get_bind"}) {
    if (connection_ || interpreter.FindAttribute(value, python::Symbol::Intern(method)).is_empty()) continue;
    connection_ = FindConnection(interpreter.CallMethod(value, method, {}));
  }
  if (!connection_) {
    throw Error(ErrorKind::kScript, "Expected a Connection or Engine, got " + interpreter.Repr(value))
        .ExceptionClass("sqlalchemy.exc.ArgumentError");
  }
}

Bind::~Bind() = default;

const dialect::Dialect& Bind::dialect() const {
  if (connection_) return connection_->dialect();
  return dialect::FindDialect(RequireContext(interpreter_).DialectName());
}

void Bind::Apply(const ops::Operation& operation, const Value& metadata) {
  if (!connection_) return interpreter_.Service<ScriptRun>().sink->Receive(operation);
  const schema::NamingConvention convention =
      metadata.is_empty() ? schema::NamingConvention() : ReadNamingConvention(interpreter_, metadata);
  dialect::RenderOptions options;
  options.parameter_style = dialect::ParameterStyle::kScript;
  options.naming_convention = &convention;
  options.schemas = connection_->schemas();
  for (const dialect::Statement& statement : dialect().Render(operation, options, memory_).statements) {
    connection_->Execute(statement);
  }
}

void Bind::Finish() {
  if (own_connection_.is_empty()) return;
  interpreter_.CallMethod(own_connection_, "commit", {});
  interpreter_.CallMethod(own_connection_, "close", {});
}

}  // namespace limbeck::pymodules

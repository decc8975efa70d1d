#include "engine/configure_options.h"

#include "driver/backend.h"
#include "pymodules/engines.h"
#include "pymodules/tables.h"

namespace limbeck::engine {

using python::Symbol;
using python::Value;

namespace {

[[noreturn]] void RaiseNothingGiven() {
  python::Raise(python::Exceptions().exception, "Connection, url, or dialect_name is required.");
}

}  // namespace

Value ConfiguredOptions::Find(const python::DictObject& options, std::string_view name) {
  const auto* entry = options.table.Find(Symbol::Intern(name));
  return entry == nullptr ? Value::None() : entry->value;
}

Value ConfiguredOptions::Get(std::string_view name) {
  return Find(*request_.options, name);
}

bool ConfiguredOptions::IsTrue(std::string_view name, bool fallback) {
  const Value value = Get(name);
  return value.is_none() ? fallback : interpreter_.Truth(value);
}

std::optional<std::string> ConfiguredOptions::Text(std::string_view name) {
  const Value value = Get(name);
  return value.is_none() ? std::nullopt : std::optional(interpreter_.Str(value));
}

/// dialect_opts={"paramstyle": "named"}, which the stock templates give.
dialect::ParameterStyle ConfiguredOptions::ParameterStyle() {
  const auto* options = python::Cast<python::DictObject>(interpreter_.Resolve(request_.dialect_options));
  const bool is_named = options != nullptr && interpreter_.Str(Find(*options, "paramstyle")) == "named";
  return is_named ? dialect::ParameterStyle::kNamed : dialect::ParameterStyle::kPyformat;
}

ContextOptions ConfiguredOptions::Read() {
  ContextOptions options;
  options.version_table.name = Text("version_table").value_or("alembic_version");
  options.version_table.schema = Text("version_table_schema");
  options.version_table.has_primary_key = IsTrue("version_table_pk", true);
  const Value transactional = Get("transactional_ddl");
  if (!transactional.is_none()) options.transactional_ddl = interpreter_.Truth(transactional);
  options.transaction_per_migration = IsTrue("transaction_per_migration", false);
  options.literal_binds = IsTrue("literal_binds", false);
  options.parameter_style = ParameterStyle();
  options.naming_convention = [metadata = Get("target_metadata"), &interpreter = interpreter_] {
    return pymodules::ReadNamingConvention(interpreter, metadata);
  };
  options.write = Writer();
  return options;
}

/// configure(output_buffer=): flushed after each text, as Alembic does. configure(output_encoding=): it takes bytes.
std::function<void(std::string_view text)> ConfiguredOptions::Writer() {
  const Value buffer = interpreter_.Resolve(Get("output_buffer"));
  const Value encoding = interpreter_.Resolve(Get("output_encoding"));
  if (buffer.is_none() && encoding.is_none()) return {};
  return [buffer, encoding, &interpreter = interpreter_](std::string_view text) {
    Value given = python::MakeStr(std::string(text));
    if (!encoding.is_none()) given = interpreter.CallMethod(given, "encode", {encoding});
    if (buffer.is_none()) return interpreter.host().write(false, python::Cast<python::BytesObject>(given)->bytes());
    interpreter.CallMethod(buffer, "write", {given});
    interpreter.CallMethod(buffer, "flush", {});
  };
}

std::optional<std::string> ConfiguredOptions::starting_revision() {
  return Text("starting_rev");
}

std::shared_ptr<pymodules::ScriptConnection> ConfiguredOptions::Connection() {
  if (auto connection = pymodules::FindConnection(request_.connection)) return connection;
  if (pymodules::IsEngine(request_.connection)) {
    throw Error(ErrorKind::kCommand,
                "'connection' argument to configure() is expected to be a sqlalchemy.engine.Connection instance, got " +
                    interpreter_.Repr(request_.connection));
  }
  if (!request_.url && !request_.dialect_name) RaiseNothingGiven();
  throw Error(ErrorKind::kCommand, "context.configure() was given no connection, and this is no --sql run")
      .Hint("env.py should call context.configure(connection=...) unless context.is_offline_mode()");
}

const dialect::Dialect& ConfiguredOptions::OfflineDialect() {
  if (const auto connection = pymodules::FindConnection(request_.connection)) return connection->dialect();
  const auto of_url = [](const std::string& url) -> const dialect::Dialect& {
    return dialect::FindDialect(driver::NameOf(driver::BackendOf(driver::Url::Parse(url))));
  };
  if (request_.url) return of_url(*request_.url);
  if (request_.dialect_name) return dialect::FindDialect(*request_.dialect_name);
  if (const std::optional<std::string> given = pymodules::EnvironmentUrl(interpreter_)) return of_url(*given);
  RaiseNothingGiven();
}

}  // namespace limbeck::engine

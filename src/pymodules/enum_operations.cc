#include "pymodules/enum_operations.h"

#include "inspect/catalogue.h"
#include "pymodules/columns.h"
#include "pymodules/dialect_facts.h"
#include "pymodules/engines.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/script_run.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::Value;

std::optional<sql::Name> OptionalName(Interpreter& interpreter, const Value& value, std::string_view argument) {
  if (value.is_empty() || value.is_none()) return std::nullopt;
  return ReadName(interpreter, value, argument);
}

/// The default that the column has in the database; nothing offline.
std::optional<std::string> DefaultInDatabase(Interpreter& interpreter, const ops::EnumColumn& column) {
  ContextHost& context = RequireContext(interpreter);
  const std::shared_ptr<ScriptConnection> connection = context.IsOffline() ? nullptr : FindConnection(context.Bind());
  if (!connection) return std::nullopt;
  const std::optional<std::string> schema = column.schema ? std::optional(column.schema->text) : std::nullopt;
  const auto facts = inspect::ReadTable(connection->driver(), column.table.text, schema);
  if (!facts) return std::nullopt;
  for (const inspect::ColumnFacts& known : facts->columns) {
    if (known.name == column.column.text) return known.default_text;
  }
  return std::nullopt;
}

/// A TableReference; one that says nothing of its schema means that of the enum.
ops::EnumColumn ReadReference(Interpreter& interpreter, const Value& reference,
                              const std::optional<sql::Name>& schema) {
  const auto get = [&](const char* name) { return interpreter.FindAttribute(reference, Symbol::Intern(name)); };
  ops::EnumColumn column;
  column.table = ReadName(interpreter, get("table_name"), "table_name");
  column.column = ReadName(interpreter, get("column_name"), "column_name");
  const Value table_schema = get("table_schema");
  const Value unspecified =
      interpreter.GetAttribute(interpreter.Import("alembic_postgresql_enum"), Symbol::Intern("Unspecified"));
  column.schema = table_schema.Is(unspecified) ? schema : OptionalName(interpreter, table_schema, "table_schema");
  const Value type = get("column_type");
  column.is_array =
      !type.is_empty() && interpreter.Str(interpreter.GetAttribute(type, Symbol::Intern("name"))) == "ARRAY";
  const Value existing = get("existing_server_default");
  if (!existing.is_empty() && !existing.is_none()) column.server_default = interpreter.Str(existing);
  return column;
}

/// One of affected_columns: a TableReference, or the pair (table, column) in the schema of the enum.
ops::EnumColumn ReadEnumColumn(Interpreter& interpreter, const Value& given, const std::optional<sql::Name>& schema) {
  const Value value = interpreter.Resolve(given);
  ops::EnumColumn column;
  if (python::Cast<python::TupleObject>(value) != nullptr || python::Cast<python::ListObject>(value) != nullptr) {
    const std::vector<Value> parts = interpreter.ToVector(value);
    if (parts.size() != 2) python::RaiseValueError("affected_columns takes pairs (table, column)");
    column.table = ReadName(interpreter, parts[0], "table_name");
    column.column = ReadName(interpreter, parts[1], "column_name");
    column.schema = schema;
  } else {
    column = ReadReference(interpreter, value, schema);
  }
  if (!column.server_default) column.server_default = DefaultInDatabase(interpreter, column);
  return column;
}

/// The change of an enum, between statements about indexes that stand in its way.
struct SyncedEnum {
  ops::ReplaceEnum operation;
  std::vector<std::string> before;
  std::vector<std::string> after;
};

SyncedEnum ReadSyncEnumValues(Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  SyncedEnum synced;
  ops::ReplaceEnum& operation = synced.operation;
  operation.schema = OptionalName(interpreter, arguments.Required("enum_schema"), "enum_schema");
  operation.enum_name = ReadName(interpreter, arguments.Required("enum_name"), "enum_name");
  operation.new_values = arguments.Strings("new_values");
  const Value columns = arguments.Required("affected_columns");
  const Value renamed = arguments.OrNone("enum_values_to_rename");
  const Value indexes = arguments.OrNone("indexes_to_recreate");
  arguments.Finish();
  interpreter.ForEach(columns, [&](const Value& column) {
    operation.columns.push_back(ReadEnumColumn(interpreter, column, operation.schema));
  });
  const auto add_renamed = [&](const Value& pair) {
    const std::vector<Value> names = interpreter.ToVector(pair);
    if (names.size() != 2) python::RaiseValueError("enum_values_to_rename takes pairs (old, new)");
    operation.renamed_values.emplace_back(interpreter.Str(names[0]), interpreter.Str(names[1]));
  };
  if (!renamed.is_none()) interpreter.ForEach(renamed, add_renamed);
  if (indexes.is_none()) return synced;
  interpreter.ForEach(indexes, [&](const Value& index) {
    const auto get = [&](const char* name) {
      return interpreter.Str(interpreter.GetAttribute(index, Symbol::Intern(name)));
    };
    synced.before.push_back("DROP INDEX " + get("name"));
    synced.after.push_back(get("definition"));
  });
  return synced;
}

void Send(ops::OperationSink& sink, const std::vector<std::string>& statements) {
  for (const std::string& statement : statements)
    sink.Receive(ops::ExecuteSql{sql::Text{.sql = statement, .binds = {}}});
}

}  // namespace

Value SyncEnumValues(Interpreter& interpreter, Arguments& arguments) {
  const SyncedEnum synced = ReadSyncEnumValues(arguments);
  const std::string dialect = RequireContext(interpreter).DialectName();
  if (interpreter.Truth(DialectFact(dialect, "supports_native_enum"))) {
    ops::OperationSink& sink = *interpreter.Service<ScriptRun>().sink;
    WithScriptErrors(interpreter, [&] {
      Send(sink, synced.before);
      sink.Receive(synced.operation);
      Send(sink, synced.after);
    });
  } else {
    interpreter.CallMethod(interpreter.Import("alembic_postgresql_enum"), "_tell_skipped", {python::MakeStr(dialect)});
  }
  return Value::None();
}

ops::AddEnumValue ReadAddEnumValue(Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  ops::AddEnumValue operation;
  operation.enum_name = ReadName(interpreter, arguments.Required("enum_name"), "enum_name");
  operation.value = arguments.String("value");
  operation.schema = OptionalName(interpreter, arguments.Keyword("schema"), "schema");
  operation.before = arguments.KeywordString("before");
  operation.after = arguments.KeywordString("after");
  operation.if_not_exists = arguments.KeywordBool("if_not_exists", false);
  arguments.Finish();
  return operation;
}

ops::RenameEnumValue ReadRenameEnumValue(Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  ops::RenameEnumValue operation;
  operation.enum_name = ReadName(interpreter, arguments.Required("enum_name"), "enum_name");
  operation.old_value = arguments.String("old_value");
  operation.new_value = arguments.String("new_value");
  operation.schema = OptionalName(interpreter, arguments.Keyword("schema"), "schema");
  arguments.Finish();
  return operation;
}

ops::RenameType ReadRenameEnum(Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  ops::RenameType operation;
  operation.name = ReadName(interpreter, arguments.Required("enum_name"), "enum_name");
  operation.new_name = ReadName(interpreter, arguments.Required("new_name"), "new_name");
  operation.schema = OptionalName(interpreter, arguments.Keyword("schema"), "schema");
  arguments.Finish();
  return operation;
}

}  // namespace limbeck::pymodules

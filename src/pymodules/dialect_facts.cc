#include "pymodules/dialect_facts.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "dialect/dialect.h"
#include "pymodules/tables.h"
#include "python/native.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Value;

struct Flag {
  std::string_view name;
  bool sqlite;
  bool postgresql;
};

/// As SQLAlchemy 2.0's pysqlite and psycopg2 dialects have them.
constexpr Flag kFlags[] = {
    {"cte_follows_insert", false, false},
    {"delete_returning", true, true},
    {"implicit_returning", true, true},
    {"inline_comments", false, false},
    {"insert_executemany_returning", true, true},
    {"insert_returning", true, true},
    {"is_async", false, false},
    {"positional", true, false},
    {"postfetch_lastrowid", true, false},
    {"preexecute_autoincrement_sequences", false, true},
    {"requires_name_normalize", false, false},
    {"sequences_optional", false, true},
    {"supports_alter", false, true},
    {"supports_comments", false, true},
    {"supports_constraint_comments", false, true},
    {"supports_default_metavalue", true, true},
    {"supports_default_values", true, true},
    {"supports_empty_insert", false, false},
    {"supports_identity_columns", false, true},
    {"supports_is_distinct_from", true, true},
    {"supports_multivalues_insert", true, true},
    {"supports_native_boolean", false, true},
    {"supports_native_decimal", false, true},
    {"supports_native_enum", false, true},
    {"supports_native_uuid", false, true},
    {"supports_sane_multi_rowcount", true, false},
    {"supports_sane_rowcount", true, true},
    {"supports_schemas", true, true},
    {"supports_sequences", false, true},
    {"supports_server_side_cursors", false, true},
    {"supports_statement_cache", true, true},
    {"supports_views", true, true},
    {"tuple_in_values", true, false},
    {"update_returning", true, true},
    {"use_insertmanyvalues", true, true},
};

struct PreparerState : python::NativeState {
  explicit PreparerState(std::string_view name) : dialect(dialect::FindDialect(name)) {}
  const dialect::Dialect& dialect;
};

const dialect::Dialect& DialectOf(const Value& preparer) {
  return python::StateOf<PreparerState>(preparer)->dialect;
}

Value QuoteName(Interpreter&, Arguments& arguments) {
  const dialect::Dialect& dialect = DialectOf(arguments.Self());
  const std::string name = arguments.String("ident");
  arguments.OrNone("force");
  arguments.Finish();
  return python::MakeStr(dialect.Quote(name));
}

Value QuoteAlways(Interpreter&, Arguments& arguments) {
  const dialect::Dialect& dialect = DialectOf(arguments.Self());
  const std::string name = arguments.String("value");
  arguments.Finish();
  return python::MakeStr(dialect.Quote({name, true}));
}

Value FormatTable(Interpreter& interpreter, Arguments& arguments) {
  const dialect::Dialect& dialect = DialectOf(arguments.Self());
  const Value given = interpreter.Resolve(arguments.Required("table"));
  const bool use_schema = arguments.Bool("use_schema", true);
  arguments.Finish();
  const auto* state = python::StateOf<TableState>(given);
  if (state == nullptr) python::RaiseTypeError("format_table() takes a Table, not " + python::TypeName(given));
  const std::string name = dialect.Quote(state->name);
  return python::MakeStr(use_schema && state->schema ? dialect.Quote(*state->schema) + "." + name : name);
}

/// IdentifierPreparer(dialect)
void InitPreparer(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  const Value dialect = arguments.Required("dialect");
  arguments.RestKeywords();
  arguments.Finish();
  const Value name = interpreter.GetAttribute(dialect, python::Symbol::Intern("name"));
  self.set_state(std::make_unique<PreparerState>(interpreter.Str(name)));
}

/// A name of a thing that has one: a column, a constraint, an index, a sequence.
Value FormatNamed(Interpreter& interpreter, Arguments& arguments) {
  const dialect::Dialect& dialect = DialectOf(arguments.Self());
  const Value named = arguments.Required("element");
  arguments.RestKeywords();
  arguments.Finish();
  return python::MakeStr(
      dialect.Quote(interpreter.Str(interpreter.GetAttribute(named, python::Symbol::Intern("name")))));
}

}  // namespace

Value DialectFact(std::string_view dialect, std::string_view name) {
  const bool is_postgresql = dialect == "postgresql";
  const auto* flag =
      std::find_if(std::begin(kFlags), std::end(kFlags), [&](const Flag& one) { return one.name == name; });
  if (flag != std::end(kFlags)) return Value::Bool(is_postgresql ? flag->postgresql : flag->sqlite);
  if (name == "driver") return python::MakeStr(is_postgresql ? "psycopg2" : "pysqlite");
  if (name == "paramstyle" || name == "default_paramstyle")
    return python::MakeStr(is_postgresql ? "pyformat" : "qmark");
  if (name == "max_identifier_length") return Value::Int(is_postgresql ? 63 : 9999);
  if (name == "identifier_preparer") return MakeIdentifierPreparer(dialect);
  return {};
}

Value MakeIdentifierPreparer(std::string_view dialect) {
  static constexpr python::NativeMethod kMethods[] = {{"quote", QuoteName},
                                                      {"quote_identifier", QuoteAlways},
                                                      {"quote_schema", QuoteName},
                                                      {"format_schema", QuoteName},
                                                      {"format_table", FormatTable},
                                                      {"format_column", FormatNamed},
                                                      {"format_constraint", FormatNamed},
                                                      {"format_index", FormatNamed}};
  static const python::TypeObject* const kClass = python::MakeNativeType(
      {.name = "IdentifierPreparer", .module = "sqlalchemy.sql.compiler", .init = InitPreparer, .methods = kMethods});
  return python::MakeInstance(kClass, std::make_unique<PreparerState>(dialect));
}

}  // namespace limbeck::pymodules

#include "pymodules/autogenerate_hooks.h"

#include "pymodules/alembic_context.h"
#include "pymodules/columns.h"
#include "pymodules/constraint_classes.h"
#include "pymodules/expressions.h"
#include "pymodules/tables.h"
#include "pymodules/text_values.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

Value ParentNames(const std::optional<std::string>& table, const std::optional<std::string>& schema) {
  const auto parents = python::MakeDict();
  if (table) parents->table.Set(Symbol::Intern("table_name"), python::MakeStr(*table));
  parents->table.Set(Symbol::Intern("schema_name"), TextOrNone(schema));
  if (table) {
    const std::string full = (schema ? *schema + "." : "") + *table;
    parents->table.Set(Symbol::Intern("schema_qualified_table_name"), python::MakeStr(full));
  }
  return parents;
}

}  // namespace

Value AutogenerateHooks::Option(std::string_view name) const {
  const auto* entry = options_.table.Find(Symbol::Intern(name));
  return entry == nullptr ? Value::None() : interpreter_.Resolve(entry->value);
}

bool AutogenerateHooks::IsTrue(std::string_view name, bool fallback) const {
  const Value value = Option(name);
  return value.is_none() ? fallback : interpreter_.Truth(value);
}

std::optional<std::string> AutogenerateHooks::Text(std::string_view name) const {
  const Value value = Option(name);
  return value.is_none() ? std::nullopt : std::optional(interpreter_.Str(value));
}

const Value& AutogenerateHooks::context() {
  if (!context_.is_empty()) return context_;
  const Value module = interpreter_.Import("alembic.autogenerate.api");
  const auto options = python::MakeDict();
  for (const auto& entry : options_.table.entries()) {
    if (!entry.key.is_empty()) options->table.Set(interpreter_, entry.key, entry.value);
  }
  context_ = interpreter_.CallMethod(module, "AutogenContext",
                                     {MakeMigrationContext(interpreter_), Option("target_metadata"), Value(options)});
  return context_;
}

// ------------------------------------------------------------------------------------------ filters

bool AutogenerateHooks::CallNameFilter(const std::optional<std::string>& name, const char* kind, const Value& parents) {
  const Value filter = Option("include_name");
  if (filter.is_none()) return true;
  return interpreter_.Truth(interpreter_.Call(filter, {TextOrNone(name), python::MakeStr(kind), parents}));
}

bool AutogenerateHooks::IncludeSchema(const std::optional<std::string>& name) {
  return CallNameFilter(name, "schema", python::MakeDict());
}

bool AutogenerateHooks::IncludeTable(const std::string& name, const std::optional<std::string>& schema) {
  const Value parents = ParentNames(std::nullopt, schema);
  const std::string full = (schema ? *schema + "." : "") + name;
  python::Cast<python::DictObject>(parents)->table.Set(Symbol::Intern("schema_qualified_table_name"),
                                                       python::MakeStr(full));
  return CallNameFilter(name, "table", parents);
}

bool AutogenerateHooks::IncludeName(const std::optional<std::string>& name, compare::ObjectKind kind,
                                    const schema::Table* table) {
  if (Option("include_name").is_none()) return true;
  std::optional<std::string> schema;
  if (table->schema) schema = table->schema->text;
  return CallNameFilter(name, compare::NameOf(kind), ParentNames(table->name.text, schema));
}

bool AutogenerateHooks::IncludeObject(const compare::Subject& subject, const std::optional<std::string>& name,
                                      compare::ObjectKind kind, const compare::Subject* compare_to) {
  for (const char* option : {"include_object", "include_symbol"}) {
    const Value filter = Option(option);
    if (filter.is_none() || option == std::string("include_symbol")) continue;
    const Value other = compare_to == nullptr ? Value::None() : ObjectOf(*compare_to);
    return interpreter_.Truth(
        interpreter_.Call(filter, {ObjectOf(subject), TextOrNone(name), python::MakeStr(compare::NameOf(kind)),
                                   Value::Bool(subject.reflected), other}));
  }
  return true;
}

// ------------------------------------------------------------------------------------------ objects

Value AutogenerateHooks::DatabaseTable(const schema::Table& table) {
  const auto [entry, is_new] = database_tables_.try_emplace(&table);
  if (is_new) entry->second = WrapTable(interpreter_, table, Value());
  return entry->second;
}

Value AutogenerateHooks::ColumnOf(const schema::Table& table, const schema::Column& column, bool reflected) {
  const Value object = reflected ? Value() : models_.FindColumn(table, column.name);
  if (!object.is_empty()) return object;
  for (const Value& other : python::StateOf<TableState>(DatabaseTable(table))->columns) {
    if (FindColumn(other)->column.name == column.name) return other;
  }
  return WrapColumn(interpreter_, column);
}

Value AutogenerateHooks::ObjectOf(const compare::Subject& subject) {
  const Value written = subject.reflected ? Value() : models_.FindTable(*subject.table);
  const Value table = written.is_empty() ? DatabaseTable(*subject.table) : written;
  if (const auto* column = std::get_if<const schema::Column*>(&subject.part)) {
    return ColumnOf(*subject.table, **column, subject.reflected);
  }
  if (const auto* constraint = std::get_if<const schema::Constraint*>(&subject.part)) {
    const Value object = subject.reflected ? Value() : models_.FindConstraint(*subject.table, **constraint);
    return object.is_empty() ? WrapConstraint(**constraint) : object;
  }
  if (const auto* index = std::get_if<const schema::Index*>(&subject.part)) {
    const Value object = subject.reflected ? Value() : models_.FindIndex(*subject.table, **index);
    return object.is_empty() ? WrapIndex(**index, python::Cast<python::InstanceObject>(table)) : object;
  }
  return table;
}

Value AutogenerateHooks::TypeObject(const sql::Type& type) {
  const Value object = models_.FindType(type);
  return object.is_empty() ? WrapType(interpreter_, type) : object;
}

// ------------------------------------------------------------------------------------------ types and defaults

std::optional<bool> AutogenerateHooks::Decision(const Value& answer) {
  return answer.is_none() ? std::nullopt : std::optional(interpreter_.Truth(answer));
}

std::optional<bool> AutogenerateHooks::CompareType(const compare::ColumnPair& pair) {
  const Value function = Option("compare_type");
  if (function.is_none() || function.is_bool() || function.is_int()) return std::nullopt;
  return Decision(interpreter_.Call(
      function,
      {MakeMigrationContext(interpreter_), ColumnOf(pair.database_table, pair.database, true),
       ColumnOf(pair.model_table, pair.model, false), TypeObject(pair.database.type), TypeObject(pair.model.type)}));
}

std::optional<bool> AutogenerateHooks::CompareServerDefault(const compare::ColumnPair& pair,
                                                            const std::optional<std::string>& database,
                                                            const std::optional<std::string>& model) {
  const Value function = Option("compare_server_default");
  if (function.is_none() || function.is_bool() || function.is_int()) return std::nullopt;
  const Value column = ColumnOf(pair.model_table, pair.model, false);
  const Value written = FindColumn(column)->server_default;
  const std::optional<bool> differs = Decision(interpreter_.Call(
      function, {MakeMigrationContext(interpreter_), ColumnOf(pair.database_table, pair.database, true), column,
                 TextOrNone(database), written.is_empty() ? Value::None() : written, TextOrNone(model)}));
  if (differs.value_or(false)) {
    LogInfo("autogenerate.compare.server_defaults", "User defined function " + interpreter_.Repr(function) +
                                                        " detected server default on column '" +
                                                        pair.model_table.name.text + "." + pair.model.name.text + "'");
  }
  return differs;
}

/// compare_against_backend(dialect, type) of a type's own class: whether they are the same.
std::optional<bool> AutogenerateHooks::CompareAgainstBackend(const compare::ColumnPair& pair) {
  if (!pair.model.type.origin) return std::nullopt;
  const Value type = TypeObject(pair.model.type);
  const Value method = interpreter_.FindAttribute(type, Symbol::Intern("compare_against_backend"));
  if (method.is_empty()) return std::nullopt;
  const Value dialect = interpreter_.GetAttribute(
      interpreter_.GetAttribute(MakeMigrationContext(interpreter_), Symbol::Intern("bind")), Symbol::Intern("dialect"));
  const std::optional<bool> same = Decision(interpreter_.Call(method, {dialect, TypeObject(pair.database.type)}));
  return same ? std::optional(!*same) : std::nullopt;
}

// ------------------------------------------------------------------------------------------ reports

void AutogenerateHooks::LogInfo(const char* logger, const std::string& message) {
  interpreter_.host().log->Log(std::string("alembic.") + logger, static_cast<int>(LogLevel::kInfo), message);
}

void AutogenerateHooks::Warn(const std::string& message) {
  interpreter_.Warn(python::Exceptions().user_warning, message);
}

// ------------------------------------------------------------------------------------------ render_item

Value AutogenerateHooks::ObjectOf(const compare::RenderedItem& item) {
  if (const auto* type = std::get_if<const sql::Type*>(&item)) return TypeObject(**type);
  if (const auto* column = std::get_if<const schema::Column*>(&item)) return WrapColumn(interpreter_, **column);
  if (const auto* constraint = std::get_if<const schema::Constraint*>(&item)) return WrapConstraint(**constraint);
  if (const auto* table = std::get_if<const schema::Table*>(&item)) return WrapTable(interpreter_, **table, Value());
  const auto* value = std::get<const schema::ServerDefault*>(item);
  if (value == nullptr) return Value::None();
  schema::Column column;
  column.name = "default";
  column.server_default = *value;
  const Value object = FindColumn(WrapColumn(interpreter_, column))->server_default;
  if (!object.is_empty()) return object;
  if (const auto* text = std::get_if<std::string>(value)) return python::MakeStr(*text);
  const auto* expression = std::get_if<sql::Expression>(value);
  return expression == nullptr ? Value::None() : WrapExpression(*expression);
}

compare::ItemRenderer::Answer AutogenerateHooks::Render(const char* kind, const compare::RenderedItem& item,
                                                        std::set<std::string>& imports) {
  const Value function = Option("render_item");
  if (function.is_none()) return {};
  const Value answer = interpreter_.Call(function, {python::MakeStr(kind), ObjectOf(item), context()});
  interpreter_.ForEach(interpreter_.GetAttribute(context(), Symbol::Intern("imports")),
                       [&](const Value& line) { imports.insert(interpreter_.Str(line)); });
  if (answer.is_bool() && !interpreter_.Truth(answer)) return {};
  return {true, answer.is_none() ? std::nullopt : std::optional(interpreter_.Str(answer))};
}

}  // namespace limbeck::pymodules

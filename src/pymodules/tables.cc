#include "pymodules/tables.h"

#include <algorithm>

#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/constraint_classes.h"
#include "pymodules/expressions.h"
#include "pymodules/schema_commands.h"
#include "pymodules/sql_values.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

constexpr const char* kModule = "sqlalchemy.sql.schema";

Value OrNone(const Value& value) {
  return value.is_empty() ? Value::None() : value;
}

std::optional<sql::Name> ReadSchemaName(Interpreter& interpreter, const Value& value) {
  if (value.is_empty() || value.is_none()) return std::nullopt;
  return ReadName(interpreter, value, "schema");
}

// ------------------------------------------------------------------------------------------ MetaData

/// naming_convention={"ix": "...", "token": function}
void ReadConvention(Interpreter& interpreter, const Value& value, MetaDataState& state) {
  if (value.is_none()) return;
  state.naming_convention_object = value;
  const auto* convention = python::Cast<python::DictObject>(interpreter.Resolve(value));
  if (convention == nullptr) python::RaiseTypeError("naming_convention must be a dict");
  state.has_naming_convention = true;
  for (const auto& entry : convention->table.entries()) {
    if (entry.key.is_empty()) continue;
    const auto* type = python::Cast<TypeObject>(entry.key);
    const std::string key = type == nullptr ? interpreter.Str(entry.key) : ConventionKey(type);
    if (python::Cast<python::StrObject>(entry.value) != nullptr) {
      state.naming_convention[key] = interpreter.Str(entry.value);
    } else {
      state.custom_tokens[key] = entry.value;
    }
  }
}

void InitMetaData(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<MetaDataState>();
  state->schema = ReadSchemaName(interpreter, arguments.OrNone("schema"));
  arguments.OrNone("quote_schema");
  ReadConvention(interpreter, arguments.OrNone("naming_convention"), *state);
  state->info = arguments.OrNone("info");
  arguments.Keyword("bind");
  arguments.Finish();
  state->tables = python::MakeDict();
  self.set_state(std::move(state));
}

MetaDataState& Metadata(const Value& value) {
  auto* state = python::StateOf<MetaDataState>(value);
  if (state == nullptr) python::RaiseTypeError("expected a MetaData, got " + python::TypeName(value));
  return *state;
}

Value MetaDataTables(Interpreter&, const Value& self) {
  return Metadata(self).tables;
}
Value MetaDataSchema(Interpreter&, const Value& self) {
  const std::optional<sql::Name>& schema = Metadata(self).schema;
  return schema ? python::MakeStr(schema->text) : Value::None();
}
Value MetaDataConvention(Interpreter&, const Value& self) {
  return OrNone(Metadata(self).naming_convention_object);
}
void SetMetaDataConvention(Interpreter& interpreter, const Value& self, const Value& value) {
  MetaDataState& state = Metadata(self);
  state.naming_convention.clear();
  state.custom_tokens.clear();
  ReadConvention(interpreter, value, state);
}

Value MetaDataClear(Interpreter&, Arguments& arguments) {
  Metadata(arguments.Self()).tables->table.Clear();
  arguments.Finish();
  return Value::None();
}

constexpr python::NativeProperty kMetaDataProperties[] = {
    {"tables", MetaDataTables},
    {"schema", MetaDataSchema},
    {"sorted_tables", SortedTables},
    {"naming_convention", MetaDataConvention, SetMetaDataConvention},
};
constexpr python::NativeMethod kMetaDataMethods[] = {
    {"clear", MetaDataClear},
    {"create_all", CreateAllTables},
    {"drop_all", DropAllTables},
};

// ------------------------------------------------------------------------------------------ Table

TableState& StateOfTable(const Value& value) {
  auto* state = python::StateOf<TableState>(value);
  if (state == nullptr) python::RaiseTypeError("expected a Table, got " + python::TypeName(value));
  return *state;
}
TableState& StateOfTable(const InstanceObject& table) {
  return *static_cast<TableState*>(table.state());
}

void AddColumn(InstanceObject& table, const Value& value) {
  TableState& state = StateOfTable(table);
  ColumnState& column = *FindColumn(value);
  column.table = &table;
  UpdateExpression(column, state.name, state.schema);
  const auto same_name = [&](const Value& other) { return FindColumn(other)->column.name == column.column.name; };
  const auto existing = std::find_if(state.columns.begin(), state.columns.end(), same_name);
  if (existing == state.columns.end()) {
    state.columns.push_back(value);
  } else {
    *existing = value;
  }
}

std::string FullName(const sql::Name& name, const std::optional<sql::Name>& schema) {
  return schema ? schema->text + "." + name.text : name.text;
}

void ReadTableOptions(Interpreter& interpreter, TableState& state, Arguments& arguments) {
  state.comment = arguments.KeywordString("comment");
  state.info = arguments.Keyword("info");
  const std::optional<bool> quote = arguments.KeywordOptionalBool("quote");
  if (quote) state.name.quote = quote;
  const Value prefixes = arguments.Keyword("prefixes");
  if (!prefixes.is_empty() && !prefixes.is_none()) {
    interpreter.ForEach(prefixes, [&](const Value& prefix) { state.prefixes.push_back(interpreter.Str(prefix)); });
  }
  for (const char* ignored : {"extend_existing", "keep_existing", "autoload_replace", "must_exist", "listeners",
                              "implicit_returning", "quote_schema", "mustexist", "resolve_fks"}) {
    arguments.Keyword(ignored);
  }
  state.options = ReadOptions(interpreter, arguments.RestKeywords(), "Table");
}

/// Table(name, metadata, *items, **options)
void InitTable(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto made = std::make_unique<TableState>();
  TableState& state = *made;
  state.name = ReadName(interpreter, arguments.Required("name"), "name");
  state.metadata = interpreter.Resolve(arguments.Required("metadata"));
  MetaDataState& metadata = Metadata(state.metadata);
  const std::vector<Value> items = arguments.Rest();
  const Value schema = arguments.Keyword("schema");
  state.schema = schema.is_empty() ? metadata.schema : ReadSchemaName(interpreter, schema);
  ReadTableOptions(interpreter, state, arguments);
  arguments.Finish();
  self.set_state(std::move(made));
  for (const Value& item : items) AddTableItem(interpreter, self, interpreter.Resolve(item));
  metadata.tables->table.Set(interpreter, python::MakeStr(FullName(state.name, state.schema)), Value(&self));
}

/// table.c: columns by name, by attribute and in order.
struct ColumnsState : python::NativeState {
  explicit ColumnsState(Value owner) : table(std::move(owner)) {}
  Value table;
};

const std::vector<Value>& ColumnsOf(const Value& self) {
  return StateOfTable(python::StateOf<ColumnsState>(self)->table).columns;
}

Value FindColumnNamed(const Value& self, const std::string& name) {
  for (const Value& column : ColumnsOf(self)) {
    const schema::Column& facts = FindColumn(column)->column;
    if ((facts.key.empty() ? facts.name.text : facts.key) == name) return column;
  }
  return Value();
}

Value ColumnAttribute(Interpreter&, const Value& self, Symbol name) {
  Value found = FindColumnNamed(self, name.text());
  if (!found.is_empty()) return found;
  const Value* method = python::TypeOf(self)->Find(name);
  return method == nullptr ? Value() : Value(python::Make<python::BoundMethodObject>(*method, self));
}

Value ColumnItem(Interpreter& interpreter, const Value& self, const Value& key) {
  if (key.is_int()) {
    const auto& columns = ColumnsOf(self);
    const int64_t index =
        key.int_value() < 0 ? key.int_value() + static_cast<int64_t>(columns.size()) : key.int_value();
    if (index < 0 || index >= static_cast<int64_t>(columns.size())) {
      python::Raise(python::Exceptions().index_error, "list index out of range");
    }
    return columns[static_cast<size_t>(index)];
  }
  Value found = FindColumnNamed(self, interpreter.Str(key));
  if (found.is_empty()) python::Raise(python::Exceptions().key_error, key);
  return found;
}

Value IterateColumns(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(python::MakeList(ColumnsOf(self)));
}

bool ColumnsContain(Interpreter& interpreter, const Value& self, const Value& item) {
  if (const ColumnState* column = FindColumn(item)) return !FindColumnNamed(self, column->column.name.text).is_empty();
  return !FindColumnNamed(self, interpreter.Str(item)).is_empty();
}

int64_t CountColumns(Interpreter&, const Value& self) {
  return static_cast<int64_t>(ColumnsOf(self).size());
}

std::vector<Value> ColumnNames(const Value& self) {
  std::vector<Value> names;
  for (const Value& column : ColumnsOf(self)) names.push_back(python::MakeStr(FindColumn(column)->column.name.text));
  return names;
}

Value ColumnsKeys(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(ColumnNames(self));
}

Value ColumnsValues(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(ColumnsOf(self));
}

Value ColumnsItems(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  std::vector<Value> items;
  const std::vector<Value> names = ColumnNames(self);
  for (size_t i = 0; i < names.size(); ++i) items.push_back(python::MakeTuple({names[i], ColumnsOf(self)[i]}));
  return python::MakeList(std::move(items));
}

Value ColumnsGet(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string name = arguments.String("key");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const Value found = FindColumnNamed(self, name);
  return found.is_empty() ? fallback : found;
}

constexpr python::NativeMethod kColumnsMethods[] = {
    {"keys", ColumnsKeys}, {"values", ColumnsValues}, {"items", ColumnsItems}, {"get", ColumnsGet}};

const TypeObject* ColumnCollectionClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = ColumnAttribute;
    slots.get_item = ColumnItem;
    slots.iterate = IterateColumns;
    slots.contains = ColumnsContain;
    slots.length = CountColumns;
    return python::MakeNativeType(
        {.name = "ColumnCollection", .module = "sqlalchemy.sql.base", .methods = kColumnsMethods, .slots = slots});
  }();
  return kClass;
}

Value TableColumns(Interpreter&, const Value& self) {
  return python::MakeInstance(ColumnCollectionClass(), std::make_unique<ColumnsState>(self));
}
Value TableName(Interpreter&, const Value& self) {
  return python::MakeStr(StateOfTable(self).name.text);
}
Value TableSchema(Interpreter&, const Value& self) {
  const std::optional<sql::Name>& schema = StateOfTable(self).schema;
  return schema ? python::MakeStr(schema->text) : Value::None();
}
Value TableFullName(Interpreter&, const Value& self) {
  const TableState& state = StateOfTable(self);
  return python::MakeStr(FullName(state.name, state.schema));
}
Value TableMetaData(Interpreter&, const Value& self) {
  return StateOfTable(self).metadata;
}
Value TableComment(Interpreter&, const Value& self) {
  const std::optional<std::string>& comment = StateOfTable(self).comment;
  return comment ? python::MakeStr(*comment) : Value::None();
}
void SetTableComment(Interpreter& interpreter, const Value& self, const Value& value) {
  StateOfTable(self).comment = value.is_none() ? std::nullopt : std::optional(interpreter.Str(value));
}
Value TableConstraints(Interpreter&, const Value& self) {
  return python::MakeList(StateOfTable(self).constraints);
}
Value TableIndexes(Interpreter&, const Value& self) {
  return python::MakeList(StateOfTable(self).indexes);
}
Value TableInfo(Interpreter&, const Value& self) {
  Value& info = StateOfTable(self).info;
  if (info.is_empty() || info.is_none()) info = Value(python::MakeDict());
  return info;
}

Value AppendItem(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value item = arguments.Required("item");
  arguments.RestKeywords();
  arguments.Finish();
  AddTableItem(interpreter, *python::Cast<InstanceObject>(self), interpreter.Resolve(item));
  return Value::None();
}

constexpr python::NativeProperty kTableProperties[] = {
    {"c", TableColumns},
    {"columns", TableColumns},
    {"name", TableName},
    {"schema", TableSchema},
    {"fullname", TableFullName},
    {"key", TableFullName},
    {"metadata", TableMetaData},
    {"comment", TableComment, SetTableComment},
    {"constraints", TableConstraints},
    {"indexes", TableIndexes},
    {"info", TableInfo},
};
constexpr python::NativeMethod kTableMethods[] = {
    {"append_column", AppendItem},
    {"append_constraint", AppendItem},
    {"create", CreateOneTable},
    {"drop", DropOneTable},
};

}  // namespace

TableState::~TableState() {
  for (const Value& column : columns) FindColumn(column)->table = nullptr;
}

const TypeObject* MetaDataClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "MetaData",
                                                                  .module = kModule,
                                                                  .init = InitMetaData,
                                                                  .methods = kMetaDataMethods,
                                                                  .properties = kMetaDataProperties});
  return kClass;
}

const TypeObject* TableClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Table",
                                                                  .module = kModule,
                                                                  .init = InitTable,
                                                                  .methods = kTableMethods,
                                                                  .properties = kTableProperties});
  return kClass;
}

std::string FullTableName(const InstanceObject& table) {
  const TableState& state = StateOfTable(table);
  return FullName(state.name, state.schema);
}

void UpdateTableOf(ColumnState& state) {
  if (state.table == nullptr) return UpdateExpression(state, {}, std::nullopt);
  const TableState& table = StateOfTable(*state.table);
  UpdateExpression(state, table.name, table.schema);
}

void AddTableItem(Interpreter& interpreter, InstanceObject& table, const Value& item) {
  TableState& state = StateOfTable(table);
  if (item.is_none()) return;
  if (FindColumn(item) != nullptr) {
    AddColumn(table, item);
  } else if (FindConstraint(item) != nullptr) {
    state.constraints.push_back(item);
  } else if (auto* index = python::StateOf<IndexState>(item)) {
    index->table = &table;
    state.indexes.push_back(item);
  } else {
    python::Raise(python::Exceptions().type_error,
                  "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got " + interpreter.Repr(item));
  }
}

schema::Table ReadTable(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value resolved = interpreter.Resolve(value);
  const auto* state = python::StateOf<TableState>(resolved);
  if (state == nullptr) {
    python::RaiseTypeError(std::string(argument) + " must be a Table, not " + python::TypeName(resolved));
  }
  schema::Table table;
  table.name = state->name;
  table.schema = state->schema;
  for (const Value& column : state->columns) table.columns.push_back(FindColumn(column)->column);
  for (const Value& constraint : state->constraints) table.constraints.push_back(*FindConstraint(constraint));
  for (const Value& index : state->indexes) table.indexes.push_back(python::StateOf<IndexState>(index)->index);
  table.comment = state->comment;
  table.prefixes = state->prefixes;
  table.options = state->options;
  return table;
}

Value WrapTable(Interpreter& interpreter, const schema::Table& table, const Value& metadata) {
  auto made = std::make_unique<TableState>();
  TableState& state = *made;
  state.name = table.name;
  state.schema = table.schema;
  state.metadata = metadata.is_empty() ? interpreter.Call(Value(MetaDataClass()), {}) : metadata;
  state.comment = table.comment;
  state.prefixes = table.prefixes;
  state.options = table.options;
  const Value value = python::MakeInstance(TableClass(), std::move(made));
  auto& instance = *python::Cast<InstanceObject>(value);
  for (const schema::Column& column : table.columns) AddColumn(instance, WrapColumn(interpreter, column));
  for (const schema::Constraint& constraint : table.constraints)
    state.constraints.push_back(WrapConstraint(constraint));
  for (const schema::Index& index : table.indexes) state.indexes.push_back(WrapIndex(index, &instance));
  return value;
}

schema::NamingConvention ReadNamingConvention(Interpreter& interpreter, const Value& metadata) {
  const Value resolved = interpreter.Resolve(metadata);
  const auto* state = python::StateOf<MetaDataState>(resolved);
  if (state == nullptr || !state->has_naming_convention) return {};
  std::map<std::string, schema::NamingConvention::CustomToken> tokens;
  for (const auto& [name, function] : state->custom_tokens) {
    tokens[name] = [&interpreter, function = function](const auto& subject, const schema::Table& table) {
      return interpreter.Str(
          interpreter.Call(function, {WrapSubject(subject), WrapTable(interpreter, table, Value())}));
    };
  }
  return schema::NamingConvention(state->naming_convention, std::move(tokens));
}

void AddTableClasses(python::ModuleObject& module) {
  module.globals().Set(Symbol::Intern("MetaData"), Value(MetaDataClass()));
  module.globals().Set(Symbol::Intern("Table"), Value(TableClass()));
  AddConstraintClasses(module);
}

}  // namespace limbeck::pymodules

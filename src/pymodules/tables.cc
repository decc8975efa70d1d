#include "pymodules/tables.h"

#include <algorithm>

#include "pymodules/changes.h"
#include "pymodules/column_collection.h"
#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/constraint_classes.h"
#include "pymodules/expressions.h"
#include "pymodules/schema_commands.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/text_values.h"
#include "python/import.h"
#include "sql/errors.h"

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
  state->made_in = interpreter.CurrentPlace().file;
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

}  // namespace

void LetModelsCome(Interpreter& interpreter, const Value& metadata) {
  const std::string asking = interpreter.CurrentPlace().file;
  const bool is_ours = asking.empty() || asking.front() == '<';
  const bool is_its_maker = asking == Metadata(interpreter.Resolve(metadata)).made_in;
  if (!is_ours && !is_its_maker && !interpreter.importer().is_running_module()) interpreter.RunDeferredImports();
}

namespace {

Value MetaDataTables(Interpreter& interpreter, const Value& self) {
  LetModelsCome(interpreter, self);
  return Metadata(self).tables;
}
Value MetaDataSchema(Interpreter&, const Value& self) {
  const std::optional<sql::Name>& schema = Metadata(self).schema;
  return schema ? python::MakeStr(schema->text) : Value::None();
}
void SetMetaDataSchema(Interpreter& interpreter, const Value& self, const Value& value) {
  Metadata(self).schema = ReadSchemaName(interpreter, interpreter.Resolve(value));
}
Value MetaDataInfo(Interpreter&, const Value& self) {
  Value& info = Metadata(self).info;
  if (info.is_empty() || info.is_none()) info = Value(python::MakeDict());
  return info;
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

/// reflect(bind, schema=None, views=False, resolve_fks=True, only=None, ...)
Value MetaDataReflect(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value bind = arguments.Required("bind");
  const Value schema = arguments.OrNone("schema");
  const Value views = Value::Bool(arguments.Bool("views", false));
  const Value only = arguments.OrNone("only");
  const Value extend_existing = Value::Bool(arguments.Bool("extend_existing", false));
  const Value autoload_replace = Value::Bool(arguments.Bool("autoload_replace", true));
  const Value resolve_fks = Value::Bool(arguments.Bool("resolve_fks", true));
  arguments.RestKeywords();
  arguments.Finish();
  return interpreter.CallMethod(interpreter.Import("sqlalchemy.engine._table_reflection"), "reflect_metadata",
                                {self, bind, schema, views, resolve_fks, only, extend_existing, autoload_replace});
}

Value MetaDataClear(Interpreter&, Arguments& arguments) {
  Metadata(arguments.Self()).tables->table.Clear();
  arguments.Finish();
  return Value::None();
}

/// _add_table(name, schema, table), by which environments put the tables of several bases into one MetaData.
Value MetaDataAddTable(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string name = arguments.String("name");
  const Value schema = arguments.OrNone("schema");
  const Value table = arguments.Required("table");
  arguments.Finish();
  const std::string full = schema.is_none() ? name : interpreter.Str(schema) + "." + name;
  Metadata(self).tables->table.Set(interpreter, python::MakeStr(full), interpreter.Resolve(table));
  return Value::None();
}

Value MetaDataBind(Interpreter&, const Value& self) {
  const Value& bind = Metadata(self).bind;
  if (bind.is_empty()) python::Raise(python::Exceptions().attribute_error, "'MetaData' object has no attribute 'bind'");
  return bind;
}

void SetMetaDataBind(Interpreter&, const Value& self, const Value& bind) {
  Metadata(self).bind = bind;
}

constexpr python::NativeProperty kMetaDataProperties[] = {
    {"tables", MetaDataTables},
    {"schema", MetaDataSchema, SetMetaDataSchema},
    {"info", MetaDataInfo},
    {"sorted_tables", SortedTables},
    {"naming_convention", MetaDataConvention, SetMetaDataConvention},
    {"bind", MetaDataBind, SetMetaDataBind},
};
constexpr python::NativeMethod kMetaDataMethods[] = {
    {"clear", MetaDataClear},         {"reflect", MetaDataReflect}, {"create_all", CreateAllTables},
    {"_add_table", MetaDataAddTable}, {"drop_all", DropAllTables},
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
  for (const char* ignored : {"must_exist", "implicit_returning", "quote_schema", "mustexist"}) {
    arguments.Keyword(ignored);
  }
  const schema::Options options = ReadOptions(interpreter, arguments.RestKeywords(), dialect::OptionOwner::kTable);
  for (const auto& [name, value] : options.items()) state.options.Set(name, value);
}

/// autoload_with= and what goes with it.
struct Autoload {
  Value bind;
  Value include_columns;
  bool resolve_fks = true;
  Value extend_on;
  Value listeners;
  bool replace = true;
};

Autoload ReadAutoload(Arguments& arguments) {
  Autoload autoload;
  autoload.bind = arguments.Keyword("autoload_with");
  autoload.include_columns = OrNone(arguments.Keyword("include_columns"));
  autoload.resolve_fks = arguments.KeywordBool("resolve_fks", true);
  autoload.extend_on = OrNone(arguments.Keyword("_extend_on"));
  autoload.listeners = arguments.Keyword("listeners");
  autoload.replace = arguments.KeywordBool("autoload_replace", true);
  arguments.Keyword("autoload");
  return autoload;
}

void Load(Interpreter& interpreter, const Value& table, const Autoload& autoload) {
  if (autoload.bind.is_empty() || autoload.bind.is_none()) return;
  const Value listeners = autoload.listeners.is_empty() ? python::MakeTuple({}) : autoload.listeners;
  interpreter.CallMethod(interpreter.Import("sqlalchemy.engine._table_reflection"), "autoload",
                         {table, autoload.bind, autoload.include_columns, Value::Bool(autoload.resolve_fks),
                          autoload.extend_on, listeners, Value::Bool(autoload.replace)});
}

/// A Table of a name that the MetaData has is that table: the new one of `Table(...)` is it, or is refused.
bool KeepsExisting(const InstanceObject& self, Arguments& arguments, bool redefines) {
  const bool keep = arguments.KeywordBool("keep_existing", false);
  const bool extend = arguments.KeywordBool("extend_existing", false);
  if (self.state() == nullptr || extend) return false;
  if (!keep && redefines) {
    throw Error(ErrorKind::kScript, "Table '" + FullTableName(self) +
                                        "' is already defined for this MetaData instance.  Specify "
                                        "'extend_existing=True' to redefine options and columns on an existing Table "
                                        "object.")
        .ExceptionClass("InvalidRequestError");
  }
  return true;
}

/// Table(name, metadata, *items, **options)
void InitTable(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  const sql::Name name = ReadName(interpreter, arguments.Required("name"), "name");
  const Value metadata_object = interpreter.Resolve(arguments.Required("metadata"));
  MetaDataState& metadata = Metadata(metadata_object);
  const std::vector<Value> items = arguments.Rest();
  const Value schema = arguments.Keyword("schema");
  const Autoload autoload = ReadAutoload(arguments);
  if (WithScriptErrors(interpreter, [&] { return KeepsExisting(self, arguments, !items.empty()); })) {
    arguments.RestKeywords();
    return;
  }
  if (self.state() == nullptr) self.set_state(std::make_unique<TableState>());
  TableState& state = StateOfTable(self);
  state.name = name;
  state.metadata = metadata_object;
  state.schema = schema.is_empty() ? metadata.schema : ReadSchemaName(interpreter, schema);
  ReadTableOptions(interpreter, state, arguments);
  arguments.Finish();
  Load(interpreter, Value(&self), autoload);
  for (const Value& item : items) AddTableItem(interpreter, self, interpreter.Resolve(item));
  metadata.tables->table.Set(interpreter, python::MakeStr(FullName(state.name, state.schema)), Value(&self));
}

/// Table.__new__: the table that the MetaData has by this name, or a new one.
Value MakeTable(Interpreter& interpreter, const TypeObject* type, python::CallArguments& given) {
  const auto find = [&](size_t place, std::string_view keyword) {
    if (place < given.positional.size()) return interpreter.Resolve(given.positional[place]);
    for (const auto& [name, value] : given.keywords) {
      if (name.text() == keyword) return interpreter.Resolve(value);
    }
    return Value();
  };
  const Value name = find(0, "name");
  const Value metadata = find(1, "metadata");
  if (const auto* state = python::StateOf<MetaDataState>(metadata); state != nullptr && !name.is_empty()) {
    const Value schema = find(SIZE_MAX, "schema");
    const std::optional<sql::Name> where = schema.is_empty() ? state->schema : ReadSchemaName(interpreter, schema);
    const auto* entry =
        state->tables->table.Find(interpreter, python::MakeStr(FullName(ReadName(interpreter, name, "name"), where)));
    if (entry != nullptr) return entry->value;
  }
  return Value(python::Make<InstanceObject>(type));
}

Value TableColumns(Interpreter&, const Value& self) {
  return ColumnsOfTable(self);
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
  return TextOrNone(StateOfTable(self).comment);
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
/// Of each column that has one, in the columns' order.
Value TableForeignKeys(Interpreter&, const Value& self) {
  std::vector<Value> keys;
  for (const Value& column : StateOfTable(self).columns) {
    const std::vector<Value>& own = FindColumn(column)->foreign_keys;
    keys.insert(keys.end(), own.begin(), own.end());
  }
  return python::MakeList(std::move(keys));
}
/// The one that was given, or one of the columns that are marked, which is none of the table's parts.
Value TablePrimaryKey(Interpreter&, const Value& self) {
  const TableState& state = StateOfTable(self);
  for (const Value& constraint : state.constraints) {
    if (std::holds_alternative<schema::PrimaryKey>(*FindConstraint(constraint))) return constraint;
  }
  schema::PrimaryKey key;
  for (const Value& value : state.columns) {
    const schema::Column& column = FindColumn(value)->column;
    if (column.primary_key) key.columns.push_back(column.KeyName());
  }
  Value made = WrapConstraint(key);
  python::StateOf<ConstraintState>(made)->table = python::Cast<InstanceObject>(self);
  return made;
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
    {"primary_key", TablePrimaryKey},
    {"foreign_keys", TableForeignKeys},
};
constexpr python::NativeMethod kTableMethods[] = {
    {"append_column", AppendItem},  {"append_constraint", AppendItem},
    {"select", SelectMethod},       {"insert", InsertMethod},
    {"update", UpdateMethod},       {"delete", DeleteMethod},
    {"alias", AliasMethod},         {"join", JoinMethod},
    {"outerjoin", OuterJoinMethod}, {"create", CreateOneTable},
    {"drop", DropOneTable},
};

}  // namespace

TableState::~TableState() {
  for (const Value& column : columns) FindColumn(column)->table = nullptr;
  for (const Value& constraint : constraints) python::StateOf<ConstraintState>(constraint)->table = nullptr;
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
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.make = MakeTable;
    return python::MakeNativeType({.name = "Table",
                                   .module = kModule,
                                   .init = InitTable,
                                   .methods = kTableMethods,
                                   .properties = kTableProperties,
                                   .slots = slots});
  }();
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

namespace {

/// Columns in classes get their names after the constraints that speak of them were made.
void TakeColumnNames(ConstraintState& state) {
  const auto take = [&state](std::vector<sql::Name>& names) {
    for (size_t i = 0; i < names.size() && i < state.columns.size(); ++i) {
      if (const ColumnState* column = FindColumn(state.columns[i])) names[i] = column->column.KeyName();
    }
  };
  if (auto* key = std::get_if<schema::PrimaryKey>(&state.constraint)) take(key->columns);
  if (auto* unique = std::get_if<schema::Unique>(&state.constraint)) take(unique->columns);
  if (auto* key = std::get_if<schema::ForeignKey>(&state.constraint)) take(key->columns);
}

void TakeColumnNames(IndexState& state) {
  for (size_t i = 0; i < state.columns.size(); ++i) {
    const ColumnState* column = FindColumn(state.columns[i]);
    if (column != nullptr) state.index.elements[i] = column->column.KeyName();
  }
}

/// ForeignKey(column) of a column that got its name and table later.
schema::Column ReadTableColumn(Interpreter& interpreter, const ColumnState& state) {
  schema::Column column = state.column;
  CompileDefault(interpreter, state.server_default, column);
  for (size_t i = 0; i < state.foreign_keys.size() && i < column.foreign_keys.size(); ++i) {
    const auto* key = python::StateOf<ForeignKeyState>(state.foreign_keys[i]);
    if (key->late_target.is_empty()) continue;
    SetReferent(column.foreign_keys[i], ReadTarget(interpreter, key->late_target));
  }
  return column;
}

/// What a key names is NOT NULL, unless the column itself said otherwise; what its annotation says does not count.
void TakeKeyColumns(const TableState& table, const schema::PrimaryKey& key) {
  for (const Value& value : table.columns) {
    ColumnState& column = *FindColumn(value);
    const bool is_named = std::any_of(key.columns.begin(), key.columns.end(), [&column](const sql::Name& name) {
      return name.text == column.column.KeyName().text;
    });
    if (!is_named) continue;
    column.column.primary_key = true;
    if (!column.says_nullable) column.column.nullable = false;
  }
}

bool Holds(const std::vector<Value>& items, const Value& item) {
  return std::any_of(items.begin(), items.end(), [&item](const Value& one) { return one.Is(item); });
}

}  // namespace

void AddTableItem(Interpreter& interpreter, InstanceObject& table, const Value& item) {
  TableState& state = StateOfTable(table);
  if (item.is_none() || python::TypeOf(item) == ConstraintClass()) return;
  if (FindColumn(item) != nullptr) {
    AddColumn(table, item);
  } else if (Holds(state.constraints, item) || Holds(state.indexes, item)) {
    return;  // it attached itself when it was made of the table's columns
  } else if (FindConstraint(item) != nullptr) {
    python::StateOf<ConstraintState>(item)->table = &table;
    TakeColumnNames(*python::StateOf<ConstraintState>(item));
    if (const auto* key = std::get_if<schema::PrimaryKey>(FindConstraint(item))) TakeKeyColumns(state, *key);
    state.constraints.push_back(item);
  } else if (auto* index = python::StateOf<IndexState>(item)) {
    TakeColumnNames(*index);
    index->table = &table;
    state.indexes.push_back(item);
  } else {
    throw sql::ArgumentError("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got " +
                             interpreter.Repr(item));
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
  table.columns.reserve(state->columns.size());
  for (const Value& column : state->columns) table.columns.push_back(ReadTableColumn(interpreter, *FindColumn(column)));
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
      const Value owner = WrapTable(interpreter, table, Value());
      return interpreter.Str(interpreter.Call(function, {WrapSubject(subject, owner), owner}));
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

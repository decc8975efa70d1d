#include "pymodules/columns.h"

#include "base/text.h"
#include "pymodules/column_parts.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/expressions.h"
#include "pymodules/module_classes.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "pymodules/text_values.h"
#include "pymodules/type_classes.h"
#include "python/opaque.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

constexpr const char* kModule = "sqlalchemy.sql.schema";

schema::Autoincrement ReadAutoincrement(Interpreter& interpreter, const Value& value) {
  if (const auto* text = python::Cast<python::StrObject>(value)) {
    if (text->text() == "auto") return schema::Autoincrement::kAuto;
    if (text->text() == "ignore_fk") return schema::Autoincrement::kIgnoreForeignKey;
  }
  return interpreter.Truth(value) ? schema::Autoincrement::kYes : schema::Autoincrement::kNo;
}

schema::ClientDefault ReadClientDefault(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const auto* sequence = python::StateOf<SequenceState>(value)) return sequence->sequence;
  if (const sql::Expression* expression = FindExpression(value)) return *expression;
  const bool is_plain =
      value.is_bool() || value.is_int() || value.is_float() || python::Cast<python::StrObject>(value) != nullptr;
  if (is_plain) return ReadSqlValue(interpreter, value, "default");
  return schema::CallableDefault{};
}

/// ForeignKey, Computed, Identity, Sequence and constraints among a Column's positional arguments.
void TakeItem(Interpreter& interpreter, ColumnState& state, const Value& item) {
  if (const auto* key = python::StateOf<ForeignKeyState>(item)) {
    state.column.foreign_keys.push_back(key->key);
    state.foreign_keys.push_back(item);
  } else if (const auto* computed = python::StateOf<ComputedState>(item)) {
    state.column.server_default = computed->computed;
    state.server_default = item;
  } else if (const auto* identity = python::StateOf<IdentityState>(item)) {
    state.column.server_default = identity->identity;
    state.server_default = item;
  } else if (const auto* sequence = python::StateOf<SequenceState>(item)) {
    state.column.client_default = sql::Shared<schema::Sequence>(sequence->sequence);
    state.client_default = item;
  } else if (const auto* fetched = python::StateOf<FetchedValueState>(item)) {
    state.column.server_default = fetched->argument.is_empty() ? schema::ServerDefault(schema::FetchedValue{})
                                                               : ReadServerDefault(interpreter, fetched->argument);
    state.server_default = item;
  } else if (const schema::Constraint* constraint = FindConstraint(item)) {
    const auto* check = std::get_if<schema::Check>(constraint);
    if (check == nullptr) python::RaiseTypeError("a Column takes no " + python::TypeName(item));
    state.column.checks.push_back(*check);
  } else {
    throw sql::ArgumentError("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got " +
                             interpreter.Repr(item));
  }
}

/// The name and the type, which may stand first, and then the items.
void ReadPositional(Interpreter& interpreter, ColumnState& state, Arguments& arguments) {
  bool may_be_name = true;
  for (const Value& given : arguments.Rest()) {
    const Value value = interpreter.Resolve(given);
    if (may_be_name && (python::Cast<python::StrObject>(value) != nullptr || value.is_none())) {
      if (!value.is_none()) state.column.name = ReadName(interpreter, value, "name");
    } else if (state.type.is_empty() && IsType(value)) {
      state.type = value;
    } else if (!value.is_none()) {
      TakeItem(interpreter, state, value);
    }
    may_be_name = false;
  }
}

void ReadDefaults(Interpreter& interpreter, ColumnState& state, Arguments& arguments) {
  for (const char* name : {"insert_default", "default"}) {
    const Value value = arguments.Keyword(name);
    if (value.is_empty() || value.is_none()) continue;
    state.client_default = value;
    state.column.client_default = ReadClientDefault(interpreter, value);
  }
  const Value server_default = arguments.Keyword("server_default");
  if (!server_default.is_empty() && !server_default.is_none()) {
    state.server_default = server_default;
    state.column.server_default = ReadServerDefault(interpreter, server_default);
  }
  const Value onupdate = arguments.Keyword("onupdate");
  if (!onupdate.is_empty()) state.onupdate = onupdate;
  arguments.Keyword("server_onupdate");
}

void ReadFlags(Interpreter& interpreter, schema::Column& column, Arguments& arguments) {
  column.primary_key = arguments.KeywordBool("primary_key", false);
  column.nullable = arguments.KeywordOptionalBool("nullable");
  column.unique = arguments.KeywordBool("unique", false);
  column.index = arguments.KeywordBool("index", false);
  column.system = arguments.KeywordBool("system", false);
  column.comment = arguments.KeywordString("comment");
  column.key = arguments.KeywordString("key").value_or("");
  const Value autoincrement = arguments.Keyword("autoincrement");
  if (!autoincrement.is_empty()) column.autoincrement = ReadAutoincrement(interpreter, autoincrement);
  const std::optional<bool> quote = arguments.KeywordOptionalBool("quote");
  if (quote) column.name.quote = quote;
}

/// Column([name], [type], *items, **options)
void InitColumn(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<ColumnState>();
  ReadPositional(interpreter, *state, arguments);
  const std::optional<std::string> name = arguments.KeywordString("name");
  if (name) state->column.name = sql::Name(*name);
  const Value type = arguments.Keyword("type_");
  if (!type.is_empty()) state->type = type;
  ReadDefaults(interpreter, *state, arguments);
  ReadFlags(interpreter, state->column, arguments);
  state->says_nullable = state->column.nullable.has_value();
  state->info = arguments.Keyword("info");
  for (const char* ignored : {"doc", "_proxies", "quote_schema", "sort_order", "use_existing_column", "deferred"}) {
    arguments.Keyword(ignored);
  }
  state->column.options = ReadOptions(interpreter, arguments.RestKeywords(), dialect::OptionOwner::kColumn);
  if (!state->type.is_empty()) {
    // A class stands for its instance, made once, so that column.type is always the same object.
    if (python::Cast<TypeObject>(state->type) != nullptr) state->type = interpreter.Call(state->type, {});
    state->column.type = ReadType(interpreter, state->type, "type_");
    MarkOfColumn(state->type);
  }
  UpdateExpression(*state, {}, std::nullopt);
  self.set_state(std::move(state));
}

ColumnState& Self(const Value& self) {
  return *FindColumn(self);
}

Value GetColumnName(Interpreter&, const Value& self) {
  const sql::Name& name = Self(self).column.name;
  return name.empty() ? Value::None() : python::MakeStr(name.text);
}
void SetColumnName(Interpreter& interpreter, const Value& self, const Value& value) {
  ColumnState& state = Self(self);
  state.column.name = ReadName(interpreter, value, "name");
  UpdateTableOf(state);
}
Value GetColumnKey(Interpreter& interpreter, const Value& self) {
  const std::string& key = Self(self).column.key;
  return key.empty() ? GetColumnName(interpreter, self) : python::MakeStr(key);
}
Value GetColumnType(Interpreter& interpreter, const Value& self) {
  ColumnState& state = Self(self);
  if (state.type.is_empty()) state.type = WrapType(interpreter, state.column.type);
  return state.type;
}
void SetColumnType(Interpreter& interpreter, const Value& self, const Value& value) {
  ColumnState& state = Self(self);
  state.column.type = ReadType(interpreter, value, "type");
  MarkOfColumn(value);
  state.type = value;
  UpdateTableOf(state);
}
Value GetNullable(Interpreter&, const Value& self) {
  return Value::Bool(Self(self).column.is_nullable());
}
void SetNullable(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).column.nullable = interpreter.Truth(value);
}
Value GetPrimaryKey(Interpreter&, const Value& self) {
  return Value::Bool(Self(self).column.primary_key);
}
void SetPrimaryKey(Interpreter& interpreter, const Value& self, const Value& value) {
  schema::Column& column = Self(self).column;
  const bool is_key = interpreter.Truth(value);
  // A column that was made as a key stays one that takes no NULL.
  if (!is_key && !column.nullable) column.nullable = column.is_nullable();
  column.primary_key = is_key;
}
Value GetUnique(Interpreter&, const Value& self) {
  return Self(self).column.unique ? Value::Bool(true) : Value::None();
}
Value GetIndex(Interpreter&, const Value& self) {
  return Self(self).column.index ? Value::Bool(true) : Value::None();
}
Value GetComment(Interpreter&, const Value& self) {
  return TextOrNone(Self(self).column.comment);
}
Value OrNone(const Value& value) {
  return value.is_empty() ? Value::None() : value;
}
/// A text or expression is the argument of a DefaultClause; identities and the like are what they are.
Value GetServerDefault(Interpreter&, const Value& self) {
  const Value& given = Self(self).server_default;
  const bool is_argument = python::Cast<python::StrObject>(given) != nullptr || FindExpression(given) != nullptr;
  if (!is_argument) return OrNone(given);
  auto clause = std::make_unique<FetchedValueState>();
  clause->argument = given;
  return python::MakeInstance(DefaultClauseClass(), std::move(clause));
}
void SetServerDefault(Interpreter& interpreter, const Value& self, const Value& value) {
  ColumnState& state = Self(self);
  state.server_default = value;
  state.column.server_default.reset();
  if (!value.is_none()) state.column.server_default = ReadServerDefault(interpreter, value);
}
Value GetDefault(Interpreter&, const Value& self) {
  return OrNone(Self(self).client_default);
}
Value GetTable(Interpreter&, const Value& self) {
  InstanceObject* table = Self(self).table;
  return table == nullptr ? Value::None() : Value(table);
}
Value GetForeignKeys(Interpreter&, const Value& self) {
  return python::MakeList(Self(self).foreign_keys);
}
Value GetInfo(Interpreter&, const Value& self) {
  Value& info = Self(self).info;
  if (info.is_empty()) info = Value(python::MakeDict());
  return info;
}

void SetColumnKey(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).column.key = interpreter.Str(value);
}
void SetUnique(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).column.unique = interpreter.Truth(value);
}
void SetIndex(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).column.index = interpreter.Truth(value);
}
void SetComment(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).column.comment = value.is_none() ? std::nullopt : std::optional(interpreter.Str(value));
}
void SetDefault(Interpreter& interpreter, const Value& self, const Value& value) {
  ColumnState& state = Self(self);
  state.client_default = value.is_none() ? Value() : value;
  state.column.client_default = schema::NoDefault{};
  if (!value.is_none()) state.column.client_default = ReadClientDefault(interpreter, value);
}
Value GetOnUpdate(Interpreter&, const Value& self) {
  return OrNone(Self(self).onupdate);
}
void SetOnUpdate(Interpreter&, const Value& self, const Value& value) {
  Self(self).onupdate = value.is_none() ? Value() : value;
}
Value GetAutoincrement(Interpreter&, const Value& self) {
  switch (Self(self).column.autoincrement) {
    case schema::Autoincrement::kAuto:
      return python::MakeStr("auto");
    case schema::Autoincrement::kIgnoreForeignKey:
      return python::MakeStr("ignore_fk");
    case schema::Autoincrement::kYes:
      return Value::Bool(true);
    case schema::Autoincrement::kNo:
      break;
  }
  return Value::Bool(false);
}

/// A copy that is in no table, of the same class and with what scripts have set on the column.
Value CopyColumn(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  auto state = std::make_unique<ColumnState>(Self(self));
  arguments.RestKeywords();
  arguments.Finish();
  state->table = nullptr;
  UpdateExpression(*state, {}, std::nullopt);
  Value copy = python::MakeInstance(python::TypeOf(self), std::move(state));
  const auto& original = *python::Cast<InstanceObject>(self);
  if (original.attributes() != nullptr) {
    auto& attributes = python::Cast<InstanceObject>(copy)->MakeAttributes();
    original.attributes()->ForEach([&](Symbol name, const Value& value) { attributes.Set(name, value); });
  }
  return copy;
}

/// What `column` says and `mine` leaves open, for _merge_from().
void MergeFacts(schema::Column& mine, const schema::Column& column, bool take_nullable) {
  mine.primary_key |= column.primary_key;
  mine.system |= column.system;
  mine.index |= column.index;
  mine.unique |= column.unique;
  if (mine.autoincrement == schema::Autoincrement::kAuto) mine.autoincrement = column.autoincrement;
  if (take_nullable) mine.nullable = column.nullable;
  if (!mine.comment) mine.comment = column.comment;
  mine.checks.insert(mine.checks.end(), column.checks.begin(), column.checks.end());
}

/// column._merge_from(pattern, take_nullable): takes from `pattern` what the column does not say itself.
Value MergeFrom(Interpreter&, Arguments& arguments) {
  ColumnState& state = Self(arguments.Self());
  const ColumnState& pattern = Self(arguments.Required("pattern"));
  const bool take_nullable = arguments.Bool("take_nullable", false);
  arguments.Finish();
  MergeFacts(state.column, pattern.column, take_nullable);
  if (state.column.type.is_null() && !pattern.column.type.is_null()) {
    state.type = pattern.type;
    state.column.type = pattern.column.type;
  }
  if (state.client_default.is_empty()) {
    state.client_default = pattern.client_default;
    state.column.client_default = pattern.column.client_default;
  }
  if (state.server_default.is_empty()) {
    state.server_default = pattern.server_default;
    state.column.server_default = pattern.column.server_default;
  }
  if (state.onupdate.is_empty()) state.onupdate = pattern.onupdate;
  if (state.foreign_keys.empty()) {
    state.foreign_keys = pattern.foreign_keys;
    state.column.foreign_keys = pattern.column.foreign_keys;
  }
  UpdateTableOf(state);
  return Value::None();
}

constexpr python::NativeProperty kColumnProperties[] = {
    {"name", GetColumnName, SetColumnName},
    {"key", GetColumnKey, SetColumnKey},
    {"type", GetColumnType, SetColumnType},
    {"nullable", GetNullable, SetNullable},
    {"primary_key", GetPrimaryKey, SetPrimaryKey},
    {"unique", GetUnique, SetUnique},
    {"index", GetIndex, SetIndex},
    {"comment", GetComment, SetComment},
    {"server_default", GetServerDefault, SetServerDefault},
    {"default", GetDefault, SetDefault},
    {"onupdate", GetOnUpdate, SetOnUpdate},
    {"autoincrement", GetAutoincrement},
    {"table", GetTable},
    {"foreign_keys", GetForeignKeys},
    {"info", GetInfo},
};

constexpr python::NativeMethod kColumnMethods[] = {
    {"copy", CopyColumn}, {"_copy", CopyColumn}, {"_merge_from", MergeFrom}};

// ------------------------------------------------------------------------------------------ names

/// quoted_name and conv: strings that say how to treat them. `quote` is an attribute of the former.
const TypeObject* NameClass(const char* name) {
  auto* type = new TypeObject(python::Types().type, name, python::Layout::kStr);
  type->set_module("sqlalchemy.sql.elements");
  type->SetBases({python::Ref<TypeObject>(python::Types().str)});
  type->MakeImmortal();
  return type;
}

const TypeObject* ConvClass() {
  static const TypeObject* const kClass = NameClass("conv");
  return kClass;
}

const TypeObject* QuotedNameClass() {
  static const TypeObject* const kClass = NameClass("quoted_name");
  return kClass;
}

Value MakeQuotedName(Interpreter&, Arguments& arguments) {
  auto name = python::Make<python::StrObject>(arguments.String("value"), QuotedNameClass());
  const Value quote = arguments.OrNone("quote");
  arguments.Finish();
  name->MakeAttributes().Set(Symbol::Intern("quote"), quote);
  return name;
}

Value MakeConv(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("value");
  arguments.OrNone("quote");
  arguments.Finish();
  return MakeFinalName(name);
}

constexpr python::NativeFunction kNameFunctions[] = {{"quoted_name", MakeQuotedName}, {"conv", MakeConv}};

}  // namespace

const TypeObject* ColumnClass() {
  static const TypeObject* const kClass = [] {
    const TypeObject* made = python::MakeNativeType({.name = "Column",
                                                     .module = kModule,
                                                     .base = ClauseElementClass(),
                                                     .init = InitColumn,
                                                     .methods = kColumnMethods,
                                                     .properties = kColumnProperties});
    // Scripts set names of their own, and `_creation_order`, which is SQLAlchemy's.
    const_cast<TypeObject*>(made)->set_has_attributes(true);
    return made;
  }();
  return kClass;
}

ColumnState* FindColumn(const Value& value) {
  return python::StateOf<ColumnState>(value);
}

const sql::Expression* ColumnExpression(const Value& value) {
  const ColumnState* state = FindColumn(value);
  return state == nullptr || !state->expression ? nullptr : &*state->expression;
}

InstanceObject* FindTableOf(const sql::Expression& expression) {
  InstanceObject* table = nullptr;
  sql::Walk(expression, [&table](const sql::Expression& part) {
    const auto* reference = part.As<sql::ColumnReference>();
    if (table != nullptr || reference == nullptr || !reference->origin.object) return;
    const ColumnState* column = *static_cast<ColumnState* const*>(reference->origin.object.get());
    if (column != nullptr) table = column->table;
  });
  return table;
}

const ColumnState* FindColumnOf(const sql::Expression& expression) {
  const auto* label = expression.As<sql::Label>();
  const auto* reference = (label == nullptr ? expression : label->operand).As<sql::ColumnReference>();
  if (reference == nullptr || !reference->origin.object) return nullptr;
  return *static_cast<ColumnState* const*>(reference->origin.object.get());
}

void UpdateExpression(ColumnState& state, const sql::Name& table, const std::optional<sql::Name>& schema) {
  sql::ColumnReference reference;
  reference.name = state.column.name;
  reference.table = table;
  reference.schema = schema;
  reference.type = state.column.type;
  reference.origin.object = state.handle.Share(state);
  state.expression = sql::Expression(std::move(reference));
}

void RequireColumnName(const schema::Column& column) {
  if (!column.name.text.empty()) return;
  throw sql::ArgumentError(
      "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.");
}

schema::Column ReadColumn(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value resolved = interpreter.Resolve(value);
  const ColumnState* state = FindColumn(resolved);
  if (state == nullptr) {
    python::RaiseTypeError(std::string(argument) + " must be a Column, not " + python::TypeName(resolved));
  }
  schema::Column column = state->column;
  RequireColumnName(column);
  CompileDefault(interpreter, state->server_default, column);
  return column;
}

Value WrapColumn(Interpreter&, const schema::Column& column) {
  auto state = std::make_unique<ColumnState>();
  state->column = column;
  UpdateExpression(*state, {}, std::nullopt);
  return python::MakeInstance(ColumnClass(), std::move(state));
}

void CopyScriptObjects(const ColumnState& original, ColumnState& copy) {
  copy.type = original.type;
  copy.server_default = original.server_default;
  copy.client_default = original.client_default;
  copy.onupdate = original.onupdate;
  copy.info = original.info;
}

schema::ServerDefault ReadServerDefault(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const auto* text = python::Cast<python::StrObject>(value)) return text->text();
  if (const auto* computed = python::StateOf<ComputedState>(value)) return computed->computed;
  if (const auto* identity = python::StateOf<IdentityState>(value)) return identity->identity;
  if (const auto* sequence = python::StateOf<SequenceState>(value)) {
    return sql::Expression(sql::NextValue{sequence->sequence.name, sequence->sequence.schema});
  }
  if (const auto* fetched = python::StateOf<FetchedValueState>(value)) {
    return fetched->argument.is_empty() ? schema::ServerDefault(schema::FetchedValue{})
                                        : ReadServerDefault(interpreter, fetched->argument);
  }
  if (const sql::Expression* expression = FindExpression(value)) return *expression;
  if (std::optional<sql::Expression> element = FindElement(interpreter, value)) return *element;
  throw sql::ArgumentError(
      "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
      "'sqlalchemy.sql.elements.ClauseElement'>' or '<class 'sqlalchemy.sql.elements.TextClause'>', got '" +
      interpreter.Str(Value(python::TypeOf(value))) + "'");
}

schema::ConstraintName ReadConstraintName(Interpreter& interpreter, const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (resolved.is_none()) return {};
  const sql::Name name = ReadName(interpreter, resolved, "name");
  return python::TypeOf(resolved)->IsSubtypeOf(ConvClass()) ? schema::ConstraintName::Final(name)
                                                            : schema::ConstraintName(name);
}

sql::Name ReadName(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value resolved = interpreter.Resolve(value);
  const auto* text = python::Cast<python::StrObject>(resolved);
  if (python::IsOpaque(resolved)) python::RefuseOpaque(interpreter, resolved, "is a " + std::string(argument));
  if (text == nullptr) {
    python::RaiseTypeError(std::string(argument) + " must be str, not " + python::TypeName(resolved));
  }
  sql::Name name(text->text());
  if (!python::TypeOf(resolved)->IsSubtypeOf(QuotedNameClass())) return name;
  const Value quote = interpreter.FindAttribute(resolved, Symbol::Intern("quote"));
  if (!quote.is_empty() && !quote.is_none()) name.quote = interpreter.Truth(quote);
  return name;
}

Value MakeFinalName(const std::string& name) {
  return python::Make<python::StrObject>(name, ConvClass());
}

void AddColumnClasses(python::ModuleObject& module) {
  AddClasses(module, {ColumnClass(), ForeignKeyClass(), ComputedClass(), IdentityClass(), SequenceClass(),
                      FetchedValueClass(), DefaultClauseClass()});
  AddNameClasses(module);
}

void AddNameClasses(python::ModuleObject& module) {
  python::AddFunctions(module, kNameFunctions);
}

}  // namespace limbeck::pymodules

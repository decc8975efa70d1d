#include "pymodules/column_parts.h"

#include "base/text.h"
#include "pymodules/columns.h"
#include "pymodules/expressions.h"
#include "pymodules/schema_commands.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "pymodules/text_values.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::TypeObject;
using python::Value;

constexpr const char* kModule = "sqlalchemy.sql.schema";

void InitForeignKey(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<ForeignKeyState>();
  schema::ForeignKey& key = state->key;
  const Value target = interpreter.Resolve(arguments.Required("column"));
  const ColumnState* column = FindColumn(target);
  state->is_of_column = column != nullptr;
  if (column != nullptr && column->table == nullptr) {
    state->late_target = target;
  } else {
    state->target = ReadTarget(interpreter, target);
    SetReferent(key, state->target);
  }
  Apply(ReadConstraintOptions(arguments), key);
  key.use_alter = arguments.KeywordBool("use_alter", false);
  key.onupdate = arguments.KeywordString("onupdate");
  key.ondelete = arguments.KeywordString("ondelete");
  key.match = arguments.KeywordString("match");
  for (const char* ignored : {"link_to_name", "info", "_constraint", "_unresolvable"}) arguments.Keyword(ignored);
  key.options = ReadOptions(interpreter, arguments.RestKeywords(), dialect::OptionOwner::kForeignKey);
  arguments.Finish();
  self.set_state(std::move(state));
}

Value ForeignKeyTarget(Interpreter&, const Value& self) {
  return python::MakeStr(python::StateOf<ForeignKeyState>(self)->target);
}

Value ForeignKeyOnDelete(Interpreter&, const Value& self) {
  return TextOrNone(python::StateOf<ForeignKeyState>(self)->key.ondelete);
}
Value ForeignKeyOnUpdate(Interpreter&, const Value& self) {
  return TextOrNone(python::StateOf<ForeignKeyState>(self)->key.onupdate);
}

constexpr python::NativeProperty kForeignKeyProperties[] = {
    {"target_fullname", ForeignKeyTarget},
    {"_colspec", ForeignKeyTarget},
    {"ondelete", ForeignKeyOnDelete},
    {"onupdate", ForeignKeyOnUpdate},
};

void InitComputed(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  const sql::Expression text = ReadSqlText(interpreter, arguments.Required("sqltext"), "sqltext");
  const std::optional<bool> persisted = arguments.OptionalBool("persisted");
  arguments.Finish();
  self.set_state(std::make_unique<ComputedState>(schema::Computed{text, persisted}));
}

/// start=, increment= ... of Sequence and Identity.
schema::SequenceOptions ReadSequenceOptions(Arguments& arguments) {
  schema::SequenceOptions options;
  options.start = arguments.OptionalInt("start");
  options.increment = arguments.OptionalInt("increment");
  options.minvalue = arguments.OptionalInt("minvalue");
  options.maxvalue = arguments.OptionalInt("maxvalue");
  options.nominvalue = arguments.OptionalBool("nominvalue");
  options.nomaxvalue = arguments.OptionalBool("nomaxvalue");
  options.cycle = arguments.OptionalBool("cycle");
  return options;
}

void InitIdentity(Interpreter&, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<IdentityState>();
  schema::Identity& identity = state->identity;
  identity.always = arguments.Bool("always", false);
  identity.on_null = arguments.OptionalBool("on_null");
  identity.options = ReadSequenceOptions(arguments);
  identity.options.cache = arguments.OptionalInt("cache");
  identity.options.order = arguments.OptionalBool("order");
  arguments.Finish();
  self.set_state(std::move(state));
}

void InitSequence(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<SequenceState>();
  schema::Sequence& sequence = state->sequence;
  sequence.name = ReadName(interpreter, arguments.Required("name"), "name");
  sequence.options = ReadSequenceOptions(arguments);
  const std::optional<std::string> schema_name = arguments.OptionalString("schema");
  if (schema_name) sequence.schema = sql::Name(*schema_name);
  sequence.options.cache = arguments.OptionalInt("cache");
  sequence.options.order = arguments.OptionalBool("order");
  const Value data_type = arguments.OrNone("data_type");
  if (!data_type.is_none()) sequence.data_type = ReadType(interpreter, data_type, "data_type");
  sequence.optional = arguments.Bool("optional", false);
  for (const char* ignored : {"quote", "quote_schema", "for_update"}) arguments.Keyword(ignored);
  const Value metadata = arguments.Keyword("metadata");
  arguments.Finish();
  if (!metadata.is_empty() && !metadata.is_none()) {
    auto* owner = python::StateOf<MetaDataState>(interpreter.Resolve(metadata));
    if (owner == nullptr) python::RaiseTypeError("metadata must be a MetaData");
    if (!sequence.schema) sequence.schema = owner->schema;
    owner->sequences.push_back(sequence);
  }
  self.set_state(std::move(state));
}

Value SequenceName(Interpreter&, const Value& self) {
  return python::MakeStr(python::StateOf<SequenceState>(self)->sequence.name.text);
}

Value SequenceNextValue(Interpreter&, Arguments& arguments) {
  const schema::Sequence& sequence = python::StateOf<SequenceState>(arguments.Self())->sequence;
  arguments.Finish();
  return WrapExpression(sql::Expression(sql::NextValue{sequence.name, sequence.schema}));
}

constexpr python::NativeProperty kSequenceProperties[] = {{"name", SequenceName}};
constexpr python::NativeMethod kSequenceMethods[] = {
    {"next_value", SequenceNextValue}, {"create", CreateOneSequence}, {"drop", DropOneSequence}};

void InitFetchedValue(Interpreter&, InstanceObject& self, Arguments& arguments) {
  arguments.Bool("for_update", false);
  arguments.Finish();
  self.set_state(std::make_unique<FetchedValueState>());
}

void InitDefaultClause(Interpreter&, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<FetchedValueState>();
  state->argument = arguments.Required("arg");
  arguments.Keyword("for_update");
  arguments.Keyword("_reflected");
  arguments.Finish();
  self.set_state(std::move(state));
}

Value DefaultClauseArgument(Interpreter&, const Value& self) {
  return python::StateOf<FetchedValueState>(self)->argument;
}

constexpr python::NativeProperty kDefaultClauseProperties[] = {{"arg", DefaultClauseArgument}};

}  // namespace

ConstraintOptions ReadConstraintOptions(Arguments& arguments) {
  ConstraintOptions options;
  const Value name = arguments.Keyword("name");
  if (!name.is_empty()) options.name = ReadConstraintName(arguments.interpreter(), name);
  options.deferrable = arguments.KeywordOptionalBool("deferrable");
  options.initially = arguments.KeywordString("initially");
  options.comment = arguments.KeywordString("comment");
  return options;
}

void SetReferent(schema::ForeignKey& key, const std::string& target) {
  const schema::ColumnSpec spec = schema::ParseColumnSpec(target);
  key.referent_table = sql::Name(spec.table);
  if (spec.schema) key.referent_schema = sql::Name(*spec.schema);
  key.referent_columns.clear();
  if (!spec.column.empty()) key.referent_columns.emplace_back(spec.column);
}

std::string ReadTarget(Interpreter& interpreter, const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const auto* text = python::Cast<python::StrObject>(resolved)) return text->text();
  const ColumnState* column = FindColumn(resolved);
  if (column == nullptr) {
    python::Raise(python::Exceptions().type_error,
                  "ForeignKey's column must be a str or a Column in a table, not " + python::TypeName(resolved));
  }
  if (column->table == nullptr) {
    python::RaiseTypeError("ForeignKey received Column not bound to a Table, got: " + interpreter.Repr(resolved));
  }
  return FullTableName(*column->table) + "." + column->column.name.text;
}

const TypeObject* ForeignKeyClass() {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "ForeignKey", .module = kModule, .init = InitForeignKey, .properties = kForeignKeyProperties});
  return kClass;
}

const TypeObject* FetchedValueClass() {
  static const TypeObject* const kClass =
      python::MakeNativeType({.name = "FetchedValue", .module = kModule, .init = InitFetchedValue});
  return kClass;
}

const TypeObject* DefaultClauseClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "DefaultClause",
                                                                  .module = kModule,
                                                                  .base = FetchedValueClass(),
                                                                  .init = InitDefaultClause,
                                                                  .properties = kDefaultClauseProperties});
  return kClass;
}

const TypeObject* ComputedClass() {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "Computed", .module = kModule, .base = FetchedValueClass(), .init = InitComputed});
  return kClass;
}

const TypeObject* IdentityClass() {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "Identity", .module = kModule, .base = FetchedValueClass(), .init = InitIdentity});
  return kClass;
}

const TypeObject* SequenceClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Sequence",
                                                                  .module = kModule,
                                                                  .init = InitSequence,
                                                                  .methods = kSequenceMethods,
                                                                  .properties = kSequenceProperties});
  return kClass;
}

}  // namespace limbeck::pymodules

#include "pymodules/constraint_classes.h"

#include "pymodules/column_collection.h"
#include "pymodules/column_parts.h"
#include "pymodules/columns.h"
#include "pymodules/exclude_constraint.h"
#include "pymodules/expressions.h"
#include "pymodules/module_classes.h"
#include "pymodules/schema_commands.h"
#include "pymodules/sql_values.h"
#include "sql/errors.h"

namespace limbeck::pymodules {
namespace {

using dialect::OptionOwner;
using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

constexpr const char* kModule = "sqlalchemy.sql.schema";

void SetConstraint(InstanceObject& self, schema::Constraint constraint) {
  self.set_state(std::make_unique<ConstraintState>(std::move(constraint)));
}

/// What is made of a table's columns belongs to the table at once.
void Attach(Interpreter& interpreter, InstanceObject& constraint, InstanceObject* table) {
  if (table != nullptr) AddTableItem(interpreter, *table, Value(&constraint));
}

InstanceObject* TableOfAll(Interpreter& interpreter, const std::vector<Value>& columns) {
  InstanceObject* table = nullptr;
  for (const Value& value : columns) {
    const ColumnState* column = FindColumn(interpreter.Resolve(value));
    if (column == nullptr || column->table == nullptr) return nullptr;
    table = column->table;
  }
  return table;
}

/// A column by its key, or as an object that has one.
sql::Name ReadColumnName(Interpreter& interpreter, const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const ColumnState* column = FindColumn(resolved)) return column->column.KeyName();  // empty until it has one
  if (const sql::Expression* expression = FindExpression(resolved)) {
    if (const auto* reference = expression->As<sql::ColumnReference>()) return reference->name;
  }
  return ReadName(interpreter, resolved, "column");
}

std::vector<sql::Name> ReadColumnNames(Interpreter& interpreter, const std::vector<Value>& values) {
  std::vector<sql::Name> names;
  for (const Value& value : values) names.push_back(ReadColumnName(interpreter, value));
  return names;
}

template <typename Constraint, OptionOwner kOwner>
void InitColumnList(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  Constraint constraint;
  std::vector<Value> columns = arguments.Rest();
  constraint.columns = ReadColumnNames(interpreter, columns);
  Apply(ReadConstraintOptions(arguments), constraint);
  for (const char* ignored : {"info", "_autoattach", "_column_flag", "_implicit_generated"}) arguments.Keyword(ignored);
  constraint.options = ReadOptions(interpreter, arguments.RestKeywords(), kOwner);
  arguments.Finish();
  InstanceObject* table = TableOfAll(interpreter, columns);
  SetConstraint(self, std::move(constraint));
  python::StateOf<ConstraintState>(Value(&self))->columns = std::move(columns);
  Attach(interpreter, self, table);
}

/// A constraint of no kind says nothing of the schema: some models have one where they mean another.
void InitConstraint(Interpreter&, InstanceObject&, Arguments& arguments) {
  for (const char* name : {"name", "deferrable", "initially", "info", "comment"}) arguments.OrNone(name);
  arguments.Finish();
}

void InitCheck(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  const sql::Expression condition = ReadSqlText(interpreter, arguments.Required("sqltext"), "sqltext");
  schema::Check check{
      .name = {}, .condition = condition, .deferrable = {}, .initially = {}, .options = {}, .comment = {}};
  const Value name = arguments.Optional("name");
  Apply(ReadConstraintOptions(arguments), check);
  if (!name.is_empty()) check.name = ReadConstraintName(interpreter, name);
  for (const char* ignored : {"table", "info", "_create_rule", "_autoattach", "_type_bound"})
    arguments.Keyword(ignored);
  check.options = ReadOptions(interpreter, arguments.RestKeywords(), OptionOwner::kCheck);
  arguments.Finish();
  SetConstraint(self, std::move(check));
  Attach(interpreter, self, FindTableOf(condition));
}

void InitForeignKeyConstraint(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  schema::ForeignKey key;
  std::vector<Value> columns = interpreter.ToVector(arguments.Required("columns"));
  key.columns = ReadColumnNames(interpreter, columns);
  std::vector<sql::Name> referents;
  bool is_of_columns = false;
  interpreter.ForEach(arguments.Required("refcolumns"), [&](const Value& target) {
    SetReferent(key, ReadTarget(interpreter, target));
    is_of_columns = is_of_columns || FindColumn(interpreter.Resolve(target)) != nullptr;
    if (!key.referent_columns.empty()) referents.push_back(key.referent_columns.front());
  });
  if (referents.size() > 1 && referents.size() != columns.size()) {
    throw sql::ArgumentError(
        "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.");
  }
  key.referent_columns = std::move(referents);
  const Value name = arguments.Optional("name");
  key.onupdate = arguments.OptionalString("onupdate");
  key.ondelete = arguments.OptionalString("ondelete");
  key.deferrable = arguments.OptionalBool("deferrable");
  key.initially = arguments.OptionalString("initially");
  key.use_alter = arguments.Bool("use_alter", false);
  if (!name.is_empty()) key.name = ReadConstraintName(interpreter, name);
  arguments.Bool("link_to_name", false);
  key.match = arguments.OptionalString("match");
  for (const char* ignored : {"table", "info"}) arguments.Keyword(ignored);
  key.comment = arguments.KeywordString("comment");
  key.options = ReadOptions(interpreter, arguments.RestKeywords(), OptionOwner::kForeignKey);
  arguments.Finish();
  InstanceObject* table = TableOfAll(interpreter, columns);
  SetConstraint(self, std::move(key));
  auto* state = python::StateOf<ConstraintState>(Value(&self));
  state->columns = std::move(columns);
  state->is_of_columns = is_of_columns;
  Attach(interpreter, self, table);
}

Value ConstraintNameOf(Interpreter&, const Value& self) {
  const schema::Constraint* constraint = FindConstraint(self);
  if (constraint == nullptr) return Value::None();
  const schema::ConstraintName& name = schema::NameOf(*constraint);
  return name ? python::MakeStr(name.text->text) : Value::None();
}

std::vector<sql::Name> KeyNamesOf(const schema::Constraint& constraint) {
  return std::visit(
      [](const auto& kind) {
        if constexpr (requires { kind.columns; }) return kind.columns;
        return std::vector<sql::Name>();
      },
      constraint);
}

/// The table's own columns, by their keys; none before there is a table.
Value ColumnsOf(const InstanceObject* table, const std::vector<sql::Name>& keys) {
  std::vector<Value> columns;
  if (table == nullptr) return MakeColumnCollection({});
  for (const sql::Name& key : keys) {
    for (const Value& column : static_cast<TableState*>(table->state())->columns) {
      if (FindColumn(column)->column.KeyName().text == key.text) columns.push_back(column);
    }
  }
  return MakeColumnCollection(ByKey(columns));
}

Value ConstraintColumns(Interpreter&, const Value& self) {
  const auto* state = python::StateOf<ConstraintState>(self);
  return state == nullptr ? MakeColumnCollection({}) : ColumnsOf(state->table, KeyNamesOf(state->constraint));
}

Value IterateConstraint(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(ConstraintColumns(interpreter, self));
}

Value ConstraintTable(Interpreter&, const Value& self) {
  const auto* state = python::StateOf<ConstraintState>(self);
  return state == nullptr || state->table == nullptr ? Value::None() : Value(state->table);
}

constexpr python::NativeProperty kConstraintProperties[] = {
    {"name", ConstraintNameOf}, {"columns", ConstraintColumns}, {"table", ConstraintTable}};

const TypeObject* MakeConstraintClass(const char* name, void (*init)(Interpreter&, InstanceObject&, Arguments&)) {
  return python::MakeNativeType({.name = name, .module = kModule, .base = ConstraintClass(), .init = init});
}

const TypeObject* PrimaryKeyClass() {
  static const TypeObject* const kClass =
      MakeConstraintClass("PrimaryKeyConstraint", InitColumnList<schema::PrimaryKey, OptionOwner::kPrimaryKey>);
  return kClass;
}
const TypeObject* UniqueClass() {
  static const TypeObject* const kClass =
      MakeConstraintClass("UniqueConstraint", InitColumnList<schema::Unique, OptionOwner::kUnique>);
  return kClass;
}
const TypeObject* CheckClass() {
  static const TypeObject* const kClass = MakeConstraintClass("CheckConstraint", InitCheck);
  return kClass;
}
const TypeObject* ForeignKeyConstraintClass() {
  static const TypeObject* const kClass = MakeConstraintClass("ForeignKeyConstraint", InitForeignKeyConstraint);
  return kClass;
}

// ------------------------------------------------------------------------------------------ Index

schema::IndexElement ReadIndexElement(Interpreter& interpreter, const Value& value, IndexState& state) {
  const Value resolved = interpreter.Resolve(value);
  if (const ColumnState* column = FindColumn(resolved)) {
    if (state.table == nullptr) state.table = column->table;
    return column->column.KeyName();
  }
  if (const sql::Expression* expression = FindExpression(resolved)) {
    if (state.table == nullptr) state.table = FindTableOf(*expression);
    return *expression;
  }
  return ReadName(interpreter, resolved, "column");
}

/// Index(name, *expressions, unique=False, **options); attaches itself to the table of its columns.
void InitIndex(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto made = std::make_unique<IndexState>();
  IndexState& state = *made;
  state.index.name = ReadConstraintName(interpreter, arguments.Required("name"));
  for (const Value& element : arguments.Rest()) {
    state.index.elements.push_back(ReadIndexElement(interpreter, element, state));
    state.columns.push_back(element);
  }
  state.index.unique = arguments.KeywordBool("unique", false);
  const Value table = arguments.Keyword("_table");
  const std::optional<bool> quote = arguments.KeywordOptionalBool("quote");
  if (quote && state.index.name) state.index.name.text->quote = quote;
  for (const char* ignored : {"info", "_column_flag"}) arguments.Keyword(ignored);
  state.index.options = ReadOptions(interpreter, arguments.RestKeywords(), OptionOwner::kIndex);
  arguments.Finish();
  if (auto* given = python::Cast<InstanceObject>(table)) state.table = given;
  self.set_state(std::move(made));
  if (state.table != nullptr) AddTableItem(interpreter, *state.table, Value(&self));
}

Value IndexName(Interpreter&, const Value& self) {
  const schema::ConstraintName& name = python::StateOf<IndexState>(self)->index.name;
  return name ? python::MakeStr(name.text->text) : Value::None();
}
Value IndexUnique(Interpreter&, const Value& self) {
  return Value::Bool(python::StateOf<IndexState>(self)->index.unique);
}

/// Those that it names; expressions are none.
Value IndexColumns(Interpreter&, const Value& self) {
  const auto* state = python::StateOf<IndexState>(self);
  std::vector<sql::Name> keys;
  for (const schema::IndexElement& element : state->index.elements) {
    if (element.column() != nullptr) keys.push_back(*element.column());
  }
  return ColumnsOf(state->table, keys);
}

constexpr python::NativeMethod kIndexMethods[] = {{"create", CreateOneIndex}, {"drop", DropOneIndex}};
constexpr python::NativeProperty kIndexProperties[] = {
    {"name", IndexName}, {"unique", IndexUnique}, {"columns", IndexColumns}};

/// The class of each alternative of schema::Constraint.
struct ClassOfConstraint {
  const TypeObject* operator()(const schema::PrimaryKey&) const { return PrimaryKeyClass(); }
  const TypeObject* operator()(const schema::ForeignKey&) const { return ForeignKeyConstraintClass(); }
  const TypeObject* operator()(const schema::Unique&) const { return UniqueClass(); }
  const TypeObject* operator()(const schema::Check&) const { return CheckClass(); }
  const TypeObject* operator()(const schema::Exclude&) const { return ExcludeConstraintClass(); }
};

}  // namespace

const TypeObject* ConstraintClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.iterate = IterateConstraint;
    return python::MakeNativeType({.name = "Constraint",
                                   .module = kModule,
                                   .init = InitConstraint,
                                   .properties = kConstraintProperties,
                                   .slots = slots});
  }();
  return kClass;
}

const TypeObject* IndexClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Index",
                                                                  .module = kModule,
                                                                  .init = InitIndex,
                                                                  .methods = kIndexMethods,
                                                                  .properties = kIndexProperties});
  return kClass;
}

const schema::Constraint* FindConstraint(const Value& value) {
  const auto* state = python::StateOf<ConstraintState>(value);
  return state == nullptr ? nullptr : &state->constraint;
}

Value WrapConstraint(const schema::Constraint& constraint) {
  return python::MakeInstance(std::visit(ClassOfConstraint(), constraint),
                              std::make_unique<ConstraintState>(constraint));
}

Value WrapIndex(const schema::Index& index, InstanceObject* table) {
  auto state = std::make_unique<IndexState>();
  state->index = index;
  state->table = table;
  return python::MakeInstance(IndexClass(), std::move(state));
}

Value WrapSubject(const std::variant<const schema::Constraint*, const schema::Index*>& subject, const Value& table) {
  auto* owner = python::Cast<InstanceObject>(table);
  const auto* constraint = std::get_if<const schema::Constraint*>(&subject);
  if (constraint == nullptr) return WrapIndex(*std::get<const schema::Index*>(subject), owner);
  Value wrapped = WrapConstraint(**constraint);
  python::StateOf<ConstraintState>(wrapped)->table = owner;
  return wrapped;
}

std::string ConventionKey(const TypeObject* type) {
  if (type == PrimaryKeyClass()) return "pk";
  if (type == ForeignKeyConstraintClass()) return "fk";
  if (type == UniqueClass()) return "uq";
  if (type == CheckClass()) return "ck";
  return type == IndexClass() ? "ix" : type->name();
}

void AddConstraintClasses(python::ModuleObject& module) {
  AddClasses(module, {ConstraintClass(), PrimaryKeyClass(), UniqueClass(), CheckClass(), ForeignKeyConstraintClass(),
                      IndexClass()});
}

}  // namespace limbeck::pymodules

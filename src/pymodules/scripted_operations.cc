#include "pymodules/scripted_operations.h"

#include "base/text.h"
#include "ops/reverse.h"
#include "ops/sink.h"
#include "pymodules/columns.h"
#include "pymodules/comparison_backend.h"
#include "pymodules/constraint_classes.h"
#include "pymodules/expressions.h"
#include "pymodules/reflection.h"
#include "pymodules/script_run.h"
#include "pymodules/text_values.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

/// Keeps the operation that an object was made of.
struct OperationState : python::NativeState {
  explicit OperationState(ops::Operation made) : operation(std::move(made)) {}
  ops::Operation operation;
};

const python::TypeObject* HolderClass() {
  static const python::TypeObject* const kClass =
      python::MakeNativeType({.name = "_Operation", .module = "alembic.autogenerate._bridge"});
  return kClass;
}

Value Text(const sql::Name& name) {
  return python::MakeStr(name.text);
}
Value NameValue(const schema::ConstraintName& name) {
  if (!name) return Value::None();
  return name.is_final ? MakeFinalName(name.text->text) : python::MakeStr(name.text->text);
}
Value Names(const std::vector<sql::Name>& names) {
  std::vector<Value> values;
  for (const sql::Name& name : names) values.push_back(Text(name));
  return python::MakeList(std::move(values));
}

Value DefaultValue(Interpreter& interpreter, const schema::ServerDefault& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return python::MakeStr(*text);
  if (const auto* expression = std::get_if<sql::Expression>(&value)) return WrapExpression(*expression);
  schema::Column column;
  column.name = "default";
  column.server_default = value;
  return FindColumn(WrapColumn(interpreter, column))->server_default;
}

/// A class of alembic.operations.ops and what its __init__ is given.
struct Construction {
  const char* class_name;
  std::vector<Value> positional;
  python::Ref<python::DictObject> keywords = python::MakeDict();

  void Set(std::string_view name, Value value) { keywords->table.Set(Symbol::Intern(name), std::move(value)); }
  void SetOptions(const schema::Options& options) {
    for (const auto& [name, value] : options.items()) Set(name, WrapOption(value));
  }
};

class Constructor {
 public:
  explicit Constructor(Interpreter& interpreter) : interpreter_(interpreter) {}

  Construction operator()(const ops::CreateTable& op) const {
    std::vector<Value> parts;
    for (const schema::Column& column : op.table.columns) parts.push_back(WrapColumn(interpreter_, column));
    for (const schema::Constraint& constraint : op.table.constraints) parts.push_back(WrapConstraint(constraint));
    Construction made{"CreateTableOp", {Text(op.table.name), python::MakeList(std::move(parts))}};
    made.Set("schema", TextOrNone(op.table.schema));
    made.Set("comment", TextOrNone(op.table.comment));
    if (!op.table.prefixes.empty()) {
      std::vector<Value> prefixes;
      for (const std::string& prefix : op.table.prefixes) prefixes.push_back(python::MakeStr(prefix));
      made.Set("prefixes", python::MakeList(std::move(prefixes)));
    }
    made.SetOptions(op.table.options);
    return made;
  }
  Construction operator()(const ops::DropTable& op) const {
    Construction made{"DropTableOp", {Text(op.table)}};
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::CreateTableComment& op) const {
    Construction made{"CreateTableCommentOp", {Text(op.table), TextOrNone(op.comment)}};
    made.Set("existing_comment", TextOrNone(op.existing_comment));
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::DropTableComment& op) const {
    Construction made{"DropTableCommentOp", {Text(op.table)}};
    made.Set("existing_comment", TextOrNone(op.existing_comment));
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::AddColumn& op) const {
    Construction made{"AddColumnOp", {Text(op.table), WrapColumn(interpreter_, op.column)}};
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::DropColumn& op) const {
    Construction made{"DropColumnOp", {Text(op.table), Text(op.column)}};
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::AlterColumn& op) const;
  Construction operator()(const ops::AddConstraint& op) const;
  Construction operator()(const ops::DropConstraint& op) const {
    Construction made{"DropConstraintOp", {NameValue(op.name), Text(op.table)}};
    static constexpr const char* kTypes[] = {"primary", "foreignkey", "unique", "check"};
    if (op.type) made.Set("type_", python::MakeStr(kTypes[static_cast<size_t>(*op.type)]));
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  Construction operator()(const ops::CreateIndex& op) const {
    std::vector<Value> elements;
    for (const schema::IndexElement& element : op.index.elements) {
      elements.push_back(element.column() ? Text(*element.column()) : WrapExpression(*element.expression()));
    }
    Construction made{"CreateIndexOp", {NameValue(op.index.name), Text(op.table), python::MakeList(elements)}};
    made.Set("schema", TextOrNone(op.schema));
    made.Set("unique", Value::Bool(op.index.unique));
    made.SetOptions(op.index.options);
    return made;
  }
  Construction operator()(const ops::DropIndex& op) const {
    Construction made{"DropIndexOp", {NameValue(op.name)}};
    made.Set("table_name", TextOrNone(op.table));
    made.Set("schema", TextOrNone(op.schema));
    made.SetOptions(op.options);
    return made;
  }
  /// What Alembic has no directive for is SQL.
  template <typename Other>
  Construction operator()(const Other& op) const {
    const dialect::Dialect& dialect = dialect::FindDialect(RequireContext(interpreter_).DialectName());
    return {"ExecuteSQLOp", {python::MakeStr(Join(StatementsOf(op, dialect), ";\n"))}};
  }

 private:
  void SetDefault(Construction& made, const char* name, const ops::Change<schema::ServerDefault>& change) const {
    if (!change.touched()) return;
    made.Set(name, change.value() == nullptr ? Value::None() : DefaultValue(interpreter_, *change.value()));
  }

  Interpreter& interpreter_;
};

Construction Constructor::operator()(const ops::AlterColumn& op) const {
  Construction made{"AlterColumnOp", {Text(op.table), Text(op.column)}};
  made.Set("schema", TextOrNone(op.schema));
  if (op.existing_type) made.Set("existing_type", WrapType(interpreter_, *op.existing_type));
  SetDefault(made, "existing_server_default", op.existing_server_default);
  if (op.existing_nullable) made.Set("existing_nullable", Value::Bool(*op.existing_nullable));
  made.Set("existing_comment", TextOrNone(op.existing_comment));
  if (op.nullable) made.Set("modify_nullable", Value::Bool(*op.nullable));
  if (op.comment.touched()) {
    made.Set("modify_comment", op.comment.value() ? python::MakeStr(*op.comment.value()) : Value::None());
  }
  SetDefault(made, "modify_server_default", op.server_default);
  if (op.type) made.Set("modify_type", WrapType(interpreter_, *op.type));
  if (op.autoincrement) made.Set("autoincrement", Value::Bool(*op.autoincrement));
  return made;
}

Construction Constructor::operator()(const ops::AddConstraint& op) const {
  const Value name = NameValue(schema::NameOf(op.constraint));
  if (const auto* key = std::get_if<schema::ForeignKey>(&op.constraint)) {
    Construction made{
        "CreateForeignKeyOp",
        {name, Text(op.table), Text(key->referent_table), Names(key->columns), Names(key->referent_columns)}};
    if (op.schema) made.Set("source_schema", TextOrNone(op.schema));
    if (key->referent_schema) made.Set("referent_schema", TextOrNone(key->referent_schema));
    if (key->onupdate) made.Set("onupdate", TextOrNone(key->onupdate));
    if (key->ondelete) made.Set("ondelete", TextOrNone(key->ondelete));
    if (key->initially) made.Set("initially", TextOrNone(key->initially));
    if (key->deferrable) made.Set("deferrable", Value::Bool(*key->deferrable));
    if (key->match) made.Set("match", TextOrNone(key->match));
    return made;
  }
  if (const auto* check = std::get_if<schema::Check>(&op.constraint)) {
    Construction made{"CreateCheckConstraintOp", {name, Text(op.table), WrapExpression(check->condition)}};
    made.Set("schema", TextOrNone(op.schema));
    return made;
  }
  const auto* key = std::get_if<schema::PrimaryKey>(&op.constraint);
  const auto* unique = std::get_if<schema::Unique>(&op.constraint);
  Construction made{key ? "CreatePrimaryKeyOp" : "CreateUniqueConstraintOp",
                    {name, Text(op.table), Names(key ? key->columns : unique->columns)}};
  made.Set("schema", TextOrNone(op.schema));
  if (unique == nullptr) return made;
  if (unique->deferrable) made.Set("deferrable", Value::Bool(*unique->deferrable));
  if (unique->initially) made.Set("initially", TextOrNone(unique->initially));
  made.SetOptions(unique->options);
  return made;
}

/// Puts a recorder in the place of the run's sink for its life.
class Recording {
 public:
  explicit Recording(Interpreter& interpreter) : run_(interpreter.Service<ScriptRun>()), before_(run_.sink) {
    run_.sink = &sink_;
  }
  ~Recording() { run_.sink = before_; }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
  const std::vector<ops::Operation>& operations() const { return sink_.operations(); }

 private:
  ScriptRun& run_;
  ops::OperationSink* before_;
  ops::RecordingSink sink_;
};

}  // namespace

Value ScriptedOperations::Bridge() {
  return interpreter_.Import("alembic.autogenerate._bridge");
}

Value ScriptedOperations::Call(std::string_view function, std::initializer_list<Value> arguments) {
  return interpreter_.CallMethod(Bridge(), function, arguments);
}

// ------------------------------------------------------------------------------------------ to objects

Value ScriptedOperations::Wrap(const ops::Operation& operation) {
  Construction made = std::visit(Constructor(interpreter_), operation);
  return Call("wrap",
              {python::MakeStr(made.class_name), python::MakeList(std::move(made.positional)), Value(made.keywords),
               python::MakeInstance(HolderClass(), std::make_unique<OperationState>(operation))});
}

Value ScriptedOperations::Wrap(const compare::Change& change) {
  if (const auto* operation = std::get_if<ops::Operation>(&change)) return Wrap(*operation);
  const auto& modify = std::get<compare::ModifyTable>(change);
  std::vector<Value> operations;
  for (const ops::Operation& operation : modify.operations) operations.push_back(Wrap(operation));
  return Call("make_table_container",
              {Text(modify.table), python::MakeList(std::move(operations)), TextOrNone(modify.schema)});
}

Value ScriptedOperations::Wrap(const compare::Changes& changes, const char* class_name, const std::string& token) {
  std::vector<Value> operations;
  for (const compare::Change& change : changes) operations.push_back(Wrap(change));
  return Call("make_container",
              {python::MakeStr(class_name), python::MakeList(std::move(operations)), python::MakeStr(token)});
}

std::vector<Value> ScriptedOperations::OperationsOf(const Value& container) {
  return interpreter_.ToVector(interpreter_.GetAttribute(container, Symbol::Intern("ops")));
}

std::vector<Value> ScriptedOperations::ReverseAll(const Value& container) {
  std::vector<Value> operations = OperationsOf(container);
  std::vector<Value> reversed;
  for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation) {
    reversed.push_back(ReverseOne(*operation));
  }
  return reversed;
}

Value ScriptedOperations::ReverseOne(const Value& operation) {
  if (interpreter_.Truth(Call("is_container", {operation}))) {
    return Call("make_table_container", {interpreter_.GetAttribute(operation, Symbol::Intern("table_name")),
                                         python::MakeList(ReverseAll(operation)),
                                         interpreter_.GetAttribute(operation, Symbol::Intern("schema"))});
  }
  if (interpreter_.Truth(Call("is_directive", {operation}))) {
    if (const auto* state = python::StateOf<OperationState>(Call("native_of", {operation}))) {
      return Wrap(ops::Reverse(state->operation));
    }
  }
  return interpreter_.CallMethod(operation, "reverse", {});
}

Value ScriptedOperations::Reverse(const Value& container, const char* class_name, const std::string& token) {
  return Call("make_container",
              {python::MakeStr(class_name), python::MakeList(ReverseAll(container)), python::MakeStr(token)});
}

bool ScriptedOperations::HasComparators() {
  return interpreter_.Truth(Call("has_comparators", {}));
}

void ScriptedOperations::RunComparators(const Value& upgrade_ops, const std::vector<Value>& schemas) {
  Call("run_comparators", {context_, upgrade_ops, python::MakeList(schemas)});
}

// ------------------------------------------------------------------------------------------ from objects

std::optional<ops::Operation> ScriptedOperations::ReadOne(const Value& operation) {
  if (!interpreter_.Truth(Call("is_directive", {operation}))) return std::nullopt;
  const auto* state = python::StateOf<OperationState>(Call("native_of", {operation}));
  // The columns of these may have been changed where they are.
  const bool has_columns = state != nullptr && (std::holds_alternative<ops::CreateTable>(state->operation) ||
                                                std::holds_alternative<ops::AddColumn>(state->operation));
  if (state != nullptr && !has_columns) return state->operation;
  const Recording recording(interpreter_);
  Call("perform", {operation});
  if (recording.operations().empty()) return std::nullopt;
  return recording.operations().front();
}

compare::ModifyTable ScriptedOperations::ReadTable(const Value& container) {
  compare::ModifyTable modify;
  modify.table = interpreter_.Str(interpreter_.GetAttribute(container, Symbol::Intern("table_name")));
  const Value schema = interpreter_.GetAttribute(container, Symbol::Intern("schema"));
  if (!schema.is_none()) modify.schema = interpreter_.Str(schema);
  return modify;
}

compare::Changes ScriptedOperations::Read(const Value& container) {
  compare::Changes changes;
  for (const Value& operation : OperationsOf(container)) {
    if (interpreter_.Truth(Call("is_container", {operation}))) {
      compare::ModifyTable modify = ReadTable(operation);
      for (const Value& one : OperationsOf(operation)) {
        if (auto read = ReadOne(one)) modify.operations.push_back(std::move(*read));
      }
      changes.emplace_back(std::move(modify));
    } else if (auto read = ReadOne(operation)) {
      changes.emplace_back(std::move(*read));
    }
  }
  return changes;
}

void ScriptedOperations::AppendLines(const Value& container, compare::PythonRenderer& renderer,
                                     std::vector<std::string>& lines) {
  for (const Value& operation : OperationsOf(container)) {
    const Value custom = Call("custom_lines", {context_, operation});
    if (!custom.is_none()) {
      interpreter_.ForEach(custom, [&](const Value& line) { lines.push_back(interpreter_.Str(line)); });
    } else if (interpreter_.Truth(Call("is_container", {operation}))) {
      if (OperationsOf(operation).empty()) continue;
      const bool in_batch = renderer.BeginTable(ReadTable(operation), lines);
      interpreter_.SetAttribute(context_, Symbol::Intern("_has_batch"), Value::Bool(in_batch));
      AppendLines(operation, renderer, lines);
      interpreter_.SetAttribute(context_, Symbol::Intern("_has_batch"), Value::Bool(false));
      renderer.EndTable(lines);
    } else if (const auto read = ReadOne(operation)) {
      std::string line = renderer.RenderOperation(*read);
      if (!line.empty()) lines.push_back(std::move(line));
    } else {
      python::RaiseValueError("no dispatch function for object: " + interpreter_.Repr(operation));
    }
  }
}

std::string ScriptedOperations::Render(const Value& container, compare::PythonRenderer& renderer) {
  std::vector<std::string> lines;
  AppendLines(container, renderer, lines);
  interpreter_.ForEach(interpreter_.GetAttribute(context_, Symbol::Intern("imports")),
                       [&](const Value& line) { renderer.imports().insert(interpreter_.Str(line)); });
  return compare::PythonRenderer::Body(std::move(lines));
}

}  // namespace limbeck::pymodules

#include "pymodules/alembic_op.h"

#include "pymodules/columns.h"
#include "pymodules/enum_operations.h"
#include "pymodules/expressions.h"
#include "pymodules/operation_arguments.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/script_run.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

void Send(Interpreter& interpreter, ops::Operation operation) {
  RequireContext(interpreter);
  ops::OperationSink& sink = *interpreter.Service<ScriptRun>().sink;
  WithScriptErrors(interpreter, [&] { sink.Receive(std::move(operation)); });
}

/// A directive whose arguments a reader understands.
template <auto kRead>
Value Directive(Interpreter& interpreter, Arguments& arguments) {
  Send(interpreter, kRead(arguments));
  return Value::None();
}

template <auto kRead>
Value TableDirective(Interpreter& interpreter, Arguments& arguments) {
  Send(interpreter, kRead(arguments, nullptr));
  return Value::None();
}

/// Calls what listens to an event of all tables; sqlalchemy.event is not loaded when nothing does.
void TellListeners(Interpreter& interpreter, const Value& table, const char* event) {
  const Value* events = interpreter.modules().Find(Symbol::Intern("sqlalchemy.event"));
  if (events == nullptr) return;
  const Value module = *events;
  const Value bind = RequireContext(interpreter).Bind();
  const std::pair<Symbol, Value> keywords[] = {{Symbol::Intern("checkfirst"), Value::Bool(false)}};
  const Value listeners = interpreter.CallMethod(module, "listeners", {Value(TableClass()), python::MakeStr(event)});
  interpreter.ForEach(listeners, [&](const Value& listener) {
    const Value positional[] = {table, bind};
    interpreter.Call(listener, {positional, keywords});
  });
}

/// The table's columns have what the script gave theirs, by name: two of one name are one.
void KeepScriptObjects(const std::vector<Value>& given, const TableState& table) {
  for (const Value& value : given) {
    const ColumnState& original = *FindColumn(value);
    for (const Value& made : table.columns) {
      ColumnState& copy = *FindColumn(made);
      if (copy.column.name == original.column.name) CopyScriptObjects(original, copy);
    }
  }
}

/// Gives the table, for bulk_insert.
Value CreateTable(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> columns;
  ops::CreateTable operation = ReadCreateTable(arguments, columns);
  Value table = WrapTable(interpreter, operation.table, Value());
  KeepScriptObjects(columns, *python::StateOf<TableState>(table));
  TellListeners(interpreter, table, "before_create");
  Send(interpreter, std::move(operation));
  TellListeners(interpreter, table, "after_create");
  return table;
}

Value DropTable(Interpreter& interpreter, Arguments& arguments) {
  ops::DropTable operation = ReadDropTable(arguments);
  schema::Table bare;
  bare.name = operation.table;
  bare.schema = operation.schema;
  const Value table = WrapTable(interpreter, bare, Value());
  TellListeners(interpreter, table, "before_drop");
  Send(interpreter, std::move(operation));
  TellListeners(interpreter, table, "after_drop");
  return Value::None();
}

Value GetBind(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return RequireContext(interpreter).Bind();
}

Value GetContext(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return RequireContext(interpreter).MigrationContext();
}

Value FinalName(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  arguments.Finish();
  return MakeFinalName(name);
}

Value InlineLiteral(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("value");
  const Value type = arguments.OrNone("type_");
  arguments.Finish();
  const sql::Type sql_type = type.is_none() ? sql::Type() : ReadType(interpreter, type, "type_");
  return WrapExpression(sql::InlineLiteral(ReadSqlValue(interpreter, value, "inline_literal()"), sql_type));
}

/// run_async(function, *args): the coroutine is run to its end.
Value RunAsync(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> positional = {RequireContext(interpreter).Bind()};
  const Value function = arguments.Required("async_function");
  for (Value& value : arguments.Rest()) positional.push_back(std::move(value));
  const auto keywords = arguments.RestKeywords();
  arguments.Finish();
  if (RequireContext(interpreter).IsOffline()) {
    python::Raise(python::Exceptions().not_implemented_error, "Cannot call run_async in SQL mode");
  }
  const Value coroutine = interpreter.Call(function, {positional, keywords});
  return interpreter.CallMethod(interpreter.Import("asyncio"), "run", {coroutine});
}

// ------------------------------------------------------------------------------------------ batch

/// Collects the steps of one `with op.batch_alter_table(...) as batch_op`.
struct BatchState : python::NativeState {
  ops::BatchAlterTable batch;
  BatchTarget target;
};

template <auto kRead>
Value BatchDirective(Interpreter&, Arguments& arguments) {
  auto* state = python::StateOf<BatchState>(arguments.Self());
  state->batch.steps.emplace_back(kRead(arguments, &state->target));
  return Value::None();
}

/// An error inside the block sends nothing.
Value EnterBatch(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  return self;
}

Value ExitBatch(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value error = arguments.OrNone("exc_type");
  arguments.Rest();
  arguments.Finish();
  if (error.is_none()) Send(interpreter, python::StateOf<BatchState>(self)->batch);
  return Value::Bool(false);
}

/// A directive that means the whole database, as `batch_op.execute`.
template <auto kFunction>
Value BatchPassThrough(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  return kFunction(interpreter, arguments);
}

Value BatchExecute(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  Send(interpreter, ReadExecute(arguments));
  return Value::None();
}

template <bool kCreate>
Value RefuseTable(Interpreter&, Arguments&) {
  python::Raise(python::Exceptions().not_implemented_error,
                kCreate ? "Can't create table in batch mode" : "Can't drop table in batch mode");
}

/// What a script registered for batches, by @BatchOperations.register_operation.
Value BatchAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  Value found = interpreter.FindPlainAttribute(self, name);
  if (!found.is_empty() || name.text().compare(0, 1, "_") == 0) return found;
  found = interpreter.CallMethod(interpreter.Import("alembic.operations.base"), "_batch_directive",
                                 {self, python::MakeStr(name.text())});
  return found.is_none() ? Value() : found;
}

/// Calls a function of alembic.operations.base with what this one was given, the class or the batch first.
template <const char* kFunction>
Value OperationsFunction(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> positional = {arguments.Self()};
  for (Value& value : arguments.Rest()) positional.push_back(std::move(value));
  const auto keywords = arguments.RestKeywords();
  const Value function =
      interpreter.GetAttribute(interpreter.Import("alembic.operations.base"), Symbol::Intern(kFunction));
  return interpreter.Call(function, {positional, keywords});
}
constexpr char kRegister[] = "_register";
constexpr char kImplement[] = "_implement_for";
constexpr char kInvoke[] = "_invoke";

/// A batch is its own `impl`, as far as implementations of operations look at it.
Value BatchImpl(Interpreter&, const Value& self) {
  return self;
}
Value BatchTableName(Interpreter&, const Value& self) {
  return python::MakeStr(python::StateOf<BatchState>(self)->batch.table.text);
}
Value BatchSchema(Interpreter&, const Value& self) {
  const std::optional<sql::Name>& schema = python::StateOf<BatchState>(self)->batch.schema;
  return schema ? python::MakeStr(schema->text) : Value::None();
}

constexpr python::NativeProperty kBatchProperties[] = {
    {"impl", BatchImpl}, {"table_name", BatchTableName}, {"schema", BatchSchema}};

constexpr python::NativeMethod kBatchMethods[] = {
    {"register_operation", OperationsFunction<kRegister>, python::MethodKind::kClassMethod},
    {"implementation_for", OperationsFunction<kImplement>, python::MethodKind::kClassMethod},
    {"invoke", OperationsFunction<kInvoke>},
    {"__enter__", EnterBatch},
    {"__exit__", ExitBatch},
    {"add_column", BatchDirective<ReadAddColumn>},
    {"drop_column", BatchDirective<ReadDropColumn>},
    {"alter_column", BatchDirective<ReadAlterColumn>},
    {"create_primary_key", BatchDirective<ReadCreatePrimaryKey>},
    {"create_unique_constraint", BatchDirective<ReadCreateUnique>},
    {"create_check_constraint", BatchDirective<ReadCreateCheck>},
    {"create_foreign_key", BatchDirective<ReadCreateForeignKey>},
    {"create_exclude_constraint", BatchDirective<ReadCreateExclude>},
    {"drop_constraint", BatchDirective<ReadDropConstraint>},
    {"create_index", BatchDirective<ReadCreateIndex>},
    {"drop_index", BatchDirective<ReadDropIndex>},
    {"create_table_comment", BatchDirective<ReadCreateTableComment>},
    {"drop_table_comment", BatchDirective<ReadDropTableComment>},
    {"execute", BatchExecute},
    {"f", BatchPassThrough<FinalName>},
    {"get_bind", BatchPassThrough<GetBind>},
    {"get_context", BatchPassThrough<GetContext>},
    {"inline_literal", BatchPassThrough<InlineLiteral>},
    {"create_table", RefuseTable<true>},
    {"drop_table", RefuseTable<false>},
};

const TypeObject* BatchOperationsClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = BatchAttribute;
    return python::MakeNativeType({.name = "BatchOperations",
                                   .module = "alembic.operations.base",
                                   .methods = kBatchMethods,
                                   .properties = kBatchProperties,
                                   .slots = slots});
  }();
  return kClass;
}

Value BatchAlterTable(Interpreter& interpreter, Arguments& arguments) {
  RequireContext(interpreter);
  auto state = std::make_unique<BatchState>();
  state->batch = ReadBatch(arguments);
  state->target = {state->batch.table, state->batch.schema};
  return python::MakeInstance(BatchOperationsClass(), std::move(state));
}

/// What the module has of the object behind it; and what imports register that have waited until now.
Value LateName(Interpreter& interpreter, const python::Namespace& names, Symbol name) {
  for (const char* known : {"invoke", "register_operation", "implementation_for", "impl", "migration_context"}) {
    if (name.text() != known) continue;
    const Value base = interpreter.Import("alembic.operations.base");
    return interpreter.FindAttribute(interpreter.GetAttribute(base, Symbol::Intern("operations")), name);
  }
  if (name.text().compare(0, 1, "_") == 0) return Value();
  interpreter.RunDeferredImports();
  const Value* found = names.Find(name);
  return found == nullptr ? Value() : *found;
}

constexpr python::NativeFunction kFunctions[] = {
    {"create_table", CreateTable},
    {"drop_table", DropTable},
    {"rename_table", Directive<ReadRenameTable>},
    {"execute", Directive<ReadExecute>},
    {"bulk_insert", Directive<ReadBulkInsert>},
    {"create_table_comment", TableDirective<ReadCreateTableComment>},
    {"drop_table_comment", TableDirective<ReadDropTableComment>},
    {"add_column", TableDirective<ReadAddColumn>},
    {"drop_column", TableDirective<ReadDropColumn>},
    {"alter_column", TableDirective<ReadAlterColumn>},
    {"create_primary_key", TableDirective<ReadCreatePrimaryKey>},
    {"create_unique_constraint", TableDirective<ReadCreateUnique>},
    {"create_check_constraint", TableDirective<ReadCreateCheck>},
    {"create_foreign_key", TableDirective<ReadCreateForeignKey>},
    {"create_exclude_constraint", TableDirective<ReadCreateExclude>},
    {"drop_constraint", TableDirective<ReadDropConstraint>},
    {"create_index", TableDirective<ReadCreateIndex>},
    {"drop_index", TableDirective<ReadDropIndex>},
    {"batch_alter_table", BatchAlterTable},
    {"sync_enum_values", SyncEnumValues},
    {"add_enum_value", Directive<ReadAddEnumValue>},
    {"rename_enum_value", Directive<ReadRenameEnumValue>},
    {"rename_enum", Directive<ReadRenameEnum>},
    {"get_bind", GetBind},
    {"get_context", GetContext},
    {"f", FinalName},
    {"inline_literal", InlineLiteral},
    {"run_async", RunAsync},
};

}  // namespace

ContextHost& RequireContext(Interpreter& interpreter) {
  ContextHost* context = interpreter.Service<ScriptRun>().context;
  if (context != nullptr) return *context;
  python::Raise(python::Exceptions().name_error,
                "Can't invoke function 'get_bind', as the proxy object has not yet been established for the Alembic "
                "'Operations' class.  Try placing this code inside a callable.");
}

void FillAlembicOp(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  const python::Namespace* names = &module.globals();
  module.set_fallback([names](Interpreter& interpreter, Symbol name) { return LateName(interpreter, *names, name); });
}

void FillOperationsGlue(Interpreter&, python::ModuleObject& module) {
  module.globals().Set(Symbol::Intern("BatchOperations"), Value(BatchOperationsClass()));
}

}  // namespace limbeck::pymodules

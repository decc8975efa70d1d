#include "pymodules/alembic_context.h"

#include "pymodules/dialect_object.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/script_run.h"
#include "pymodules/statements.h"
#include "pymodules/text_values.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

std::optional<std::string> TextOf(Interpreter& interpreter, const Value& value) {
  if (value.is_empty() || value.is_none()) return std::nullopt;
  return interpreter.Str(value);
}

/// An asynchronous connection stands for the one inside of it: some env.py configure it before run_sync() does.
Value SyncConnection(Interpreter& interpreter, const Value& connection) {
  const Value inner = interpreter.FindAttribute(connection, python::Symbol::Intern("sync_connection"));
  return inner.is_empty() ? connection : inner;
}

/// configure(connection=None, url=None, dialect_name=None, ..., **options): everything lands in context.opts.
Value Configure(Interpreter& interpreter, Arguments& arguments) {
  ConfigureRequest request;
  request.options = python::MakeDict();
  static constexpr const char* kPositional[] = {"connection", "url", "dialect_name", "dialect_opts"};
  Value given[4];
  for (size_t i = 0; i < 4; ++i) given[i] = interpreter.Resolve(arguments.OrNone(kPositional[i]));
  request.connection = SyncConnection(interpreter, given[0]);
  request.url = TextOf(interpreter, given[1]);
  request.dialect_name = TextOf(interpreter, given[2]);
  request.dialect_options = given[3];
  for (const auto& [name, value] : arguments.RestKeywords()) request.options->table.Set(name, value);
  arguments.Finish();
  RequireContext(interpreter).Configure(request);
  return Value::None();
}

Value RunMigrations(Interpreter& interpreter, Arguments& arguments) {
  const auto keywords = python::MakeDict();
  for (const auto& [name, value] : arguments.RestKeywords()) keywords->table.Set(name, value);
  arguments.Finish();
  RequireContext(interpreter).RunMigrations(keywords);
  return Value::None();
}

// ------------------------------------------------------------------------------------------ scopes

using Enter = void (ContextHost::*)();
using Leave = void (ContextHost::*)(bool failed);

template <Enter kEnter>
Value EnterScope(Interpreter& interpreter, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  (RequireContext(interpreter).*kEnter)();
  return self;
}

template <Leave kLeave>
Value LeaveScope(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  const bool failed = !arguments.OrNone("exc_type").is_none();
  arguments.Rest();
  arguments.Finish();
  (RequireContext(interpreter).*kLeave)(failed);
  return Value::Bool(false);
}

constexpr python::NativeMethod kTransactionMethods[] = {
    {"__enter__", EnterScope<&ContextHost::EnterTransaction>},
    {"__exit__", LeaveScope<&ContextHost::LeaveTransaction>},
};
constexpr python::NativeMethod kAutocommitMethods[] = {
    {"__enter__", EnterScope<&ContextHost::EnterAutocommit>},
    {"__exit__", LeaveScope<&ContextHost::LeaveAutocommit>},
};

struct ScopeState : python::NativeState {};

Value BeginTransaction(Interpreter&, Arguments& arguments) {
  arguments.RestKeywords();
  arguments.Finish();
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "_ProxyTransaction", .module = "alembic.runtime.migration", .methods = kTransactionMethods});
  return python::MakeInstance(kClass, std::make_unique<ScopeState>());
}

Value AutocommitBlock(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "_AutocommitBlock", .module = "alembic.runtime.migration", .methods = kAutocommitMethods});
  return python::MakeInstance(kClass, std::make_unique<ScopeState>());
}

// ------------------------------------------------------------------------------------------ questions

template <Value (ContextHost::*kAsk)()>
Value Ask(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return (RequireContext(interpreter).*kAsk)();
}

template <bool (ContextHost::*kAsk)()>
Value AskBool(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return Value::Bool((RequireContext(interpreter).*kAsk)());
}

Value RequiresConnection(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return Value::Bool(!RequireContext(interpreter).IsOffline());
}

/// -x key=value, as a list or as a dict.
Value XArgument(Interpreter& interpreter, Arguments& arguments) {
  const bool as_dictionary = arguments.Bool("as_dictionary", false);
  arguments.Finish();
  const Value list = RequireContext(interpreter).XArguments();
  if (!as_dictionary) return list;
  const auto dict = python::MakeDict();
  interpreter.ForEach(list, [&](const Value& item) {
    const std::string text = interpreter.Str(item);
    const size_t equals = text.find('=');
    const std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
    dict->table.Set(interpreter, python::MakeStr(text.substr(0, equals)), python::MakeStr(value));
  });
  return dict;
}

Value Execute(Interpreter& interpreter, Arguments& arguments) {
  const sql::Statement statement = ReadStatement(interpreter, arguments.Required("sql"));
  arguments.OrNone("execution_options");
  arguments.Finish();
  RequireContext(interpreter).Execute(statement);
  return Value::None();
}

Value StaticOutput(Interpreter& interpreter, Arguments& arguments) {
  const std::string text = arguments.String("text");
  arguments.Finish();
  RequireContext(interpreter).StaticOutput(text);
  return Value::None();
}

// ------------------------------------------------------------------------------------------ MigrationContext

template <Value (ContextHost::*kAsk)()>
Value Property(Interpreter& interpreter, const Value&) {
  return (RequireContext(interpreter).*kAsk)();
}

Value AsSql(Interpreter& interpreter, const Value&) {
  return Value::Bool(RequireContext(interpreter).IsOffline());
}

/// The connection's, or the one that the script is written for.
Value ContextDialect(Interpreter& interpreter, const Value&) {
  ContextHost& context = RequireContext(interpreter);
  const Value bind = context.IsOffline() ? Value::None() : context.Bind();
  if (bind.is_none()) return MakeDialect(context.DialectName());
  return interpreter.GetAttribute(bind, Symbol::Intern("dialect"));
}

Value ContextImpl(Interpreter& interpreter, const Value& self) {
  return interpreter.CallMethod(interpreter.Import("alembic.operations.base"), "DefaultImpl", {self});
}

Value CurrentHeads(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  return RequireContext(interpreter).CurrentHeads();
}

/// _ensure_version_table(), by which an env.py has a table that it can lock before the run.
Value EnsureVersionTable(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  WithScriptErrors(interpreter, [&] { RequireContext(interpreter).EnsureVersionTable(); });
  return Value::None();
}

Value CurrentRevision(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  ContextHost& context = RequireContext(interpreter);
  const std::vector<Value> heads = interpreter.ToVector(context.CurrentHeads());
  if (heads.size() > 1) {
    const std::string table = interpreter.Str(context.VersionTable());
    WithScriptErrors(interpreter, [&] {
      throw Error(ErrorKind::kCommand,
                  "Version table '" + table + "' has more than one head present; please use get_current_heads()");
    });
  }
  return heads.empty() ? Value::None() : heads.front();
}

Value GetImpl(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return ContextImpl(interpreter, RequireContext(interpreter).MigrationContext());
}

template <Value (*kFunction)(Interpreter&, Arguments&)>
Value Method(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  return kFunction(interpreter, arguments);
}

constexpr python::NativeMethod kContextMethods[] = {
    {"autocommit_block", AutocommitBlock},         {"get_current_heads", CurrentHeads},
    {"get_current_revision", CurrentRevision},     {"begin_transaction", Method<BeginTransaction>},
    {"run_migrations", Method<RunMigrations>},     {"execute", Method<Execute>},
    {"_ensure_version_table", EnsureVersionTable},
};

constexpr python::NativeProperty kContextProperties[] = {
    {"bind", Property<&ContextHost::Bind>},
    {"connection", Property<&ContextHost::Bind>},
    {"config", Property<&ContextHost::Config>},
    {"script", Property<&ContextHost::Script>},
    {"opts", Property<&ContextHost::Options>},
    {"version_table", Property<&ContextHost::VersionTable>},
    {"version_table_schema", Property<&ContextHost::VersionTableSchema>},
    {"as_sql", AsSql},
    {"dialect", ContextDialect},
    {"impl", ContextImpl},
};

// ------------------------------------------------------------------------------------------ the module

constexpr python::NativeFunction kFunctions[] = {
    {"configure", Configure, true},
    {"run_migrations", RunMigrations},
    {"begin_transaction", BeginTransaction},
    {"is_offline_mode", AskBool<&ContextHost::IsOffline>},
    {"is_transactional_ddl", AskBool<&ContextHost::IsTransactionalDdl>},
    {"requires_connection", RequiresConnection},
    {"get_head_revision", Ask<&ContextHost::HeadRevision>},
    {"get_head_revisions", Ask<&ContextHost::HeadRevisions>},
    {"get_starting_revision_argument", Ask<&ContextHost::StartingRevisionArgument>},
    {"get_revision_argument", Ask<&ContextHost::RevisionArgument>},
    {"get_tag_argument", Ask<&ContextHost::TagArgument>},
    {"get_x_argument", XArgument},
    {"get_context", Ask<&ContextHost::MigrationContext>},
    {"get_bind", Ask<&ContextHost::Bind>},
    {"get_impl", GetImpl},
    {"execute", Execute},
    {"static_output", StaticOutput},
};

/// `config` and `script` exist only while a command runs env.py.
Value ModuleAttribute(Interpreter& interpreter, Symbol name) {
  ContextHost* context = interpreter.Service<ScriptRun>().context;
  if (context == nullptr) return Value();
  if (name.text() == "config") return context->Config();
  if (name.text() == "script") return context->Script();
  return Value();
}

/// MigrationInfo, what callbacks are told of a step.
Value MakeStepInfo(const graph::StepInfo& info) {
  static const TypeObject* const kClass =
      python::MakeNativeType({.name = "MigrationInfo", .module = "alembic.runtime.migration"});
  auto object = python::Make<python::InstanceObject>(kClass);
  python::Namespace& attributes = object->MakeAttributes();
  const auto set = [&attributes](const char* name, Value value) {
    attributes.Set(Symbol::Intern(name), std::move(value));
  };
  set("is_upgrade", Value::Bool(info.is_upgrade));
  set("is_downgrade", Value::Bool(!info.is_upgrade));
  set("is_stamp", Value::Bool(info.is_stamp));
  set("is_migration", Value::Bool(!info.is_stamp));
  set("up_revision_ids", TextTuple(info.up_revision_ids));
  set("up_revision_id", info.up_revision_ids.empty() ? Value::None() : python::MakeStr(info.up_revision_ids.front()));
  set("down_revision_ids", TextTuple(info.down_revision_ids));
  set("source_revision_ids", TextTuple(info.source_revision_ids()));
  set("destination_revision_ids", TextTuple(info.destination_revision_ids()));
  return object;
}

}  // namespace

void CallVersionCallbacks(Interpreter& interpreter, const Value& callbacks, const graph::StepInfo& info,
                          const std::vector<std::string>& heads, const Value& keywords) {
  const auto names = python::Make<python::SetObject>();
  for (const std::string& head : heads) names->table.Set(interpreter, python::MakeStr(head), Value::None());
  const std::pair<Symbol, Value> arguments[] = {
      {Symbol::Intern("ctx"), MakeMigrationContext(interpreter)},
      {Symbol::Intern("step"), MakeStepInfo(info)},
      {Symbol::Intern("heads"), names},
      {Symbol::Intern("run_args"), keywords},
  };
  const bool are_many = python::Cast<python::ListObject>(callbacks) != nullptr ||
                        python::Cast<python::TupleObject>(callbacks) != nullptr ||
                        python::Cast<python::SetObject>(callbacks) != nullptr;
  const std::vector<Value> list = are_many ? interpreter.ToVector(callbacks) : std::vector<Value>{callbacks};
  for (const Value& callback : list) interpreter.Call(callback, {{}, arguments});
}

void FillAlembicContext(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  module.set_fallback(ModuleAttribute);
}

Value MakeMigrationContext(Interpreter&) {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "MigrationContext",
                                                                  .module = "alembic.runtime.migration",
                                                                  .methods = kContextMethods,
                                                                  .properties = kContextProperties});
  return python::MakeInstance(kClass, std::make_unique<ScopeState>());
}

}  // namespace limbeck::pymodules

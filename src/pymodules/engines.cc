#include "pymodules/engines.h"

#include "base/text.h"
#include "pymodules/dialect_object.h"
#include "pymodules/executions.h"
#include "pymodules/module_classes.h"
#include "pymodules/older_calls.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/script_run.h"
#include "pymodules/selects.h"
#include "pymodules/url_object.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::InstanceObject;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

// ------------------------------------------------------------------------------------------ Connection

ConnectionState& StateOfConnection(const Value& self) {
  return *python::StateOf<ConnectionState>(self);
}

ScriptConnection& Open(const Value& self) {
  const auto& connection = StateOfConnection(self).connection;
  if (connection) return *connection;
  throw Error(ErrorKind::kScript, "This Connection is closed").ExceptionClass("ResourceClosedError");
}

driver::Backend BackendOfConnection(const Value& self) {
  return driver::BackendOf(Open(self).url());
}

/// What execution_options() of the connection, of the statement and of one execution say.
ExecutionOptions ReadExecutionOptions(Interpreter& interpreter, const Value& connection, const Value& statement,
                                      const Value& given) {
  ExecutionOptions options = StateOfConnection(connection).options;
  for (const Value& value : {StatementOptions(interpreter.Resolve(statement)), interpreter.Resolve(given)}) {
    const auto* dict = python::Cast<python::DictObject>(value);
    if (dict == nullptr) continue;
    for (const auto& entry : dict->table.entries()) {
      if (entry.key.is_empty()) continue;
      ReadExecutionOption(interpreter, interpreter.Str(entry.key), entry.value, BackendOfConnection(connection),
                          options);
    }
  }
  return options;
}

/// execute(statement, parameters=None, *, execution_options=None), and as SQLAlchemy before 2.0 took it.
Value Execute(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value statement = arguments.Required("statement");
  const Value first = arguments.Optional("parameters");
  const Value options = arguments.Keyword("execution_options");
  const std::vector<Value> more = arguments.Rest();
  const Value rows = JoinParameters(interpreter, first, more, arguments.RestKeywords());
  arguments.Finish();
  return WithScriptErrors(interpreter, [&] {
    return ExecuteForScript(interpreter, Open(self), statement, rows,
                            ReadExecutionOptions(interpreter, self, statement, options));
  });
}

Value ExecuteScalar(Interpreter& interpreter, Arguments& arguments) {
  return interpreter.CallMethod(Execute(interpreter, arguments), "scalar", {});
}

Value ExecuteScalars(Interpreter& interpreter, Arguments& arguments) {
  return interpreter.CallMethod(Execute(interpreter, arguments), "scalars", {});
}

/// exec_driver_sql("..."): the driver's own text.
Value ExecDriverSql(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string statement = arguments.String("statement");
  const Value given = interpreter.Resolve(arguments.OrNone("parameters"));
  const Value options = arguments.Keyword("execution_options");
  arguments.Finish();
  return WithScriptErrors(interpreter, [&] {
    return ExecuteDriverText(interpreter, Open(self), statement, given,
                             ReadExecutionOptions(interpreter, self, Value(), options));
  });
}

template <void (ScriptConnection::*kAct)()>
Value Act(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  WithScriptErrors(interpreter, [&] {
    ScriptConnection& connection = Open(self);
    connection.Settle();
    (connection.*kAct)();
  });
  return Value::None();
}

Value InTransaction(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Value::Bool(Open(self).in_transaction());
}

Value CloseConnection(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  arguments.Finish();
  auto& connection = StateOfConnection(self).connection;
  if (connection && connection.use_count() == 1) connection->TryRollback();
  connection.reset();
  return Value::Bool(false);
}

Value ReturnSelf(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  return self;
}

/// execution_options(isolation_level="AUTOCOMMIT", ...): the connection itself, changed.
Value SetExecutionOptions(Interpreter& interpreter, Arguments& arguments) {
  Value self = arguments.Self();
  ExecutionOptions& options = StateOfConnection(self).options;
  WithScriptErrors(interpreter, [&] {
    for (const auto& [name, value] : arguments.RestKeywords()) {
      ReadExecutionOption(interpreter, std::string(name.text()), value, BackendOfConnection(self), options);
    }
    ApplyOptions(options, Open(self));
  });
  arguments.Finish();
  return self;
}

Value GetIsolationLevel(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeStr(NameOf(Open(self).isolation().level, BackendOfConnection(self)));
}

/// The connection's statements are in no transaction while it lives.
class OutsideScope {
 public:
  explicit OutsideScope(std::shared_ptr<ScriptConnection> connection)
      : connection_(std::move(connection)), before_(connection_->isolation()) {
    connection_->set_isolation({.autocommit = true});
  }
  ~OutsideScope() { connection_->set_isolation(before_); }
  OutsideScope(const OutsideScope&) = delete;
  OutsideScope& operator=(const OutsideScope&) = delete;

 private:
  std::shared_ptr<ScriptConnection> connection_;
  Isolation before_;
};

/// Calls a function that executes its statements in no transaction.
Value OutsideTransactions(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value function = arguments.Required("function");
  arguments.Finish();
  Open(self);
  const OutsideScope scope(StateOfConnection(self).connection);
  return interpreter.Call(function, {});
}

/// `connection.connection`: the same connection as its Python driver shows it.
Value DriverConnection(Interpreter& interpreter, const Value& self) {
  ConnectionState& state = StateOfConnection(self);
  if (state.driver_connection.is_empty()) {
    state.driver_connection =
        interpreter.CallMethod(interpreter.Import("sqlalchemy.engine._dbapi"), "DriverConnection", {self});
  }
  return state.driver_connection;
}

// ------------------------------------------------------------------------------------------ Transaction

struct TransactionState : python::NativeState {
  explicit TransactionState(Value owner) : connection(std::move(owner)) {}
  Value connection;
  std::string savepoint;  ///< empty: the transaction itself
  bool is_open = true;
};

void End(TransactionState& state, bool commit) {
  if (!state.is_open) return;
  state.is_open = false;
  ScriptConnection& connection = Open(state.connection);
  connection.Settle();
  if (state.savepoint.empty()) {
    commit ? connection.Commit() : connection.Rollback();
  } else if (commit) {
    connection.driver().ReleaseSavepoint(state.savepoint);
  } else {
    connection.driver().RollbackToSavepoint(state.savepoint);
    connection.driver().ReleaseSavepoint(state.savepoint);
  }
}

template <bool kCommit>
Value EndTransaction(Interpreter& interpreter, Arguments& arguments) {
  auto& state = *python::StateOf<TransactionState>(arguments.Self());
  arguments.Finish();
  WithScriptErrors(interpreter, [&] { End(state, kCommit); });
  return Value::None();
}

Value ExitTransaction(Interpreter& interpreter, Arguments& arguments) {
  auto& state = *python::StateOf<TransactionState>(arguments.Self());
  const bool failed = !arguments.OrNone("exc_type").is_none();
  arguments.Rest();
  arguments.Finish();
  WithScriptErrors(interpreter, [&] { End(state, !failed); });
  return Value::Bool(false);
}

Value TransactionIsActive(Interpreter&, const Value& self) {
  return Value::Bool(python::StateOf<TransactionState>(self)->is_open);
}

constexpr python::NativeMethod kTransactionMethods[] = {
    {"__enter__", ReturnSelf},           {"__exit__", ExitTransaction},    {"commit", EndTransaction<true>},
    {"rollback", EndTransaction<false>}, {"close", EndTransaction<false>},
};
constexpr python::NativeProperty kTransactionProperties[] = {{"is_active", TransactionIsActive}};

Value MakeTransaction(const Value& connection, std::string savepoint) {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "RootTransaction",
                                                                  .module = "sqlalchemy.engine.base",
                                                                  .methods = kTransactionMethods,
                                                                  .properties = kTransactionProperties});
  auto state = std::make_unique<TransactionState>(connection);
  state->savepoint = std::move(savepoint);
  return python::MakeInstance(kClass, std::move(state));
}

Value Begin(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  WithScriptErrors(interpreter, [&] { Open(self).Begin(); });
  return MakeTransaction(self, "");
}

Value BeginNested(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  static constexpr const char* kName = "sa_savepoint_1";
  WithScriptErrors(interpreter, [&] {
    Open(self).BeginNow();
    Open(self).driver().SetSavepoint(kName);
  });
  return MakeTransaction(self, kName);
}

Value ConnectionDialect(Interpreter&, const Value& self) {
  ScriptConnection& connection = Open(self);
  return MakeDialect(std::string(connection.driver().dialect()), connection.driver().server_version());
}
Value ConnectionEngine(Interpreter&, const Value& self) {
  const Value& engine = StateOfConnection(self).engine;
  return engine.is_empty() ? Value::None() : engine;
}
Value DefaultIsolationLevel(Interpreter&, const Value& self) {
  return python::MakeStr(NameOf(driver::IsolationLevel::kDefault, BackendOfConnection(self)));
}
Value ConnectionClosed(Interpreter&, const Value& self) {
  return Value::Bool(!StateOfConnection(self).connection);
}

constexpr python::NativeMethod kConnectionMethods[] = {
    {"execute", Execute},
    {"scalar", ExecuteScalar},
    {"scalars", ExecuteScalars},
    {"exec_driver_sql", ExecDriverSql},
    {"begin", Begin},
    {"begin_nested", BeginNested},
    {"commit", Act<&ScriptConnection::Commit>},
    {"rollback", Act<&ScriptConnection::Rollback>},
    {"in_transaction", InTransaction},
    {"close", CloseConnection},
    {"execution_options", SetExecutionOptions},
    {"get_isolation_level", GetIsolationLevel},
    {"_outside_transactions", OutsideTransactions},
    {"__enter__", ReturnSelf},
    {"__exit__", CloseConnection},
};
constexpr python::NativeProperty kConnectionProperties[] = {{"dialect", ConnectionDialect},
                                                            {"engine", ConnectionEngine},
                                                            {"closed", ConnectionClosed},
                                                            {"connection", DriverConnection},
                                                            {"default_isolation_level", DefaultIsolationLevel}};

const TypeObject* ConnectionClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Connection",
                                                                  .module = "sqlalchemy.engine.base",
                                                                  .methods = kConnectionMethods,
                                                                  .properties = kConnectionProperties});
  return kClass;
}

// ------------------------------------------------------------------------------------------ Engine

EngineState& StateOfEngine(const Value& self) {
  return *python::StateOf<EngineState>(self);
}

const driver::Url& EngineUrl(const Value& self) {
  return python::StateOf<EngineState>(self)->url;
}

/// The connection of the run, when it has the SQLite database of that URL in its transaction; or null.
std::shared_ptr<ScriptConnection> HostFor(Interpreter& interpreter, const driver::Url& url) {
  const ScriptRun& run = interpreter.Service<ScriptRun>();
  if (run.sink == nullptr || driver::BackendOf(url) != driver::Backend::kSqlite || run.context->IsOffline()) return {};
  std::shared_ptr<ScriptConnection> host = FindConnection(run.context->Bind());
  const bool has_it = host && host->url().database == url.database && host->driver().in_transaction();
  return has_it ? host : nullptr;
}

std::shared_ptr<ScriptConnection> OpenConnection(Interpreter& interpreter, const EngineState& engine) {
  if (auto host = HostFor(interpreter, engine.url)) return std::make_shared<ScriptConnection>(std::move(host));
  return std::make_shared<ScriptConnection>(
      interpreter.Service<Databases>().connector->Connect(engine.url, engine.arguments.connect));
}

/// Functions that listen to the engine's "connect" hear of it. Nobody does who has not imported sqlalchemy.event.
void TellConnected(Interpreter& interpreter, const Value& engine, const Value& connection) {
  if (interpreter.modules().Find(Symbol::Intern("sqlalchemy.event")) == nullptr) return;
  interpreter.CallMethod(interpreter.Import("sqlalchemy.engine._dbapi"), "tell_connected", {engine, connection});
}

Value Connect(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.RestKeywords();
  arguments.Finish();
  auto state = std::make_unique<ConnectionState>();
  state->engine = self;
  state->connection = WithScriptErrors(interpreter, [&] { return OpenConnection(interpreter, StateOfEngine(self)); });
  state->options = StateOfEngine(self).arguments.options;
  ApplyOptions(state->options, *state->connection);
  const Value connection = python::MakeInstance(ConnectionClass(), std::move(state));
  const Value& origin = StateOfEngine(self).origin;
  TellConnected(interpreter, origin.is_empty() ? self : origin, connection);
  return connection;
}

/// engine.raw_connection()
Value RawConnection(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return interpreter.CallMethod(interpreter.Import("sqlalchemy.engine._dbapi"), "DriverConnection",
                                {interpreter.CallMethod(self, "connect", {}), Value::Bool(true)});
}

/// engine.execution_options(...): another engine of the same database.
Value EngineWithOptions(Interpreter& interpreter, Arguments& arguments);

/// engine.begin(): a connection in a transaction, committed at the end of the block.
struct EngineBeginState : python::NativeState {
  Value engine;
  Value connection;
};

Value EnterEngineBegin(Interpreter& interpreter, Arguments& arguments) {
  auto& state = *python::StateOf<EngineBeginState>(arguments.Self());
  arguments.Finish();
  state.connection = interpreter.CallMethod(state.engine, "connect", {});
  Open(state.connection).Begin();
  return state.connection;
}

Value ExitEngineBegin(Interpreter& interpreter, Arguments& arguments) {
  auto& state = *python::StateOf<EngineBeginState>(arguments.Self());
  const bool failed = !arguments.OrNone("exc_type").is_none();
  arguments.Rest();
  arguments.Finish();
  WithScriptErrors(interpreter, [&] { failed ? Open(state.connection).Rollback() : Open(state.connection).Commit(); });
  interpreter.CallMethod(state.connection, "close", {});
  return Value::Bool(false);
}

constexpr python::NativeMethod kEngineBeginMethods[] = {{"__enter__", EnterEngineBegin}, {"__exit__", ExitEngineBegin}};

Value EngineBegin(Interpreter&, Arguments& arguments) {
  auto state = std::make_unique<EngineBeginState>();
  state->engine = arguments.Self();
  arguments.Finish();
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "_EngineBegin", .module = "sqlalchemy.engine.base", .methods = kEngineBeginMethods});
  return python::MakeInstance(kClass, std::move(state));
}

Value DisposeEngine(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.RestKeywords();
  arguments.Rest();
  arguments.Finish();
  return Value::None();
}

Value EngineGetUrl(Interpreter&, const Value& self) {
  return WrapUrl(EngineUrl(self));
}
Value EngineName(Interpreter&, const Value& self) {
  return python::MakeStr(driver::NameOf(driver::BackendOf(EngineUrl(self))));
}
Value EngineDialect(Interpreter&, const Value& self) {
  return MakeDialect(std::string(driver::NameOf(driver::BackendOf(EngineUrl(self)))), {});
}
Value EngineDriver(Interpreter& interpreter, const Value& self) {
  return interpreter.GetAttribute(EngineDialect(interpreter, self), python::Symbol::Intern("driver"));
}

constexpr python::NativeMethod kEngineMethods[] = {{"connect", Connect},
                                                   {"begin", EngineBegin},
                                                   {"dispose", DisposeEngine},
                                                   {"raw_connection", RawConnection},
                                                   {"execution_options", EngineWithOptions}};
/// For what takes an engine or a connection.
Value EngineOfEngine(Interpreter&, const Value& self) {
  return self;
}

constexpr python::NativeProperty kEngineProperties[] = {{"url", EngineGetUrl},
                                                        {"name", EngineName},
                                                        {"dialect", EngineDialect},
                                                        {"driver", EngineDriver},
                                                        {"engine", EngineOfEngine}};

std::string EngineRepr(Interpreter&, const Value& self) {
  return "Engine(" + EngineUrl(self).ToString() + ")";
}

const TypeObject* EngineClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Engine",
                                                                  .module = "sqlalchemy.engine.base",
                                                                  .methods = kEngineMethods,
                                                                  .properties = kEngineProperties,
                                                                  .slots = {.repr = EngineRepr}});
  return kClass;
}

Value EngineWithOptions(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  auto state = std::make_unique<EngineState>(StateOfEngine(self));
  if (state->origin.is_empty()) state->origin = self;
  WithScriptErrors(interpreter, [&] {
    const driver::Backend backend = driver::BackendOf(state->url);
    for (const auto& [name, value] : arguments.RestKeywords()) {
      ReadExecutionOption(interpreter, std::string(name.text()), value, backend, state->arguments.options);
    }
  });
  arguments.Finish();
  return python::MakeInstance(EngineClass(), std::move(state));
}

using Keywords = std::vector<std::pair<Symbol, Value>>;

Value MakeEngine(Interpreter& interpreter, const Value& given, const Keywords& keywords) {
  auto state = std::make_unique<EngineState>();
  state->url = ReadUrl(interpreter, given);
  WithScriptErrors(interpreter, [&] {
    // An unknown database is told here, as create_engine() tells it.
    state->arguments = ReadEngineArguments(interpreter, driver::BackendOf(state->url), keywords);
  });
  return python::MakeInstance(EngineClass(), std::move(state));
}

Value CreateEngine(Interpreter& interpreter, Arguments& arguments) {
  const Value url = arguments.Required("url");
  const Keywords keywords = arguments.RestKeywords();
  arguments.Finish();
  return MakeEngine(interpreter, url, keywords);
}

Value EngineFromConfig(Interpreter& interpreter, Arguments& arguments) {
  const Value configuration = interpreter.Resolve(arguments.Required("configuration"));
  const std::string prefix = arguments.String("prefix", "sqlalchemy.");
  const Value url = arguments.Keyword("url");
  Keywords keywords = KeywordsOfConfiguration(interpreter, configuration, prefix);
  for (const auto& keyword : arguments.RestKeywords()) keywords.push_back(keyword);
  arguments.Finish();
  if (!url.is_empty()) return MakeEngine(interpreter, url, keywords);
  const Value given = interpreter.CallMethod(configuration, "get", {python::MakeStr(prefix + "url")});
  if (!given.is_none()) return MakeEngine(interpreter, given, keywords);
  const std::optional<std::string> fallback = EnvironmentUrl(interpreter);
  if (!fallback) python::Raise(python::Exceptions().key_error, python::MakeStr("url"));
  return MakeEngine(interpreter, python::MakeStr(*fallback), keywords);
}

constexpr python::NativeFunction kFunctions[] = {
    {"create_engine", CreateEngine}, {"engine_from_config", EngineFromConfig}, {"make_url", MakeUrl}};

}  // namespace

std::optional<std::string> EnvironmentUrl(Interpreter& interpreter) {
  for (const char* name : {"LIMBECK_URL", "DATABASE_URL"}) {
    const auto found = interpreter.variables().find(name);
    if (found != interpreter.variables().end() && !found->second.empty()) return found->second;
  }
  return std::nullopt;
}

std::shared_ptr<ScriptConnection> FindConnection(const Value& value) {
  const auto* state = python::StateOf<ConnectionState>(value);
  return state == nullptr ? nullptr : state->connection;
}

Value WrapConnection(std::shared_ptr<ScriptConnection> connection, const driver::Url& url) {
  auto engine = std::make_unique<EngineState>();
  engine->url = url;
  auto state = std::make_unique<ConnectionState>();
  state->engine = python::MakeInstance(EngineClass(), std::move(engine));
  state->connection = std::move(connection);
  return python::MakeInstance(ConnectionClass(), std::move(state));
}

bool IsEngine(const Value& value) {
  return python::StateOf<EngineState>(value) != nullptr;
}

void AddEngines(python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  AddClasses(module, {EngineClass(), ConnectionClass(), UrlClass()});
}

}  // namespace limbeck::pymodules

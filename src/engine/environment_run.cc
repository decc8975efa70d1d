#include "engine/environment_run.h"

#include <algorithm>

#include "base/text.h"
#include "engine/configure_options.h"
#include "engine/interpreters.h"
#include "engine/statements_ahead.h"
#include "graph/range.h"
#include "graph/resolver.h"
#include "limbeck/revision.h"
#include "project/sql_revision.h"
#include "project/sql_variables.h"
#include "pymodules/alembic_context.h"
#include "pymodules/config_object.h"
#include "pymodules/engines.h"
#include "pymodules/mock_connection.h"
#include "pymodules/script_directory.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/text_values.h"
#include "python/opaque.h"
#include "python/output_file.h"

namespace limbeck::engine {
namespace {

using python::Symbol;
using python::Value;

/// None, a str, or a tuple of str.
Value ToValue(const graph::Identifier& identifier) {
  if (const auto* text = std::get_if<std::string>(&identifier)) return python::MakeStr(*text);
  const auto* many = std::get_if<std::vector<std::string>>(&identifier);
  return many == nullptr ? Value::None() : pymodules::TextTuple(*many);
}

}  // namespace

EnvironmentRun::EnvironmentRun(Project& project, RunRequest request)
    : project_(project), request_(std::move(request)), lock_(project.services(), LockTimeout()) {}

EnvironmentRun::~EnvironmentRun() = default;

python::Interpreter& EnvironmentRun::interpreter() {
  if (interpreter_ == nullptr) {
    interpreter_ = MakeInterpreter(project_.services(), project_.directory().search_path);
    interpreter_->Service<python::OutputFiles>().may_write_sql = request_.as_sql;
    interpreter_->Service<pymodules::ScriptRun>().context = this;
  }
  return *interpreter_;
}

bool EnvironmentRun::HasModels() const {
  if (project_.services().models != nullptr) return true;
  return options_ && !ConfiguredOptions::Find(*options_, "target_metadata").is_none();
}

python::Ref<python::DictObject> EnvironmentRun::TemplateArguments() const {
  const Value given = options_ ? ConfiguredOptions::Find(*options_, "template_args") : Value::None();
  if (python::Cast<python::DictObject>(given) == nullptr) return python::MakeDict();
  return python::Ref<python::DictObject>(python::Cast<python::DictObject>(given));
}

std::chrono::seconds EnvironmentRun::LockTimeout() const {
  if (request_.lock_timeout) return *request_.lock_timeout;
  return std::chrono::seconds(
      project_.NumberOption("lock_timeout", "seconds").value_or(RunLock::kDefaultTimeout.count()));
}

void EnvironmentRun::Run() {
  const std::string script = project_.directory().EnvironmentScript();
  if (request_.connection || request_.url_instead_of_script || !HasScript(script)) {
    return interpreter().AtEdge([this] { RunWithoutScript(); });
  }
  auto& calls = interpreter().Service<python::OpaqueCalls>();
  calls.watched_file = script;
  try {
    interpreter().RunFile(script, "env_py");
  } catch (Error& error) {
    // env.py only asks for the run: a place in it tells nothing about a request that makes no sense.
    if (error.kind() == ErrorKind::kCommand && error.place().file == script) error.At({});
    throw;
  }
  if (!has_run_ && !calls.last.is_empty()) ThrowNothingRan(calls);
}

/// An env.py may leave all of it to a package: `run_migrations_online(metadata, url)`. What is not there runs nothing,
/// and nothing is skipped in silence.
void EnvironmentRun::ThrowNothingRan(const python::OpaqueCalls& calls) {
  throw python::OpaqueRefusal(interpreter(), calls.last, "is called, and nothing in env.py runs migrations")
      .At(calls.place);
}

/// A folder with revisions and no env.py runs from the configuration alone. What is there but cannot be read, as a
/// link to itself, is not "no env.py".
bool EnvironmentRun::HasScript(const std::string& script) const {
  FileSystem& files = *project_.services().files;
  if (files.Exists(script)) return true;
  const std::vector<DirectoryEntry> entries = files.ListDirectory(FolderOf(files.AbsolutePath(script)));
  const bool is_broken = std::any_of(entries.begin(), entries.end(),
                                     [&](const DirectoryEntry& entry) { return entry.name == FileNameOf(script); });
  const std::vector<std::string>& locations = project_.directory().version_locations;
  const auto exists = [&](const std::string& location) { return files.Exists(location); };
  if (!is_broken && std::any_of(locations.begin(), locations.end(), exists)) return false;
  throw Error(ErrorKind::kScript, "Can't find Python file " + script).ExceptionClass("ImportError");
}

std::string EnvironmentRun::UrlWithoutScript() const {
  if (request_.url_instead_of_script) return *request_.url_instead_of_script;
  const std::optional<std::string> configured = project_.config().GetMainOption("sqlalchemy.url");
  if (configured && !configured->empty()) return *configured;
  if (const std::optional<std::string> given = pymodules::EnvironmentUrl(*interpreter_)) return *given;
  throw Error(ErrorKind::kCommand, "there is no env.py, and no database URL is configured")
      .Hint("set sqlalchemy.url in the ini file, or LIMBECK_URL or DATABASE_URL in the environment");
}

python::Ref<python::DictObject> EnvironmentRun::OptionsWithoutScript() const {
  auto options = python::MakeDict();
  const auto set = [&](const char* name, const std::string& text) {
    if (!text.empty()) options->table.Set(Symbol::Intern(name), python::MakeStr(text));
  };
  set("version_table", request_.version_table);
  set("version_table_schema", request_.version_table_schema);
  options->table.Set(Symbol::Intern("transaction_per_migration"), Value::Bool(request_.transaction_per_migration));
  return options;
}

void EnvironmentRun::RunWithoutScript() {
  pymodules::ConfigureRequest request;
  request.options = OptionsWithoutScript();
  std::shared_ptr<pymodules::ScriptConnection> connection = request_.connection;
  if (!connection) request.url = UrlWithoutScript();
  if (!connection && !request_.as_sql) {
    const driver::Url url = driver::Url::Parse(*request.url);
    connection = std::make_shared<pymodules::ScriptConnection>(project_.services().connector->Connect(url));
  }
  if (connection) {
    request.connection = pymodules::WrapConnection(connection, connection->url());
  } else {
    request.options->table.Set(Symbol::Intern("literal_binds"), Value::Bool(true));
  }
  Configure(request);
  // What fails on the way is rolled back with the connection, which goes with this run.
  EnterTransaction();
  auto keywords = python::MakeDict();
  for (const auto& [name, text] : request_.arguments) keywords->table.Set(Symbol::Intern(name), python::MakeStr(text));
  RunMigrations(keywords);
  LeaveTransaction(false);
}

// ------------------------------------------------------------------------------------------ configure()

engine::MigrationContext& EnvironmentRun::Context() {
  if (context_) return *context_;
  python::Raise(python::Exceptions().exception, "No context has been configured yet.");
}

void EnvironmentRun::Configure(const pymodules::ConfigureRequest& request) {
  pymodules::WithScriptErrors(*interpreter_, [&] {
    ConfiguredOptions read(*interpreter_, request);
    ContextOptions options = read.Read();
    options.only_looks = request_.only_looks || request_.dont_mutate;
    options.dont_mutate = request_.dont_mutate;
    options.purge = request_.purge;
    if (!request_.dont_mutate) options.lock = &lock_;
    options_ = request.options;
    request_.as_sql = request_.as_sql || read.as_sql();
    if (request_.as_sql) {
      if (read.starting_revision()) request_.starting_revision = read.starting_revision();
      if (request_.listen) {
        options.write = [this](std::string_view sql) { request_.listen(sql, interpreter_->CurrentPlace()); };
      }
      options.starting_heads = graph::OfflineHeads(project_.revisions(), request_.starting_revision);
      context_ =
          std::make_unique<engine::MigrationContext>(project_.services(), read.OfflineDialect(), std::move(options));
      bind_ = pymodules::MakeMockConnection();
    } else {
      if (options.literal_binds) {
        throw Error(ErrorKind::kCommand, "Can't use literal_binds setting without as_sql mode");
      }
      options.has_start = read.starting_revision().has_value();
      bind_ = request.connection;
      context_ = std::make_unique<engine::MigrationContext>(project_.services(), read.Connection(), std::move(options));
    }
    interpreter_->Service<pymodules::ScriptRun>().sink = context_.get();
  });
}

// ------------------------------------------------------------------------------------------ running

void EnvironmentRun::RunMigrations(const Value& keywords) {
  has_run_ = true;
  engine::MigrationContext& context = Context();
  const auto plan = [&](const std::vector<std::string>& heads) {
    return request_.plan ? request_.plan(heads, context) : std::vector<graph::Step>{};
  };
  const auto apply = [&](const graph::RevisionStep& step) {
    if (!request_.around) return ApplyRevision(step, keywords);
    request_.around(step, [&] { interpreter_->AtEdge([&] { ApplyRevision(step, keywords); }); });
  };
  const auto after = [&](const graph::Step& step, const std::vector<std::string>& heads) {
    CallVersionCallbacks(step, heads, keywords);
  };
  pymodules::WithScriptErrors(*interpreter_,
                              [&] { context.RunSteps(project_.revisions(request_.wording), plan, apply, after); });
}

void EnvironmentRun::ApplyRevision(const graph::RevisionStep& step, const Value& keywords) {
  const project::RevisionFile& file = project_.FileOf(*step.node);
  if (file.kind == project::RevisionKind::kSql) return ApplySqlRevision(file, step.is_upgrade);
  if (file.kind == project::RevisionKind::kCpp) return ApplyCppRevision(file, step.is_upgrade);
  const std::string function = step.is_upgrade ? "upgrade" : "downgrade";
  const auto module = interpreter_->LoadScript(file.path, pymodules::ScriptModuleName(file.path));
  std::vector<std::pair<Symbol, Value>> named;
  for (const auto& entry : python::Cast<python::DictObject>(keywords)->table.entries()) {
    if (!entry.key.is_empty()) named.emplace_back(Symbol::Intern(interpreter_->Str(entry.key)), entry.value);
  }
  const auto run = [&] {
    interpreter_->Call(interpreter_->GetAttribute(module, Symbol::Intern(function)), {{}, named});
  };
  // Who runs something around a step wants all of it done.
  if (Context().is_offline() || request_.around || !Context().connection()->driver().answers_late()) return run();
  StatementsAhead(*interpreter_, Context()).Run(run);
}

void EnvironmentRun::ApplyCppRevision(const project::RevisionFile& file, bool is_upgrade) {
  const std::string id = file.header.revision.value_or("");
  const Revision* revision = project_.FindCompiled(id);
  if (revision == nullptr) {
    throw Error(ErrorKind::kUnsupported, "revision " + id + " is C++ source: " + file.path)
        .Hint("run it with the program it is compiled into");
  }
  Operations operations(Context());
  if (is_upgrade) {
    if (revision->upgrade) revision->upgrade(operations);
  } else {
    if (!revision->downgrade) throw Error(ErrorKind::kCommand, "revision " + id + " has no downgrade function");
    revision->downgrade(operations);
  }
}

void EnvironmentRun::ApplySqlRevision(const project::RevisionFile& file, bool is_upgrade) {
  auto source = std::make_shared<const SourceFile>(file.path, project_.services().files->ReadFile(file.path));
  const project::SqlRevision revision = project::ParseSqlRevision(source);
  if (!is_upgrade && !revision.downgrade) {
    throw Error(ErrorKind::kCommand, "revision " + file.header.revision.value_or("") + " has no '-- downgrade' section")
        .At(source->PlaceOf({}));
  }
  const project::SqlSection& section = is_upgrade ? revision.upgrade : *revision.downgrade;
  const std::string filled = project::FillSqlVariables(*source, section.body, request_.x_arguments);
  const std::string text(Trim(filled));
  engine::MigrationContext& context = Context();
  if (context.is_offline()) return context.StaticOutput(text);
  if (!section.in_transaction) context.EnterAutocommit();
  context.connection()->driver().ExecuteScript(text);
  if (!section.in_transaction) context.LeaveAutocommit();
}

void EnvironmentRun::CallVersionCallbacks(const graph::Step& step, const std::vector<std::string>& heads,
                                          const Value& keywords) {
  const Value callbacks = ConfiguredOptions::Find(*options_, "on_version_apply");
  if (callbacks.is_none()) return;
  pymodules::CallVersionCallbacks(*interpreter_, callbacks, graph::InfoOf(step), heads, keywords);
}

void EnvironmentRun::EnterTransaction() {
  pymodules::WithScriptErrors(*interpreter_, [&] { Context().EnterTransaction(); });
}
void EnvironmentRun::LeaveTransaction(bool failed) {
  pymodules::WithScriptErrors(*interpreter_, [&] { Context().LeaveTransaction(failed); });
}
void EnvironmentRun::EnterAutocommit() {
  pymodules::WithScriptErrors(*interpreter_, [&] { Context().EnterAutocommit(); });
}
void EnvironmentRun::LeaveAutocommit(bool) {
  pymodules::WithScriptErrors(*interpreter_, [&] { Context().LeaveAutocommit(); });
}
void EnvironmentRun::Execute(const sql::Statement& statement) {
  pymodules::WithScriptErrors(*interpreter_, [&] { Context().Execute(statement); });
}
void EnvironmentRun::StaticOutput(const std::string& text) {
  Context().StaticOutput(text);
}

// ------------------------------------------------------------------------------------------ questions

Value EnvironmentRun::Config() {
  if (config_object_.is_empty()) {
    pymodules::ConfigSource source;
    source.config = &project_.config();
    if (!request_.is_quiet) source.print = project_.services().print;
    source.command_line = request_.command_line;
    config_object_ = pymodules::MakeConfig(std::move(source));
  }
  return config_object_;
}

Value EnvironmentRun::Script() {
  return interpreter_->CallMethod(interpreter_->Import("alembic.script"), "_of_run", {});
}
const graph::RevisionMap& EnvironmentRun::Revisions() {
  return project_.revisions(request_.wording);
}
pymodules::ScriptPlaces EnvironmentRun::Places() {
  const project::ScriptDirectory& directory = project_.directory();
  return {directory.folder, directory.version_locations};
}

Value EnvironmentRun::HeadRevision() {
  return ToValue(graph::AsRevisionNumber(project_.revisions(), std::string("head")));
}
Value EnvironmentRun::HeadRevisions() {
  return pymodules::TextTuple(
      std::get<std::vector<std::string>>(graph::AsRevisionNumber(project_.revisions(), std::string("heads"))));
}

Value EnvironmentRun::StartingRevisionArgument() {
  if (!request_.takes_start && !context_) {
    throw Error(ErrorKind::kCommand, "No starting revision argument is available.");
  }
  if (!request_.starting_revision) return Value::None();
  return ToValue(graph::AsRevisionNumber(project_.revisions(), *request_.starting_revision));
}

Value EnvironmentRun::RevisionArgument() {
  return ToValue(graph::AsRevisionNumber(project_.revisions(), request_.destination));
}
Value EnvironmentRun::TagArgument() {
  return pymodules::TextOrNone(request_.tag);
}

Value EnvironmentRun::XArguments() {
  std::vector<Value> arguments;
  for (const std::string& text : request_.x_arguments) arguments.push_back(python::MakeStr(text));
  return python::MakeList(std::move(arguments));
}

Value EnvironmentRun::Bind() {
  Context();
  return bind_;
}
Value EnvironmentRun::MigrationContext() {
  Context();
  return pymodules::MakeMigrationContext(*interpreter_);
}
Value EnvironmentRun::CurrentHeads() {
  return pymodules::TextTuple(Context().CurrentHeads());
}
void EnvironmentRun::EnsureVersionTable() {
  Context().EnsureVersionTable();
}
bool EnvironmentRun::IsTransactionalDdl() {
  return Context().transactional_ddl();
}
Value EnvironmentRun::Options() {
  Context();
  return Value(options_);
}
Value EnvironmentRun::VersionTable() {
  return python::MakeStr(Context().options().version_table.name);
}
Value EnvironmentRun::VersionTableSchema() {
  return pymodules::TextOrNone(Context().options().version_table.schema);
}
std::string EnvironmentRun::DialectName() {
  return std::string(Context().dialect().name());
}

}  // namespace limbeck::engine

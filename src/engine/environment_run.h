#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/migration_context.h"
#include "engine/project.h"
#include "graph/identifier.h"
#include "graph/wording.h"
#include "pymodules/config_object.h"
#include "pymodules/script_run.h"
#include "python/interpreter.h"

namespace limbeck::python {
struct OpaqueCalls;
}

namespace limbeck::engine {

/// What a command wants of env.py.
struct RunRequest {
  bool as_sql = false;
  /// Waits for no other run; see ContextOptions.
  bool only_looks = false;
  bool dont_mutate = false;
  bool purge = false;
  /// config.print_stdout() prints nothing.
  bool is_quiet = false;
  /// Before the colon of "a:b" with --sql.
  std::optional<std::string> starting_revision;
  /// The command is one that may be given a start, so that asking for it is no mistake of env.py.
  bool takes_start = false;
  /// What get_revision_argument() tells.
  graph::Identifier destination;
  std::optional<std::string> tag;
  std::vector<std::string> x_arguments;
  /// What `config.cmd_opts` shows.
  pymodules::CommandLine command_line;

  /// How long to wait for another run on the same database; nullopt: what the configuration says.
  std::optional<std::chrono::seconds> lock_timeout;

  /// How the errors of a graph that cannot be loaded are worded.
  graph::Wording wording;

  /// Not env.py's run, but one from this URL alone.
  std::optional<std::string> url_instead_of_script;
  /// With url_instead_of_script: a connection that is there already, and what configure() would be told.
  std::shared_ptr<pymodules::ScriptConnection> connection;
  std::string version_table;
  std::string version_table_schema;
  bool transaction_per_migration = false;
  /// With url_instead_of_script: what upgrade() and downgrade() are given by name, as env.py's run_migrations(x=...)
  /// does.
  std::map<std::string, std::string> arguments;
  /// Given each revision and what runs it, for a run that goes on where one fails. Empty: they are just run.
  std::function<void(const graph::RevisionStep& step, const std::function<void()>& apply)> around;

  /// With as_sql: hears each piece of the script, in place of what would print it, and the script's line that it comes
  /// from. May be empty.
  std::function<void(std::string_view sql, const Place& place)> listen;

  /// The steps from the database's rows; none for commands that only look.
  std::function<std::vector<graph::Step>(const std::vector<std::string>& heads, MigrationContext& context)> plan;
};

/// One run of a project's env.py. It opens the connection and says when the migrations run; this gives it `context`,
/// and runs the revisions' upgrade() and downgrade(). A project without env.py is run from its configuration alone.
class EnvironmentRun : public pymodules::ContextHost {
 public:
  EnvironmentRun(Project& project, RunRequest request);
  ~EnvironmentRun() override;

  void Run();

  /// What runs env.py; there without a run, too, for templates.
  python::Interpreter& interpreter();
  /// Of the last context.configure() that had one; null offline. May be kept when the run is over.
  std::shared_ptr<pymodules::ScriptConnection> connection() const {
    return context_ ? context_->connection() : nullptr;
  }
  /// The arguments of context.configure().
  const python::DictObject& options() const { return *options_; }
  /// Whether configure(target_metadata=...) named models.
  bool HasModels() const;
  /// configure(template_args=...); empty without.
  python::Ref<python::DictObject> TemplateArguments() const;

  // What env.py asks for.
  python::Value Config() override;
  python::Value Script() override;
  const graph::RevisionMap& Revisions() override;
  pymodules::ScriptPlaces Places() override;
  bool IsOffline() override { return request_.as_sql; }
  void Configure(const pymodules::ConfigureRequest& request) override;
  void RunMigrations(const python::Value& keywords) override;
  void EnterTransaction() override;
  void LeaveTransaction(bool failed) override;
  void EnterAutocommit() override;
  void LeaveAutocommit(bool failed) override;
  python::Value HeadRevision() override;
  python::Value HeadRevisions() override;
  python::Value StartingRevisionArgument() override;
  python::Value RevisionArgument() override;
  python::Value TagArgument() override;
  python::Value XArguments() override;
  python::Value Bind() override;
  python::Value MigrationContext() override;
  python::Value CurrentHeads() override;
  void EnsureVersionTable() override;
  void Execute(const sql::Statement& statement) override;
  void StaticOutput(const std::string& text) override;
  bool IsTransactionalDdl() override;
  python::Value Options() override;
  python::Value VersionTable() override;
  python::Value VersionTableSchema() override;
  std::string DialectName() override;

 private:
  python::Ref<python::DictObject> OptionsWithoutScript() const;
  bool HasScript(const std::string& script) const;
  [[noreturn]] void ThrowNothingRan(const python::OpaqueCalls& calls);
  void RunWithoutScript();
  std::string UrlWithoutScript() const;
  void ApplyRevision(const graph::RevisionStep& step, const python::Value& keywords);
  void ApplyCppRevision(const project::RevisionFile& file, bool is_upgrade);
  void ApplySqlRevision(const project::RevisionFile& file, bool is_upgrade);
  void CallVersionCallbacks(const graph::Step& step, const std::vector<std::string>& heads,
                            const python::Value& keywords);
  engine::MigrationContext& Context();

  std::chrono::seconds LockTimeout() const;

  Project& project_;
  RunRequest request_;
  /// Outlives the connections that scripts have.
  RunLock lock_;
  bool has_run_ = false;
  std::unique_ptr<python::Interpreter> interpreter_;
  std::unique_ptr<engine::MigrationContext> context_;
  python::Value config_object_;
  python::Value bind_;
  python::Ref<python::DictObject> options_;
};

}  // namespace limbeck::engine

#include "limbeck/migrator.h"

#include <atomic>
#include <mutex>

#include "base/text.h"
#include "driver/connection.h"
#include "engine/environment_run.h"
#include "engine/project.h"
#include "graph/head_maintainer.h"
#include "graph/plan.h"
#include "library/embedded_files.h"
#include "library/open_database.h"

namespace limbeck {

using library::EmbeddedFiles;

namespace {

using engine::EnvironmentRun;
using engine::MigrationContext;
using engine::Project;
using engine::RunRequest;
using Connection = pymodules::ScriptConnection;

LogSeverity SeverityOf(std::string_view name) {
  if (name == "DEBUG") return LogSeverity::kDebug;
  if (name == "INFO") return LogSeverity::kInfo;
  return name == "WARNING" ? LogSeverity::kWarning : LogSeverity::kError;
}

PlannedStep Planned(const graph::Step& step) {
  PlannedStep planned;
  if (const auto* revision = std::get_if<graph::RevisionStep>(&step)) {
    planned.direction = revision->is_upgrade ? PlannedStep::Direction::kUpgrade : PlannedStep::Direction::kDowngrade;
    planned.revision = revision->node->id();
    planned.message = revision->node->revision.Doc();
  } else {
    planned.direction = PlannedStep::Direction::kStamp;
    const std::vector<std::string>& to = std::get<graph::StampStep>(step).to;
    planned.revision = to.empty() ? "" : to.back();
  }
  return planned;
}

Outcome OutcomeOf(const graph::RevisionMap& map, const std::vector<std::string>& rows,
                  const std::vector<graph::Step>& steps) {
  Outcome outcome{.before = rows, .after = {}, .steps = {}};
  graph::HeadMaintainer heads(map, rows);
  for (const graph::Step& step : steps) {
    heads.Apply(step);
    outcome.steps.push_back(Planned(step));
  }
  outcome.after = {heads.heads().begin(), heads.heads().end()};
  return outcome;
}

}  // namespace

// ------------------------------------------------------------------------------------------ what a migrator has

/// A project is one thread's at a time: calls borrow one each, and so the history is read once for each thread that
/// calls at the same time.
struct Migrator::State {
  State(Migrations given, MigratorOptions chosen)
      : migrations(std::move(given)), options(std::move(chosen)), files(*real_files, migrations.files) {
    log.SetLevel("", static_cast<int>(LogLevel::kInfo));
    log.AddHandler("", {.format = {.format = "%(levelname)s %(name)s %(message)s"}});
  }

  /// A line of the handler's format, back in its parts.
  void TakeLog(std::string_view line) const {
    if (!options.log) return;
    const size_t level = line.find(' ');
    const size_t logger = line.find(' ', level + 1);
    const std::string_view message = line.substr(logger + 1);
    options.log(SeverityOf(line.substr(0, level)), line.substr(level + 1, logger - level - 1),
                message.substr(0, message.find_last_not_of('\n') + 1));
  }

  void Tell(LogSeverity severity, const char* logger, std::string_view text) const {
    if (options.log) options.log(severity, logger, Trim(text));
  }

  engine::Services MakeServices() {
    engine::Services services;
    services.files = &files;
    services.clock = clock.get();
    services.environment = environment.get();
    services.connector = connector.get();
    services.log = &log;
    services.compiled = &migrations.revisions;
    services.interrupted = &is_cancelled;
    services.print = [this](std::string_view text) { Tell(LogSeverity::kInfo, "stdout", text); };
    services.print_error = [this](std::string_view text) { Tell(LogSeverity::kWarning, "stderr", text); };
    return services;
  }

  std::unique_ptr<Project> MakeProject(engine::Services services) {
    return std::make_unique<Project>(std::move(services), library::EmbeddedConfig(migrations, files));
  }

  std::unique_ptr<Project> Take() {
    {
      const std::lock_guard lock(mutex);
      if (!projects.empty()) {
        auto project = std::move(projects.back());
        projects.pop_back();
        return project;
      }
    }
    return MakeProject(MakeServices());
  }

  void GiveBack(std::unique_ptr<Project> project) {
    const std::lock_guard lock(mutex);
    projects.push_back(std::move(project));
  }

  RunRequest MakeRequest() const {
    RunRequest request;
    request.version_table = options.version_table;
    request.version_table_schema = options.version_table_schema;
    request.transaction_per_migration = options.transaction_per_migration;
    request.lock_timeout = options.lock_timeout;
    return request;
  }

  void RefuseWhenCancelled() const {
    if (is_cancelled) throw Error(ErrorKind::kCommand, "the run was cancelled").ExceptionClass("KeyboardInterrupt");
  }

  const Migrations migrations;
  const MigratorOptions options;
  const std::unique_ptr<FileSystem> real_files = MakeRealFileSystem();
  EmbeddedFiles files;
  const std::unique_ptr<Clock> clock = MakeRealClock();
  const std::unique_ptr<limbeck::Environment> environment = MakeRealEnvironment();
  const std::unique_ptr<driver::Connector> connector = driver::MakeConnector();
  LogTree log{*clock, [this](LogHandler::Target, const std::string&, std::string_view line) { TakeLog(line); }};
  std::atomic<bool> is_cancelled = false;
  std::mutex mutex;
  std::vector<std::unique_ptr<Project>> projects;
};

namespace {

/// One call of a migrator on one database.
class Call {
 public:
  using Planner = std::function<std::vector<graph::Step>(const std::vector<std::string>& rows)>;

  template <typename State>
  Call(const State& state, Project& project, std::shared_ptr<Connection> connection)
      : options_(state.options),
        project_(project),
        connection_(std::move(connection)),
        request_(state.MakeRequest()),
        refuse_when_cancelled_([&state] { state.RefuseWhenCancelled(); }) {}

  std::vector<std::string> Rows() {
    engine::ContextOptions options;
    options.version_table.name = options_.version_table;
    if (!options_.version_table_schema.empty()) options.version_table.schema = options_.version_table_schema;
    options.dont_mutate = true;
    engine::Services services = project_.services();
    LogTree silent(*services.clock, [](LogHandler::Target, const std::string&, std::string_view) {});
    services.log = &silent;
    std::vector<std::string> rows = MigrationContext(services, connection_, std::move(options)).CurrentHeads();
    connection_->Rollback();
    return rows;
  }

  Outcome Plan(const Planner& planner) {
    const std::vector<std::string> rows = Rows();
    return OutcomeOf(project_.revisions(), rows, planner(rows));
  }

  /// `purge` does something even where there are no steps.
  Outcome Run(const Planner& planner, bool purge = false) {
    Outcome outcome = Plan(planner);
    if (!outcome.changed() && !purge) return outcome;
    request_.purge = purge;
    request_.connection = connection_;
    request_.plan = [&](const std::vector<std::string>& rows, MigrationContext&) {
      const std::vector<graph::Step> steps = planner(rows);
      outcome = OutcomeOf(project_.revisions(), rows, steps);
      refuse_when_cancelled_();
      if (options_.backup && outcome.changed()) options_.backup(outcome);
      return steps;
    };
    request_.around = [&](const graph::RevisionStep& step, const std::function<void()>& apply) {
      TellProgress(outcome, Planned(step));
      apply();
      ++done_;
    };
    const Rollback rollback{*connection_};
    EnvironmentRun(project_, std::move(request_)).Run();
    if (options_.progress) options_.progress({outcome.steps.size(), outcome.steps.size(), nullptr});
    return outcome;
  }

 private:
  /// A borrowed connection is left without a transaction, whatever happened.
  struct Rollback {
    Connection& connection;
    ~Rollback() { connection.TryRollback(); }
  };

  void TellProgress(const Outcome& outcome, const PlannedStep& step) const {
    refuse_when_cancelled_();
    if (options_.progress) options_.progress({done_, outcome.steps.size(), &step});
  }

  const MigratorOptions& options_;
  Project& project_;
  std::shared_ptr<Connection> connection_;
  RunRequest request_;
  std::function<void()> refuse_when_cancelled_;
  size_t done_ = 0;
};

/// A project that is given back when the call is over.
template <typename State>
class Lease {
 public:
  explicit Lease(State& state) : state_(state), project_(state.Take()) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() { state_.GiveBack(std::move(project_)); }

  Project& project() { return *project_; }
  const graph::RevisionMap& revisions() { return project_->revisions(); }
  Call Begin(const Database& database) {
    return Call(state_, *project_, DatabaseOpener::Open(database, *state_.connector));
  }

 private:
  State& state_;
  std::unique_ptr<Project> project_;
};

template <typename Function>
std::optional<Error> ErrorOf(const Function& function) noexcept {
  try {
    function();
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  } catch (const std::exception& error) {
    return Error(ErrorKind::kInternal, error.what());
  }
}

}  // namespace

// ------------------------------------------------------------------------------------------ runs

Migrator::Migrator(Migrations migrations, MigratorOptions options)
    : state_(std::make_unique<State>(std::move(migrations), std::move(options))) {}
Migrator::Migrator(Migrator&&) noexcept = default;
Migrator& Migrator::operator=(Migrator&&) noexcept = default;
Migrator::~Migrator() = default;

Outcome Migrator::Upgrade(const Database& database, std::string_view target) {
  Lease lease(*state_);
  return lease.Begin(database).Run(
      [&](const auto& rows) { return graph::UpgradeSteps(lease.revisions(), std::string(target), rows); });
}

Outcome Migrator::Downgrade(const Database& database, std::string_view target) {
  Lease lease(*state_);
  return lease.Begin(database).Run(
      [&](const auto& rows) { return graph::DowngradeSteps(lease.revisions(), std::string(target), rows); });
}

Outcome Migrator::Stamp(const Database& database, std::string_view target, bool purge) {
  Lease lease(*state_);
  return lease.Begin(database).Run(
      [&](const auto& rows) { return graph::StampSteps(lease.revisions(), {std::string(target)}, rows); }, purge);
}

std::optional<Error> Migrator::TryUpgrade(const Database& database, std::string_view target) noexcept {
  return ErrorOf([&] { Upgrade(database, target); });
}

std::optional<Error> Migrator::TryDowngrade(const Database& database, std::string_view target) noexcept {
  return ErrorOf([&] { Downgrade(database, target); });
}

std::optional<Error> Migrator::TryStamp(const Database& database, std::string_view target, bool purge) noexcept {
  return ErrorOf([&] { Stamp(database, target, purge); });
}

void Migrator::Cancel() {
  state_->is_cancelled = true;
}

void Migrator::Resume() {
  state_->is_cancelled = false;
}

// ------------------------------------------------------------------------------------------ questions

std::vector<std::string> Migrator::Current(const Database& database) {
  Lease lease(*state_);
  return lease.Begin(database).Rows();
}

bool Migrator::IsUpToDate(const Database& database) {
  return !Plan(database).changed();
}

Outcome Migrator::Plan(const Database& database, std::string_view target) {
  Lease lease(*state_);
  return lease.Begin(database).Plan(
      [&](const auto& rows) { return graph::UpgradeSteps(lease.revisions(), std::string(target), rows); });
}

std::vector<std::string> Migrator::Heads() {
  return Lease(*state_).revisions().heads();
}

std::vector<RevisionInfo> Migrator::History() {
  Lease lease(*state_);
  std::vector<RevisionInfo> history;
  const std::vector<graph::Step> steps = graph::UpgradeSteps(lease.revisions(), "heads", {});
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const auto* applied = std::get_if<graph::RevisionStep>(&*step);
    if (applied == nullptr) continue;
    const graph::Revision& revision = applied->node->revision;
    history.push_back({.id = revision.id,
                       .down_revisions = revision.down_revisions,
                       .branch_labels = revision.branch_labels,
                       .depends_on = revision.dependencies,
                       .message = revision.Doc(),
                       .is_head = applied->node->is_head()});
  }
  return history;
}

std::string Migrator::Script(std::string_view dialect, std::string_view target, std::string_view from) {
  std::string script;
  engine::Services services = state_->MakeServices();
  services.print = [&script](std::string_view text) { script += text; };
  const std::unique_ptr<Project> project = state_->MakeProject(std::move(services));
  RunRequest request = state_->MakeRequest();
  request.as_sql = true;
  request.url_instead_of_script = std::string(dialect) + "://";
  if (!from.empty()) request.starting_revision = std::string(from);
  request.plan = [&](const std::vector<std::string>& rows, MigrationContext&) {
    return graph::UpgradeSteps(project->revisions(), std::string(target), rows);
  };
  EnvironmentRun(*project, std::move(request)).Run();
  return script;
}

}  // namespace limbeck

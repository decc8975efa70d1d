#include "limbeck/migrator.h"

#include "graph/head_maintainer.h"
#include "graph/plan.h"
#include "library/migrator_state.h"
#include "library/open_database.h"

namespace limbeck {

namespace {

using engine::EnvironmentRun;
using engine::MigrationContext;
using engine::Project;
using engine::RunRequest;
using Connection = pymodules::ScriptConnection;

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

#include "assure/replay.h"

#include "graph/plan.h"

namespace limbeck::assure {
namespace {

inspect::SnapshotOptions VersionTableOf(const engine::MigrationContext& context) {
  const engine::VersionTable& table = context.options().version_table;
  return {.version_table = table.name, .version_schema = table.schema};
}

engine::Services Redirected(engine::Services services, driver::Connector& connector, LogTree& log) {
  services.connector = &connector;
  services.log = &log;
  services.print = [](std::string_view) {};
  services.print_error = [](std::string_view) {};
  return services;
}

}  // namespace

Standing Look(engine::Project& project, engine::RunRequest request) {
  Standing standing;
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& context) {
    driver::Connection& connection = context.connection()->driver();
    const inspect::Snapshot schema = inspect::TakeSnapshot(connection, VersionTableOf(context));
    standing.schema.insert(standing.schema.end(), schema.begin(), schema.end());
    standing.rows.insert(standing.rows.end(), rows.begin(), rows.end());
    standing.url = connection.url().ToString();
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(project, std::move(request)).Run();
  return standing;
}

Replay::Replay(engine::Project& project, Entropy& entropy, engine::RunRequest request, ScratchOptions options)
    : silent_(*project.services().clock, [](LogHandler::Target, const std::string&, std::string_view) {}),
      scratch_(project.services(), entropy, std::move(options)),
      config_(project.config()),
      project_(Redirected(project.services(), scratch_, silent_), config_),
      request_(std::move(request)) {}

void Replay::Run(const std::vector<graph::Step>& steps) {
  RunPlan([&](const std::vector<std::string>&) { return steps; });
}

std::vector<graph::Step> Replay::RunPlan(
    const std::function<std::vector<graph::Step>(const std::vector<std::string>& rows)>& plan) {
  std::vector<graph::Step> steps;
  engine::RunRequest request = request_;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& context) {
    version_table_ = VersionTableOf(context);
    driver::Connection& connection = context.connection()->driver();
    search_paths_[connection.database_name()] = inspect::SearchPathOf(connection);
    steps = plan(rows);
    return steps;
  };
  // A script may have changed the configuration of the run before.
  project_.config() = config_;
  engine::EnvironmentRun run(project_, std::move(request));
  run.Run();
  has_models_ = run.HasModels();
  return steps;
}

std::vector<graph::Step> Replay::Upgrade(const std::string& destination) {
  return RunPlan([&](const std::vector<std::string>& rows) {
    return graph::UpgradeSteps(project_.revisions(), destination, rows);
  });
}

inspect::Snapshot Replay::TakeSnapshot() {
  inspect::Snapshot whole;
  scratch_.ForEach([&](driver::Connection& connection) {
    inspect::SnapshotOptions options = version_table_;
    options.search_path = search_paths_[connection.database_name()];
    const inspect::Snapshot one = inspect::TakeSnapshot(connection, options);
    whole.insert(whole.end(), one.begin(), one.end());
  });
  return whole;
}

}  // namespace limbeck::assure

#include "fleet/worker.h"

#include <algorithm>

#include "base/text.h"
#include "graph/head_maintainer.h"
#include "graph/plan.h"

namespace limbeck::fleet {
namespace {

using graph::Step;
using Outcome = TargetResult::Outcome;

/// Scripts of many databases would all talk at once; what fails is in the results.
engine::Services Silent(engine::Services services, driver::Connector& connector, LogTree& log) {
  services.connector = &connector;
  services.log = &log;
  services.print = [](std::string_view) {};
  services.print_error = [](std::string_view) {};
  return services;
}

std::vector<std::string> RowsAfter(const graph::RevisionMap& map, const std::vector<std::string>& rows,
                                   const std::vector<Step>& steps) {
  graph::HeadMaintainer maintainer(map, rows);
  for (const Step& step : steps) maintainer.Apply(step);
  return {maintainer.heads().begin(), maintainer.heads().end()};
}

size_t CountRevisions(const std::vector<Step>& steps) {
  return static_cast<size_t>(std::count_if(
      steps.begin(), steps.end(), [](const Step& step) { return std::holds_alternative<graph::RevisionStep>(step); }));
}

Error NoMatch(const assure::AdoptionMatch& match) {
  if (match.kind == assure::AdoptionMatch::Kind::kAmbiguous) {
    return Error(ErrorKind::kCommand, "it has no version, and its schema is that of several revisions: " +
                                          Join(match.equal.front()->heads, ", ") + " to " +
                                          Join(match.equal.back()->heads, ", "))
        .Hint("--earliest or --latest chooses");
  }
  std::vector<std::string> texts;
  constexpr size_t kMost = 5;
  for (const inspect::SchemaDifference& difference : match.differences) {
    if (texts.size() < kMost) texts.push_back(difference.Text());
  }
  const std::string nearest = match.known->heads.empty() ? "nothing" : Join(match.known->heads, ", ");
  return Error(ErrorKind::kCommand, "it has no version, and its schema is that of no revision; from " + nearest + " " +
                                        std::to_string(match.differences.size()) + " differ: " + Join(texts, "; "));
}

}  // namespace

Worker::Worker(engine::Project& project, const FleetRequest& request, KnownSchemas& known)
    : request_(request),
      known_(known),
      silent_(*project.services().clock, [](LogHandler::Target, const std::string&, std::string_view) {}),
      connector_(*project.services().connector, *project.services().files),
      config_(project.config()),
      project_(Silent(project.services(), connector_, silent_), config_) {}

TargetResult Worker::Work(const Target& target) {
  TargetResult result{.target = target};
  Clock& clock = *project_.services().clock;
  const auto start = clock.Monotonic();
  try {
    Run(target, result);
  } catch (const Error& error) {
    result.outcome = Outcome::kFailed;
    result.error = error;
    result.after = result.before;
  }
  result.time = clock.Monotonic() - start;
  return result;
}

void Worker::Run(const Target& target, TargetResult& result) {
  const bool is_missing = target.kind == Target::Kind::kFile && !project_.services().files->IsFile(target.name);
  if (is_missing && (!request_.creates || request_.action != Action::kUpgrade)) {
    throw Error(ErrorKind::kCommand, "there is no such file").Hint("fleet upgrade --create makes it");
  }
  connector_.set_target(target);
  // A script may have changed the configuration of the run before.
  project_.config() = config_;
  engine::RunRequest run = request_.run;
  run.dont_mutate = request_.dry_run || request_.action == Action::kStatus;
  run.destination = request_.revision;
  run.x_arguments.push_back("tenant=" + target.name);
  run.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& context) {
    const std::vector<Step> steps = Plan(target, rows, context, result);
    return run.dont_mutate ? std::vector<Step>{} : steps;
  };
  engine::EnvironmentRun(project_, run).Run();
}

std::vector<Step> Worker::Plan(const Target& target, const std::vector<std::string>& rows,
                               engine::MigrationContext& context, TargetResult& result) {
  result.before = rows;
  result.after = rows;
  std::vector<Step> steps;
  const bool may_adopt = request_.action == Action::kAdopt || (request_.action == Action::kUpgrade && request_.adopts);
  if (rows.empty() && may_adopt) steps = AdoptionSteps(target, context, result);
  const std::vector<std::string> start = RowsAfter(project_.revisions(), rows, steps);
  if (request_.action != Action::kAdopt) {
    const std::vector<Step> more = StepsFrom(start);
    steps.insert(steps.end(), more.begin(), more.end());
  }
  result.steps = CountRevisions(steps);
  result.outcome = steps.empty() || request_.action == Action::kStatus ? Outcome::kUnchanged : Outcome::kDone;
  if (request_.action != Action::kStatus) result.after = RowsAfter(project_.revisions(), rows, steps);
  return steps;
}

std::vector<Step> Worker::StepsFrom(const std::vector<std::string>& rows) {
  const graph::RevisionMap& revisions = project_.revisions();
  switch (request_.action) {
    case Action::kStatus:
      return graph::UpgradeSteps(revisions, "heads", rows);
    case Action::kUpgrade:
      return graph::UpgradeSteps(revisions, request_.revision, rows);
    case Action::kDowngrade:
      return graph::DowngradeSteps(revisions, request_.revision, rows);
    case Action::kStamp:
      return graph::StampSteps(revisions, {request_.revision}, rows);
    case Action::kAdopt:
      break;
  }
  return {};
}

std::vector<Step> Worker::AdoptionSteps(const Target& target, engine::MigrationContext& context, TargetResult& result) {
  driver::Connection& connection = context.connection()->driver();
  const engine::VersionTable& table = context.options().version_table;
  const inspect::Snapshot live = known_.LiveSchema(target, connection, {table.name, table.schema});
  if (live.empty()) return {};
  const auto match = assure::MatchSchema(known_.For(target, connection.backend()), live, request_.among);
  if (match.kind == assure::AdoptionMatch::Kind::kEmpty) return {};
  if (match.kind != assure::AdoptionMatch::Kind::kFound) throw NoMatch(match);
  result.is_adopted = true;
  return graph::StampSteps(project_.revisions(), match.known->heads, {});
}

}  // namespace limbeck::fleet

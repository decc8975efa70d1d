#include "cli/run_steps.h"

#include "cli/backup_option.h"

#include "graph/head_maintainer.h"

namespace limbeck::cli {
namespace {

std::vector<std::string> RowsAfter(const graph::RevisionMap& map, const std::vector<std::string>& rows,
                                   const std::vector<graph::Step>& steps) {
  graph::HeadMaintainer maintainer(map, rows);
  for (const graph::Step& step : steps) maintainer.Apply(step);
  return {maintainer.heads().begin(), maintainer.heads().end()};
}

}  // namespace

void RunSteps(CommandContext& context, engine::RunRequest request, const Planner& plan) {
  if (context.report != nullptr && request.as_sql) {
    throw Error(ErrorKind::kUsage, "--json and --sql both want standard output");
  }
  std::vector<JsonReport::Database> databases;
  request.plan = [&](const std::vector<std::string>& heads, engine::MigrationContext& migration) {
    graph::Warnings warnings;
    std::vector<graph::Step> steps = plan(heads, warnings);
    for (const std::string& text : warnings) engine::PrintWarning(context.project.services(), "UserWarning", text);
    if (!steps.empty() && !migration.is_offline()) BackUpIfAsked(context, migration.connection()->driver());
    if (context.report != nullptr) {
      databases.push_back({.url = migration.connection()->url().ToString(),
                           .before = heads,
                           .steps = steps,
                           .after = RowsAfter(context.project.revisions(), heads, steps)});
    }
    return steps;
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
  if (context.report == nullptr) return;
  context.report->Begin("databases");
  for (const JsonReport::Database& database : databases) context.report->AddDatabase(database);
}

}  // namespace limbeck::cli

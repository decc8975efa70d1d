#include "cli/command.h"
#include "graph/plan.h"
#include "graph/range.h"

namespace limbeck::cli {

void Downgrade(CommandContext& context) {
  engine::RunRequest request = context.Request();
  const graph::RevisionRange range =
      graph::ParseDowngradeRange(context.arguments.Get("revision", "-1"), request.as_sql);
  request.starting_revision = range.start;
  request.destination = range.end;
  request.plan = [&](const std::vector<std::string>& heads, engine::MigrationContext&) {
    graph::Warnings warnings;
    std::vector<graph::Step> steps = graph::DowngradeSteps(context.project.revisions(), range.end, heads, &warnings);
    for (const std::string& text : warnings) engine::PrintWarning(context.project.services(), "UserWarning", text);
    return steps;
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

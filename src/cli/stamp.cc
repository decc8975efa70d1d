#include "cli/command.h"
#include "graph/plan.h"
#include "graph/range.h"

namespace limbeck::cli {

void Stamp(CommandContext& context) {
  engine::RunRequest request = context.Request();
  std::vector<std::string> revisions = context.arguments.All("revisions");
  if (revisions.empty()) revisions = {"head"};
  const graph::StampTargets targets = graph::ParseStampTargets(revisions, request.as_sql);
  request.starting_revision = targets.start;
  request.destination = targets.revisions;
  request.purge = context.arguments.Has("purge");
  request.plan = [&](const std::vector<std::string>& heads, engine::MigrationContext&) {
    return graph::StampSteps(context.project.revisions(), targets.revisions, heads);
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/plan.h"
#include "graph/range.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  engine::RunRequest request = context.Request();
  const graph::RevisionRange range =
      graph::ParseDowngradeRange(context.arguments.Get("revision", "-1"), request.as_sql);
  request.takes_start = true;
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

}  // namespace

Command DowngradeCommand() {
  return {.spec = {.name = "downgrade",
                   .help = "Revert to a previous version.",
                   .options = {SqlOption(), TagOption(), LockTimeoutOption()},
                   .positionals = {{"revision", Count::kOptional, "revision identifier"}},
                   .group = group::kApply,
                   .examples = "  limbeck downgrade             # one revision back\n"
                               "  limbeck downgrade base        # everything\n"
                               "  limbeck downgrade ae10:base --sql\n"},
          .run = Run};
}

}  // namespace limbeck::cli

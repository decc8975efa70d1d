#include "cli/backup_option.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/run_steps.h"
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
  RunSteps(context, std::move(request), [&](const std::vector<std::string>& heads, graph::Warnings& warnings) {
    return graph::DowngradeSteps(context.project.revisions(), range.end, heads, &warnings);
  });
}

}  // namespace

Command DowngradeCommand() {
  return {.spec = {.name = "downgrade",
                   .help = "Revert to a previous version.",
                   .options = {SqlOption(), TagOption(), LockTimeoutOption(), BackupOption(), JsonOption()},
                   .positionals = {{"revision", Count::kOptional, "revision identifier"}},
                   .group = group::kApply,
                   .examples = "  limbeck downgrade             # one revision back\n"
                               "  limbeck downgrade base        # everything\n"
                               "  limbeck downgrade ae10:base --sql\n"},
          .run = Run,
          .runs_steps = true};
}

}  // namespace limbeck::cli

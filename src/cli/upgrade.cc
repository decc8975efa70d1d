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
      graph::ParseUpgradeRange(context.arguments.Get("revision", "head"), request.as_sql);
  request.takes_start = true;
  request.starting_revision = range.start;
  request.destination = range.end;
  RunSteps(context, std::move(request), [&](const std::vector<std::string>& heads, graph::Warnings& warnings) {
    return graph::UpgradeSteps(context.project.revisions(), range.end, heads, &warnings);
  });
}

}  // namespace

Command UpgradeCommand() {
  return {.spec = {.name = "upgrade",
                   .help = "Upgrade to a later version.",
                   .options = {SqlOption(), TagOption(), LockTimeoutOption(), BackupOption(), JsonOption()},
                   .positionals = {{"revision", Count::kOptional, "revision identifier"}},
                   .group = group::kApply,
                   .examples = "  limbeck upgrade               # to the head\n"
                               "  limbeck upgrade +1\n"
                               "  limbeck upgrade head --sql    # print the SQL, touch nothing\n"},
          .run = Run,
          .runs_steps = true};
}

}  // namespace limbeck::cli

#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/plan.h"
#include "graph/range.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  engine::RunRequest request = context.Request();
  std::vector<std::string> revisions = context.arguments.All("revisions");
  if (revisions.empty()) revisions = {"head"};
  const graph::StampTargets targets = graph::ParseStampTargets(revisions, request.as_sql);
  request.takes_start = true;
  request.starting_revision = targets.start;
  request.destination = targets.revisions;
  request.purge = context.arguments.Has("purge");
  request.plan = [&](const std::vector<std::string>& heads, engine::MigrationContext&) {
    return graph::StampSteps(context.project.revisions(), targets.revisions, heads);
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command StampCommand() {
  return {
      .spec = {.name = "stamp",
               .help = "'stamp' the revision table with the given revision; don't run any migrations.",
               .options = {SqlOption(),
                           TagOption(),
                           {{"--purge"}, OptionKind::kFlag, "Unconditionally erase the version table before stamping"},
                           LockTimeoutOption()},
               .positionals = {ManyRevisions(Count::kZeroOrMore)},
               .group = group::kApply},
      .run = Run};
}

}  // namespace limbeck::cli

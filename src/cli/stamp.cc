#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/run_steps.h"
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
  RunSteps(context, std::move(request), [&](const std::vector<std::string>& heads, graph::Warnings&) {
    return graph::StampSteps(context.project.revisions(), targets.revisions, heads);
  });
}

}  // namespace

Command StampCommand() {
  return {
      .spec = {.name = "stamp",
               .help = "'stamp' the revision table with the given revision; don't run any migrations.",
               .options = {SqlOption(),
                           TagOption(),
                           {{"--purge"}, OptionKind::kFlag, "Unconditionally erase the version table before stamping"},
                           LockTimeoutOption(),
                           JsonOption()},
               .positionals = {ManyRevisions(Count::kZeroOrMore)},
               .group = group::kApply,
               .examples = "  limbeck stamp                 # the database is what the head makes of it\n"
                           "  limbeck stamp --purge ae10    # whatever the version table says\n"},
      .run = Run};
}

}  // namespace limbeck::cli

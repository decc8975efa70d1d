#include "assure/adopt.h"
#include "base/text.h"
#include "cli/backup_option.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/run_steps.h"
#include "graph/range.h"

namespace limbeck::cli {
namespace {

/// --verify: a stamp that is not true is refused.
void RequireSchemaOf(CommandContext& context, const std::vector<std::string>& revisions) {
  const assure::Standing standing = assure::Look(context.project, context.Request());
  assure::Replay replay(context.project, context.entropy, context.Request(), ScratchOptionsOf(context));
  const auto differences = assure::CompareWithRevisions(replay, revisions, standing.schema);
  if (differences.empty()) return;
  for (const inspect::SchemaDifference& difference : differences) context.Print("  " + difference.Text());
  throw Error(ErrorKind::kCommand, "the schema is not that of " + Join(revisions, ", ") + ": " +
                                       std::to_string(differences.size()) + " difference" +
                                       (differences.size() == 1 ? "" : "s"))
      .Hint("`limbeck adopt --dry-run` finds the revision that it is nearest to");
}

void Run(CommandContext& context) {
  engine::RunRequest request = context.Request();
  std::vector<std::string> revisions = context.arguments.All("revisions");
  if (revisions.empty()) revisions = {"head"};
  const graph::StampTargets targets = graph::ParseStampTargets(revisions, request.as_sql);
  if (context.arguments.Has("verify")) RequireSchemaOf(context, targets.revisions);
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
                           BackupOption(),
                           JsonOption(),
                           {.names = {"--verify"},
                            .kind = OptionKind::kFlag,
                            .help = "Stamp only if the schema is that of the revision, as a scratch database has it",
                            .is_ours = true},
                           ScratchUrlOption()},
               .positionals = {ManyRevisions(Count::kZeroOrMore)},
               .group = group::kApply,
               .examples = "  limbeck stamp                 # the database is what the head makes of it\n"
                           "  limbeck stamp --purge ae10    # whatever the version table says\n"},
      .run = Run};
}

}  // namespace limbeck::cli

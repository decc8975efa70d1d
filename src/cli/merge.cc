#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/write_revision.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  project::NewRevision request;
  request.id = RevisionIdFor(context);
  if (arguments.Has("message")) request.message = arguments.Get("message");
  request.head = arguments.All("revisions");
  request.splice = arguments.Has("splice");
  if (arguments.Has("branch_label")) request.branch_labels = {arguments.Get("branch_label")};
  engine::EnvironmentRun run(context.project, context.Request());
  if (context.project.config().RevisionEnvironment()) run.Run();
  WriteNewRevision(context, {request, {}}, run);
}

}  // namespace

Command MergeCommand() {
  return {.spec = {.name = "merge",
                   .help = "Merge two revisions together. Creates a new migration file.",
                   .options = {MessageOption(), BranchLabelOption(), RevisionIdOption(), SpliceOption(), JsonOption()},
                   .positionals = {ManyRevisions(Count::kOneOrMore)},
                   .group = group::kWrite,
                   .examples = "  limbeck merge heads -m \"bring the branches together\"\n"
                               "  limbeck merge ae10 27c6\n"},
          .run = Run};
}

}  // namespace limbeck::cli

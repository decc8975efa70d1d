#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/iterate.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  const bool verbose = context.arguments.Has("verbose");
  context.BeginList("revisions");
  for (const graph::Node* node : graph::WalkRevisions(context.project.revisions(), {}, {})) {
    if (node->is_branch_point()) context.Show(*node, graph::BranchEntry(*node, verbose));
  }
}

}  // namespace

Command BranchesCommand() {
  return {.spec = {.name = "branches",
                   .help = "Show current branch points.",
                   .options = {VerboseOption(), JsonOption()},
                   .group = group::kLook,
                   .examples = "  limbeck branches -v\n"},
          .run = Run};
}

}  // namespace limbeck::cli

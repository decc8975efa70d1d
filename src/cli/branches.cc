#include "cli/command.h"
#include "graph/describe.h"
#include "graph/iterate.h"

namespace limbeck::cli {

void Branches(CommandContext& context) {
  const bool verbose = context.arguments.Has("verbose");
  for (const graph::Node* node : graph::WalkRevisions(context.project.revisions(), {}, {})) {
    if (node->is_branch_point()) context.Print(graph::BranchEntry(*node, verbose));
  }
}

}  // namespace limbeck::cli

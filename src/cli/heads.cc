#include "cli/command.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {

void Heads(CommandContext& context) {
  const graph::RevisionMap& revisions = context.project.revisions();
  const bool verbose = context.arguments.Has("verbose");
  const bool resolve = context.arguments.Has("resolve_dependencies");
  const graph::Resolver resolver(revisions);
  const std::vector<std::string>& heads = resolve ? revisions.effective_heads() : revisions.heads();
  for (const graph::Node* node : graph::RequireRevisions(resolver.GetRevisions(heads))) {
    context.Print(verbose ? graph::LogEntry(*node) : graph::ShortLine(*node, graph::kHeadsLine));
  }
}

}  // namespace limbeck::cli

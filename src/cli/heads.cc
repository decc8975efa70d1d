#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  const bool verbose = context.arguments.Has("verbose");
  const bool resolve = context.arguments.Has("resolve_dependencies");
  const graph::RevisionMap& revisions =
      context.project.revisions(resolve ? graph::Wording() : graph::Wording::Uncaught());
  const graph::Resolver resolver(revisions);
  const std::vector<std::string>& heads = resolve ? revisions.effective_heads() : revisions.heads();
  context.BeginList("revisions");
  for (const graph::Node* node : graph::RequireRevisions(resolver.GetRevisions(heads))) {
    context.Show(*node, verbose ? graph::LogEntry(*node) : graph::ShortLine(*node, graph::kHeadsLine));
  }
}

}  // namespace

Command HeadsCommand() {
  const Option resolve = {{"--resolve-dependencies"}, OptionKind::kFlag, "Treat dependency versions as down revisions"};
  return {.spec = {.name = "heads",
                   .help = "Show current available heads in the script directory.",
                   .options = {VerboseOption(), resolve, JsonOption()},
                   .group = group::kLook,
                   .examples = "  limbeck heads -v\n"
                               "  limbeck heads --json\n"},
          .run = Run};
}

}  // namespace limbeck::cli

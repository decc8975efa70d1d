#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

void ShowAll(CommandContext& context, const std::vector<graph::Target>& targets) {
  context.BeginList("revisions");
  for (const graph::Node* node : graph::RequireAttribute(targets, "log_entry")) {
    context.Show(*node, graph::LogEntry(*node));
  }
}

void Run(CommandContext& context) {
  const std::string symbol = context.arguments.Get("rev");
  const graph::RevisionMap& revisions = context.project.revisions();
  if (symbol != "current") {
    return ShowAll(context, graph::Resolver(revisions).GetRevisions(symbol));
  }
  engine::RunRequest request = context.Request();
  request.only_looks = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    ShowAll(context, graph::Resolver(revisions).GetRevisions(rows));
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command ShowCommand() {
  return {.spec = {.name = "show",
                   .help = "Show the revision(s) denoted by the given symbol.",
                   .options = {JsonOption()},
                   .positionals = {{"rev", Count::kOne, ""}},
                   .group = group::kLook,
                   .examples = "  limbeck show head\n"
                               "  limbeck show current\n"},
          .run = Run};
}

}  // namespace limbeck::cli

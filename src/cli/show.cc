#include "cli/commands.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  const std::string symbol = context.arguments.Get("rev");
  const graph::RevisionMap& revisions = context.project.revisions();
  if (symbol != "current") {
    const auto targets = graph::Resolver(revisions).GetRevisions(symbol);
    for (const graph::Node* node : graph::RequireAttribute(targets, "log_entry")) context.Print(graph::LogEntry(*node));
    return;
  }
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    for (const graph::Node* node : graph::Resolver(revisions).AllCurrent(rows)) context.Print(graph::LogEntry(*node));
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command ShowCommand() {
  return {.spec = {.name = "show",
                   .help = "Show the revision(s) denoted by the given symbol.",
                   .positionals = {{"rev", Count::kOne, ""}},
                   .group = group::kLook},
          .run = Run};
}

}  // namespace limbeck::cli

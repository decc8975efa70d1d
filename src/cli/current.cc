#include <algorithm>
#include <set>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

void RequireAllHeads(const graph::RevisionMap& revisions, const std::vector<std::string>& rows) {
  const std::vector<std::string>& heads = revisions.heads();
  if (std::set<std::string>(rows.begin(), rows.end()) == std::set<std::string>(heads.begin(), heads.end())) return;
  throw Error(ErrorKind::kCommand, "Database is not on all head revisions");
}

void Run(CommandContext& context) {
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  const bool checks_heads = context.arguments.Has("check_heads");
  if (checks_heads) request.wording = graph::Wording::Uncaught();
  const bool verbose = context.arguments.Has("verbose");
  request.plan = [&context, verbose, checks_heads](const std::vector<std::string>& rows,
                                                   engine::MigrationContext& migration) {
    if (verbose && !migration.is_offline()) {
      context.Print("Current revision(s) for " + migration.connection()->url().ToString() + ":");
    }
    const graph::RevisionMap& revisions = context.project.revisions();
    context.BeginList("revisions");
    if (checks_heads) RequireAllHeads(revisions, rows);
    for (const graph::Node* node : graph::Resolver(revisions).AllCurrent(rows)) {
      const bool is_row = std::find(rows.begin(), rows.end(), node->id()) != rows.end();
      context.Show(*node, verbose ? graph::LogEntry(*node) : graph::ShortLine(*node, graph::kCurrentLine), is_row);
    }
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command CurrentCommand() {
  const Option check_heads = {{"-c", "--check-heads"},
                              OptionKind::kFlag,
                              "Check if all head revisions are applied to the database. Exit with an error code if "
                              "this is not the case."};
  return {.spec = {.name = "current",
                   .help = "Display the current revision for a database.",
                   .options = {check_heads, VerboseOption(), JsonOption()},
                   .group = group::kLook,
                   .examples = "  limbeck current\n"
                               "  limbeck current --check-heads   # in CI: fails unless the database is up to date\n"},
          .run = Run};
}

}  // namespace limbeck::cli

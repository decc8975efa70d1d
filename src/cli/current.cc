#include <set>

#include "cli/command.h"
#include "graph/describe.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

void RequireAllHeads(const graph::RevisionMap& revisions, const std::vector<std::string>& rows) {
  const std::vector<std::string>& heads = revisions.heads();
  if (std::set<std::string>(rows.begin(), rows.end()) == std::set<std::string>(heads.begin(), heads.end())) return;
  throw Error(ErrorKind::kCommand, "Database is not on all head revisions");
}

}  // namespace

void Current(CommandContext& context) {
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  const bool verbose = context.arguments.Has("verbose");
  request.plan = [&context, verbose](const std::vector<std::string>& rows, engine::MigrationContext& migration) {
    if (verbose && !migration.is_offline()) {
      context.Print("Current revision(s) for " + migration.connection()->url().ToString() + ":");
    }
    const graph::RevisionMap& revisions = context.project.revisions();
    if (context.arguments.Has("check_heads")) RequireAllHeads(revisions, rows);
    for (const graph::Node* node : graph::Resolver(revisions).AllCurrent(rows)) {
      context.Print(verbose ? graph::LogEntry(*node) : graph::ShortLine(*node, graph::kCurrentLine));
    }
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

#include <algorithm>

#include "base/text.h"
#include "cli/command.h"
#include "graph/describe.h"
#include "graph/iterate.h"
#include "graph/range.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

/// Lists a range; `rows` are what the database has, where that is known.
void List(CommandContext& context, const graph::Identifier& base, const graph::Identifier& head,
          const std::vector<std::string>& rows) {
  const graph::RevisionMap& revisions = context.project.revisions();
  const bool verbose = context.arguments.Has("verbose");
  graph::Warnings warnings;
  for (const graph::Node* node : graph::WalkRevisions(revisions, base, head, &warnings)) {
    const bool is_current = std::find(rows.begin(), rows.end(), node->id()) != rows.end();
    context.Print(verbose ? graph::LogEntry(*node, is_current)
                          : graph::ShortLine(*node, graph::kHistoryLine, is_current));
  }
  for (const std::string& text : warnings) engine::PrintWarning(context.project.services(), "UserWarning", text);
}

/// An end of the range that is relative to the database: "current", "-3", "+2".
bool IsRelativeToDatabase(const std::string& end) {
  return end == "current" || (!end.empty() && (end.front() == '-' || end.front() == '+'));
}

graph::Identifier EndOf(const std::string& end, const std::vector<std::string>& rows) {
  if (end == "current") return rows;
  return end;
}

}  // namespace

void History(CommandContext& context) {
  const std::string text = context.arguments.Get("rev_range");
  const graph::RevisionRange range = text.empty() ? graph::RevisionRange{} : graph::ParseHistoryRange(text);
  const std::string base = range.start.value_or("");
  const bool asks_database = context.arguments.Has("indicate_current") || IsRelativeToDatabase(base) ||
                             IsRelativeToDatabase(range.end) || context.project.config().RevisionEnvironment();
  const auto or_none = [](const std::string& end) {
    return end.empty() ? graph::Identifier() : graph::Identifier(end);
  };
  if (!asks_database) return List(context, or_none(base), or_none(range.end), {});

  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    std::vector<std::string> applied;
    for (const graph::Node* node : graph::Resolver(context.project.revisions()).AllCurrent(rows)) {
      applied.push_back(node->id());
    }
    List(context, base.empty() ? graph::Identifier() : EndOf(base, rows),
         range.end.empty() ? graph::Identifier() : EndOf(range.end, rows), applied);
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

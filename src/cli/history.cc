#include <algorithm>

#include "base/text.h"
#include "cli/command.h"
#include "graph/describe.h"
#include "graph/iterate.h"
#include "graph/range.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

/// Lists a range; `marked` are the revisions to call current.
void List(CommandContext& context, const graph::Identifier& base, const graph::Identifier& head,
          const std::vector<std::string>& marked) {
  const graph::RevisionMap& revisions = context.project.revisions();
  const bool verbose = context.arguments.Has("verbose");
  graph::Warnings warnings;
  for (const graph::Node* node : graph::WalkRevisions(revisions, base, head, &warnings)) {
    const bool is_current = std::find(marked.begin(), marked.end(), node->id()) != marked.end();
    context.Print(verbose ? graph::LogEntry(*node, is_current)
                          : graph::ShortLine(*node, graph::kHistoryLine, is_current));
  }
  for (const std::string& text : warnings) engine::PrintWarning(context.project.services(), "UserWarning", text);
}

/// An end of the range that is relative to the database: "current", "-3", "+2".
bool IsRelativeToDatabase(const std::string& end) {
  return end == "current" || (!end.empty() && (end.front() == '-' || end.front() == '+'));
}

/// What the database stands at, where the user wants to see it.
std::vector<std::string> Applied(CommandContext& context, const std::vector<std::string>& rows) {
  std::vector<std::string> ids;
  if (!context.arguments.Has("indicate_current")) return ids;
  for (const graph::Node* node : graph::Resolver(context.project.revisions()).AllCurrent(rows)) {
    ids.push_back(node->id());
  }
  return ids;
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
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    const auto end_of = [&](const std::string& end) {
      return end == "current" ? graph::Identifier(rows) : or_none(end);
    };
    List(context, end_of(base), end_of(range.end), Applied(context, rows));
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

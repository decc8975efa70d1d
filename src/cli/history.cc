#include <algorithm>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/iterate.h"
#include "graph/range.h"

namespace limbeck::cli {
namespace {

constexpr const char* kCurrent = "current";

/// Lists a range; `current` are the rows of the database, where somebody wants to see them.
void List(CommandContext& context, const graph::Identifier& base, const graph::Identifier& head,
          const std::vector<std::string>& current) {
  const bool marks_current = context.arguments.Has("indicate_current");
  const bool verbose = context.arguments.Has("verbose");
  graph::Warnings warnings;
  for (const graph::Node* node : graph::WalkRevisions(context.project.revisions(), base, head, &warnings)) {
    const bool is_current = marks_current && std::find(current.begin(), current.end(), node->id()) != current.end();
    context.Print(verbose ? graph::LogEntry(*node, is_current)
                          : graph::ShortLine(*node, graph::kHistoryLine, is_current));
  }
  for (const std::string& text : warnings) engine::PrintWarning(context.project.services(), "UserWarning", text);
}

graph::RevisionRange AskedRange(const CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  return arguments.Has("rev_range") ? graph::ParseHistoryRange(arguments.Get("rev_range")) : graph::RevisionRange{};
}

void Run(CommandContext& context) {
  const graph::RevisionRange range = AskedRange(context);
  const std::string base = range.start.value_or("");
  const std::string head = range.end;
  const bool asks_database = context.arguments.Has("indicate_current") || base == kCurrent || head == kCurrent ||
                             context.project.config().RevisionEnvironment();
  if (!asks_database) return List(context, base, head, {});

  engine::RunRequest request = context.Request();
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    // Of two such ends only the upper one stands for the rows, as in Alembic.
    const bool at_head = head == kCurrent;
    const bool at_base = !at_head && base == kCurrent;
    List(context, at_base ? graph::Identifier(rows) : base, at_head ? graph::Identifier(rows) : head, rows);
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command HistoryCommand() {
  return {.spec = {.name = "history",
                   .help = "List changeset scripts in chronological order.",
                   .options = {{{"-r", "--rev-range"},
                                OptionKind::kStore,
                                "Specify a revision range; format is [start]:[end]"},
                               VerboseOption(),
                               {{"-i", "--indicate-current"}, OptionKind::kFlag, "Indicate the current revision"}},
                   .group = group::kLook,
                   .examples = "  limbeck history -r base:ae10\n"
                               "  limbeck history -i            # marks what the database has\n"},
          .run = Run};
}

}  // namespace limbeck::cli

#include <algorithm>

#include "base/text.h"
#include "cli/colours.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "graph/describe.h"
#include "graph/drawing.h"
#include "graph/iterate.h"
#include "graph/range.h"

namespace limbeck::cli {
namespace {

constexpr const char* kCurrent = "current";

/// How the revisions of one listing are shown.
class Listing {
 public:
  Listing(CommandContext& context, const std::vector<const graph::Node*>& revisions,
          const std::vector<std::string>& current)
      : context_(context),
        marks_current_(context.arguments.Has("indicate_current")),
        is_verbose_(context.arguments.Has("verbose")),
        current_(current) {
    if (context.arguments.Has("graph")) drawing_.emplace(revisions);
  }

  void Show(const graph::Node& node) {
    const bool is_current = marks_current_ && std::find(current_.begin(), current_.end(), node.id()) != current_.end();
    if (context_.report != nullptr) {
      context_.report->AddRevision(node, marks_current_ ? std::optional(is_current) : std::nullopt);
    } else if (drawing_) {
      PrintDrawn(node, is_current);
    } else {
      context_.Show(node, is_verbose_ ? graph::LogEntry(node, is_current)
                                      : graph::ShortLine(node, graph::kHistoryLine, is_current));
    }
  }

 private:
  /// The text stands beside the drawing, which shows the parents already.
  void PrintDrawn(const graph::Node& node, bool is_current) {
    const graph::DrawnRevision drawn = drawing_->Draw(node, is_current ? '@' : '*');
    const std::string text = is_verbose_ ? graph::LogEntry(node, is_current)
                                         : graph::ShortLine(node, {.labels = true, .doc = true}, is_current);
    std::vector<std::string> lines = Split(text, '\n');
    if (context_.colour()) lines.front() = ColourLine(lines.front(), node);
    for (size_t i = 0; i < lines.size(); ++i) PrintLine((i == 0 ? drawn.mark : drawn.margin) + lines[i]);
    for (const std::string& link : drawn.links) PrintLine(link);
  }

  void PrintLine(const std::string& line) { context_.Print(line.substr(0, line.find_last_not_of(' ') + 1)); }

  CommandContext& context_;
  const bool marks_current_;
  const bool is_verbose_;
  const std::vector<std::string>& current_;
  std::optional<graph::Drawing> drawing_;
};

/// Lists a range; `current` are the rows of the database, where somebody wants to see them.
void List(CommandContext& context, const graph::Identifier& base, const graph::Identifier& head,
          const std::vector<std::string>& current) {
  context.BeginList("revisions");
  graph::Warnings warnings;
  const std::vector<const graph::Node*> revisions =
      graph::WalkRevisions(context.project.revisions(), base, head, &warnings);
  Listing listing(context, revisions, current);
  for (const graph::Node* node : revisions) listing.Show(*node);
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
  request.only_looks = true;
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
  return {
      .spec =
          {.name = "history",
           .help = "List changeset scripts in chronological order.",
           .options = {{{"-r", "--rev-range"}, OptionKind::kStore, "Specify a revision range; format is [start]:[end]"},
                       VerboseOption(),
                       {{"-i", "--indicate-current"}, OptionKind::kFlag, "Indicate the current revision"},
                       {.names = {"--graph"}, .help = "Draw how the revisions branch and merge", .is_ours = true},
                       JsonOption()},
           .group = group::kLook,
           .examples = "  limbeck history -r base:ae10\n"
                       "  limbeck history -i            # marks what the database has\n"
                       "  limbeck history --graph -i    # and draws it, as `git log --graph` does\n"},
      .run = Run};
}

}  // namespace limbeck::cli

#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "draw/graphviz.h"
#include "draw/revisions.h"
#include "graph/describe.h"
#include "graph/drawing.h"
#include "graph/iterate.h"
#include "graph/range.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

using draw::DatabaseMark;
using State = draw::RevisionBox::State;

// ------------------------------------------------------------------------------------------ where databases stand

/// Adds a mark for each database that a run meets, called `name` or after its URL.
void AddMarks(CommandContext& context, engine::RunRequest request, const std::string& name,
              std::vector<DatabaseMark>& marks) {
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& migration) {
    const auto targets = graph::Resolver(context.project.revisions()).GetRevisions(rows);
    const std::string url = migration.connection()->url().ToString();
    marks.push_back({name.empty() ? url : name, graph::RequireRevisions(targets)});
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

/// The project's own database, or those of --at.
std::vector<DatabaseMark> AskDatabases(CommandContext& context) {
  std::vector<DatabaseMark> marks;
  const std::vector<std::string>& named = context.arguments.All("at");
  for (const std::string& text : named) {
    engine::RunRequest request = context.Request();
    const size_t sign = text.find('=');
    const bool has_name = sign < text.find(':');
    request.url_instead_of_script = has_name ? text.substr(sign + 1) : text;
    AddMarks(context, std::move(request), has_name ? text.substr(0, sign) : "", marks);
  }
  if (named.empty() && !context.arguments.Has("no_database")) AddMarks(context, context.Request(), "", marks);
  return marks;
}

std::vector<const graph::Node*> AskedRevisions(CommandContext& context) {
  graph::RevisionRange range;
  if (context.arguments.Has("rev_range")) range = graph::ParseHistoryRange(context.arguments.Get("rev_range"));
  return graph::WalkRevisions(context.project.revisions(), range.start.value_or(""), range.end);
}

// ------------------------------------------------------------------------------------------ the terminal's picture

/// '*' without a database; with one what it has, '+' what only some of several have, 'o' what is to come.
char MarkOf(State state) {
  constexpr char kMarks[] = {'*', 'o', '+', '*'};
  return kMarks[static_cast<int>(state)];
}

/// The names of the databases that stand at a revision; '@' alone says it of the only one.
std::string NamesAt(const graph::Node& node, const std::vector<DatabaseMark>& databases, bool& is_current) {
  std::vector<std::string> names;
  for (const DatabaseMark& database : databases) {
    const bool stands = std::find(database.rows.begin(), database.rows.end(), &node) != database.rows.end();
    if (stands) names.push_back(database.name);
  }
  is_current = !names.empty();
  return names.empty() || databases.size() == 1 ? "" : "  <- " + Join(names, ", ");
}

std::string ToText(CommandContext& context, const std::vector<const graph::Node*>& revisions,
                   const std::vector<DatabaseMark>& databases) {
  const std::vector<State> states = draw::StatesOf(context.project.revisions(), databases);
  graph::Drawing drawing(revisions);
  std::string text;
  const auto add = [&text](const std::string& line) { text += std::string(TrimRight(line)) + "\n"; };
  for (const graph::Node* node : revisions) {
    bool is_current = false;
    const std::string names = NamesAt(*node, databases, is_current);
    const State state = states.empty() ? State::kUnknown : states[node->index];
    const graph::DrawnRevision drawn = drawing.Draw(*node, is_current ? '@' : MarkOf(state));
    const bool says_current = is_current && databases.size() == 1;
    add(drawn.mark + graph::ShortLine(*node, {.labels = true, .doc = true}, says_current) + names);
    for (const std::string& link : drawn.links) add(link);
  }
  return text;
}

// ------------------------------------------------------------------------------------------ the command

/// --format, or what the name of the file says; text where neither does.
std::string FormatOf(const ParsedArguments& arguments) {
  if (arguments.Has("format")) return arguments.Get("format");
  const std::string file = arguments.Get("output");
  if (file.ends_with(".mmd") || file.ends_with(".md")) return "mermaid";
  for (const char* format : {"svg", "png", "dot"}) {
    if (file.ends_with(std::string(".") + format)) return format;
  }
  return "text";
}

void ReportRevisions(CommandContext& context, const std::vector<const graph::Node*>& revisions,
                     const std::vector<DatabaseMark>& databases) {
  context.BeginList("revisions");
  for (const graph::Node* node : revisions) context.report->AddRevision(*node);
  context.report->Begin("databases");
  for (const DatabaseMark& database : databases) {
    std::vector<std::string> rows;
    for (const graph::Node* row : database.rows) rows.push_back(row->id());
    context.report->AddDatabase({.url = database.name, .before = rows, .steps = {}, .after = rows});
  }
}

void Run(CommandContext& context) {
  const std::vector<const graph::Node*> revisions = AskedRevisions(context);
  const std::vector<DatabaseMark> databases = AskDatabases(context);
  if (context.report != nullptr) return ReportRevisions(context, revisions, databases);
  const std::string format = FormatOf(context.arguments);
  std::string picture;
  if (format == "text") {
    picture = ToText(context, revisions, databases);
  } else {
    const bool folds = !context.arguments.Has("all");
    const auto diagram = draw::MakeRevisionDiagram(context.project.revisions(), revisions, databases, folds);
    picture = format == "mermaid" ? draw::ToMermaid(diagram) : draw::ToDot(diagram);
    if (format == "svg" || format == "png") picture = draw::RenderDot(picture, format);
  }
  if (!context.arguments.Has("output")) return context.terminal.Out(picture);
  context.project.services().files->WriteFile(context.arguments.Get("output"), picture);
}

}  // namespace

Command GraphCommand() {
  return {
      .spec =
          {.name = "graph",
           .help = "Draw the revisions, and where databases stand.",
           .options = {{{"-o", "--output"}, OptionKind::kStore, "The file to write; its ending says the format"},
                       {{"--format"}, OptionKind::kStore, "What to draw", {}, {"text", "svg", "png", "dot", "mermaid"}},
                       {{"-r", "--rev-range"}, OptionKind::kStore, "Draw a part; format is [start]:[end]"},
                       {{"--at"},
                        OptionKind::kAppend,
                        "A database whose place is shown, in place of the project's; may be repeated",
                        "NAME=URL"},
                       {{"--no-database"}, OptionKind::kFlag, "Ask no database"},
                       {{"--all"}, OptionKind::kFlag, "Draw each revision of a long row, too"},
                       JsonOption()},
           .group = group::kLook,
           .examples = "  limbeck graph                 # in the terminal: @ is where the database stands\n"
                       "  limbeck graph --no-database -o revisions.svg\n"
                       "  limbeck graph --at staging=$STAGING_URL --at production=$PRODUCTION_URL\n",
           .is_ours = true},
      .run = Run};
}

}  // namespace limbeck::cli

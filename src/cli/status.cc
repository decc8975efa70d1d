#include <fmt/format.h>

#include <algorithm>

#include "assure/replay.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/looking_connector.h"
#include "graph/plan.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

/// Where one database of the project stands.
struct Standing {
  std::string url;
  std::vector<std::string> rows;
  /// What `upgrade heads` would run.
  size_t pending = 0;
  /// Tables and other things beside the version table.
  size_t objects = 0;
  bool is_missing = false;
};

/// A command line and what it is for.
struct Suggestion {
  std::string command;
  std::string purpose;
};

std::string Counted(size_t number, const std::string& one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string Title(const graph::Node& node) {
  const std::string doc = node.revision.Doc();
  return doc.empty() ? node.id() : node.id() + " (" + doc + ")";
}

/// What there is, told piece by piece; a piece that cannot be told says why, and the others go on.
class Overview {
 public:
  explicit Overview(CommandContext& context) : context_(context), config_(context.project.config()) {}

  void Tell() {
    if (!HasProject()) return TellHowToBegin();
    if (TellRevisions()) TellDatabases();
    Say("");
    Say("Next:");
    size_t width = 0;
    for (const Suggestion& next : next_) width = std::max(width, next.command.size());
    for (const Suggestion& next : next_) Say(fmt::format("  {:<{}}   # {}", next.command, width, next.purpose));
  }

 private:
  void Say(const std::string& line) { context_.Print(line); }
  FileSystem& Files() { return *context_.project.services().files; }
  void Suggest(std::string command, std::string purpose) {
    next_.push_back({"limbeck " + std::move(command), std::move(purpose)});
  }

  bool HasProject() { return config_.GetAlembicText("script_location").has_value(); }

  // ---------------------------------------------------------------- no project

  void TellHowToBegin() {
    if (context_.report != nullptr) return context_.report->Set("has_project", false);
    Say("There is no project of migrations here: no alembic.ini, and no [tool.alembic] in a pyproject.toml.");
    for (const std::string& folder : FoldersWithProject()) Say("There is one in " + folder + ".");
    Suggest("init migrations", "begin one, with revisions in Python");
    Suggest("init -t sql migrations", "with revisions in SQL");
    Suggest("init -t cpp migrations", "with revisions in C++");
    Suggest("help", "all commands");
    Say("");
    for (const Suggestion& next : next_) Say(fmt::format("  {:<30}   # {}", next.command, next.purpose));
  }

  /// Above, and one step below.
  std::vector<std::string> FoldersWithProject() {
    std::vector<std::string> found;
    const auto add = [&](const std::string& folder) {
      if (Files().IsFile(JoinPath(folder, "alembic.ini"))) found.push_back(folder);
    };
    const std::string here = Files().CurrentDirectory();
    for (std::string folder = here; FolderOf(folder) != folder;) add(folder = FolderOf(folder));
    for (const DirectoryEntry& entry : Files().ListDirectory(here)) {
      if (entry.is_directory) add(entry.name);
    }
    return found;
  }

  // ---------------------------------------------------------------- the revisions

  std::string ConfigName() const {
    if (config_.has_ini_file()) return *config_.config_file_name();
    return config_.toml_file_name().value_or("the configuration");
  }

  /// False where there is no graph.
  bool TellRevisions() {
    try {
      const graph::RevisionMap& revisions = context_.project.revisions();
      Say(fmt::format("{}: {} in {}", ConfigName(), Counted(revisions.size(), "revision"),
                      context_.project.directory().folder));
      for (const std::string& id : revisions.heads()) Say("head: " + Title(*revisions.Find(id)));
      ReportRevisions(revisions);
      return true;
    } catch (const Error& error) {
      const std::string& name = error.exception_class();
      Say("the revisions cannot be read: " + (name.empty() ? "" : name + ": ") + error.message());
      if (!error.hint().empty()) Say("  hint: " + error.hint());
      if (context_.report != nullptr) context_.report->Fail(error);
      Suggest("doctor", "say what is wrong with which file");
      return false;
    }
  }

  void ReportRevisions(const graph::RevisionMap& revisions) {
    if (context_.report == nullptr) return;
    context_.report->Set("has_project", true);
    context_.report->Begin("heads");
    for (const std::string& id : revisions.heads()) {
      context_.report->Append("heads", {{"revision", id}, {"message", revisions.Find(id)->revision.Doc()}});
    }
  }

  // ---------------------------------------------------------------- the databases

  void TellDatabases() {
    std::vector<Standing> standings;
    try {
      standings = AskDatabases();
    } catch (const Error& error) {
      if (error.exception_class() == "KeyboardInterrupt") throw;
      Say("the database cannot be asked: " + std::string(Trim(error.message().substr(0, error.message().find('\n')))));
      if (context_.report != nullptr) context_.report->Fail(error);
      Suggest("current", "the whole message");
      Suggest("wait", "until the database answers");
      return;
    }
    if (standings.empty()) Say("env.py asks no database");
    for (const Standing& standing : standings) TellDatabase(standing);
    SuggestNext(standings);
  }

  /// A run that logs nothing: it is only asked for its rows.
  std::vector<Standing> AskDatabases() {
    LogTree silent(*context_.project.services().clock, [](LogHandler::Target, const std::string&, std::string_view) {});
    engine::Services services = context_.project.services();
    services.log = &silent;
    LookingConnector looking(*services.connector, Files());
    services.connector = &looking;
    engine::Project project(services, config_);
    std::vector<Standing> standings;
    engine::RunRequest request = context_.Request();
    request.dont_mutate = true;
    request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& migration) {
      const bool is_missing = !looking.missing().empty();
      const std::string url = is_missing ? looking.missing() : migration.connection()->url().ToString();
      standings.push_back({.url = url, .rows = rows, .is_missing = is_missing});
      if (rows.empty()) {
        const engine::VersionTable& table = migration.options().version_table;
        standings.back().objects =
            inspect::TakeSnapshot(migration.connection()->driver(), {table.name, table.schema}).size();
      }
      CountPending(standings.back());
      return std::vector<graph::Step>{};
    };
    engine::EnvironmentRun(project, std::move(request)).Run();
    return standings;
  }

  /// A row that is no revision here is told of, and nothing is pending then.
  void CountPending(Standing& standing) {
    const graph::RevisionMap& revisions = context_.project.revisions();
    const bool knows_all = std::all_of(standing.rows.begin(), standing.rows.end(),
                                       [&](const std::string& row) { return revisions.Find(row) != nullptr; });
    if (knows_all) standing.pending = graph::UpgradeSteps(revisions, "heads", standing.rows).size();
  }

  void TellDatabase(const Standing& standing) {
    std::string text = standing.url + ": ";
    if (standing.rows.empty()) {
      text += standing.is_missing     ? "not there yet"
              : standing.objects == 0 ? "empty"
                                      : "has tables, and no revision in its version table";
    }
    for (const std::string& row : standing.rows) {
      const graph::Node* const node = context_.project.revisions().Find(row);
      text += (&row == &standing.rows.front() ? "at " : ", at ") +
              (node == nullptr ? row + ", which is no revision of this project" : Title(*node));
      if (node == nullptr) is_lost_ = true;
    }
    text += standing.pending == 0 ? (is_lost_ ? "" : ", up to date")
                                  : ", " + Counted(standing.pending, "revision") + " to run";
    Say(text);
    if (context_.report != nullptr) {
      context_.report->AddDatabase({.url = standing.url, .before = standing.rows, .steps = {}, .after = standing.rows});
    }
  }

  void SuggestNext(const std::vector<Standing>& standings) {
    const bool has_pending =
        std::any_of(standings.begin(), standings.end(), [](const Standing& standing) { return standing.pending != 0; });
    const bool is_foreign = std::any_of(standings.begin(), standings.end(),
                                        [](const Standing& one) { return one.rows.empty() && one.objects != 0; });
    const graph::RevisionMap& revisions = context_.project.revisions();
    if (revisions.heads().size() > 1) Suggest("merge heads -m \"...\"", "make one head of them");
    if (is_lost_) Suggest("stamp --purge REVISION", "say which revision the database is at");
    if (is_foreign) Suggest("adopt", "find the revision that the tables are those of, and mark it");
    if (has_pending && !is_foreign) {
      Suggest(revisions.heads().size() > 1 ? "upgrade heads" : "upgrade", "run them");
      Suggest("upgrade --sql", "see their SQL first");
      Suggest("lint", "what of it locks, rewrites or loses what is in use");
    }
    if (!has_pending && !is_lost_) {
      Suggest("revision -m \"...\"", "write the next revision");
      Suggest("check", "whether the models ask for one");
    }
    if (revisions.size() != 0) Suggest("graph", "draw the revisions");
  }

  CommandContext& context_;
  project::Config& config_;
  /// A database is at what is no revision here.
  bool is_lost_ = false;
  std::vector<Suggestion> next_;
};

void Run(CommandContext& context) {
  Overview(context).Tell();
}

}  // namespace

Command StatusCommand() {
  return {.spec = {.name = "status",
                   .help = "Say what there is here, where the database stands and what can be done next.",
                   .options = {JsonOption()},
                   .group = group::kLook,
                   .examples = "  limbeck                       # the same\n"
                               "  limbeck status --json\n",
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli

#include "assure/lint.h"

#include <algorithm>
#include <map>
#include <memory>

#include "assure/ignore_comments.h"
#include "base/error_of.h"
#include "base/text.h"
#include "graph/plan.h"

namespace limbeck::assure {
namespace {

/// What a function of a revision did: its statements, or why they are not known.
struct Script {
  std::vector<LintStatement> statements;
  std::optional<Error> error;
};

std::string FirstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

class Linter {
 public:
  Linter(engine::Project& project, const engine::RunRequest& request, const LintOptions& options)
      : options_(options),
        silent_(*project.services().clock, [](LogHandler::Target, const std::string&, std::string_view) {}),
        project_(Silenced(project.services(), silent_), project.config()),
        request_(request) {}

  LintReport Run() {
    WriteScripts(true);
    WriteScripts(false);
    StatementRules rules(is_postgresql_);
    for (const std::string& id : order_) CheckUpgrade(upgrades_[id], rules, id);
    AddIgnores();
    return std::move(report_);
  }

 private:
  static engine::Services Silenced(engine::Services services, LogTree& log) {
    services.log = &log;
    services.print = [](std::string_view) {};
    services.print_error = services.print;
    return services;
  }

  const graph::RevisionMap& revisions() { return project_.revisions(); }
  const std::string& PathOf(const std::string& id) { return revisions().Find(id)->revision.path; }
  bool IsWanted(const graph::Node& node) const { return options_.revisions.count(node.id()) != 0; }

  // ---------------------------------------------------------------- what the revisions do

  /// The whole history is walked, so that the rows are right; only what is wanted is run.
  void WriteScripts(bool is_upgrade) {
    engine::RunRequest request = request_;
    request.as_sql = true;
    request.takes_start = true;
    if (!is_upgrade) request.starting_revision = "heads";
    request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext& context) {
      is_postgresql_ = context.dialect().name() == "postgresql";
      return is_upgrade ? graph::UpgradeSteps(revisions(), "heads", rows)
                        : graph::DowngradeSteps(revisions(), "base", rows);
    };
    request.listen = [this](std::string_view sql, const Place& place) { Hear(std::string(Trim(sql)), place); };
    request.around = [&](const graph::RevisionStep& step, const std::function<void()>& apply) {
      if (IsWanted(*step.node)) Apply(*step.node, is_upgrade, apply);
    };
    engine::EnvironmentRun(project_, std::move(request)).Run();
  }

  void Apply(const graph::Node& node, bool is_upgrade, const std::function<void()>& apply) {
    const bool is_first = std::find(order_.begin(), order_.end(), node.id()) == order_.end();
    if (is_upgrade && is_first) order_.push_back(node.id());
    revision_ = node.id();
    current_ = is_upgrade ? &upgrades_[node.id()] : &downgrades_[node.id()];
    try {
      apply();
    } catch (const Error& error) {
      if (error.exception_class() == "KeyboardInterrupt") throw;
      current_->error = error;
    }
    current_ = nullptr;
  }

  void Hear(const std::string& sql, const Place& place) {
    if (sql == "BEGIN;") {
      transaction_ = ++transactions_;
    } else if (sql == "COMMIT;") {
      transaction_ = 0;
    } else if (current_ != nullptr) {
      current_->statements.push_back({revision_, sql, PlaceOf(sql, place), transaction_});
    }
  }

  /// Of an SQL revision the script's place is that of who runs it.
  Place PlaceOf(const std::string& sql, const Place& place) {
    const graph::Node& node = *revisions().Find(revision_);
    if (project_.FileOf(node).kind == project::RevisionKind::kPython) return place;
    return Find(PathOf(revision_), sql);
  }

  // ---------------------------------------------------------------- what is said of it

  void CheckUpgrade(const Script& script, StatementRules& rules, const std::string& id) {
    for (const LintStatement& statement : script.statements) CheckStatement(statement, rules);
    if (script.error) {
      Add({FindLintRule("needs-database"), id, "the statements are not known: " + FirstLine(script.error->message()),
           "run it on a scratch database with `limbeck verify`", script.error->place(), ""});
    }
    CheckDowngrade(script, id);
  }

  /// What PostgreSQL's grammar says against what `read` reads.
  template <typename Read>
  static std::optional<Error> GrammarError(Read read) {
    const std::optional<Error> error = ErrorOf(read);
    if (error && error->kind() == ErrorKind::kUnsupported) throw Error(*error);
    return error;
  }

  void AddNoSql(const LintStatement& statement, const Error& error) {
    Add({FindLintRule("no-sql"), statement.revision, error.message(), "", statement.place, statement.sql});
  }

  void CheckStatement(const LintStatement& statement, StatementRules& rules) {
    const std::optional<Error> error = GrammarError([&] { rules.Check(statement); });
    // What SQLite has of its own is none of PostgreSQL's business.
    if (error && is_postgresql_) AddNoSql(statement, *error);
    for (LintFinding& finding : rules.Take()) {
      const bool is_sql_file = finding.place.file == PathOf(finding.revision) &&
                               project_.FileOf(*revisions().Find(finding.revision)).kind == project::RevisionKind::kSql;
      if (is_sql_file) finding.place = Find(finding.place.file, finding.statement);
      Add(std::move(finding));
    }
  }

  void CheckDowngrade(const Script& upgrade, const std::string& id) {
    const Script& downgrade = downgrades_[id];
    // A script that raises says what it means; one that Limbeck has no function for does not.
    const bool has_none =
        downgrade.error ? downgrade.error->kind() == ErrorKind::kCommand : downgrade.statements.empty();
    if (has_none && !upgrade.statements.empty()) {
      Add({FindLintRule("missing-downgrade"), id, "the downgrade undoes nothing of what the upgrade does",
           "write it, or raise NotImplementedError in it to say that there is no way back", FindDowngrade(id), ""});
    } else if (!downgrade.error) {
      CheckEnums(upgrade, downgrade, id);
    }
  }

  std::set<std::string> TypesDroppedBy(const Script& downgrade) {
    std::set<std::string> dropped;
    for (const LintStatement& statement : downgrade.statements) {
      const std::optional<Error> error = GrammarError([&] {
        for (std::string& type : TypesDropped(statement.sql)) dropped.insert(std::move(type));
      });
      if (error) AddNoSql(statement, *error);
    }
    return dropped;
  }

  void CheckEnums(const Script& upgrade, const Script& downgrade, const std::string& id) {
    if (!is_postgresql_) return;
    const std::set<std::string> dropped = TypesDroppedBy(downgrade);
    for (const LintStatement& statement : upgrade.statements) {
      if (statement.sql.find("ENUM") == std::string::npos) continue;
      std::vector<std::string> made;
      GrammarError([&] { made = EnumsMade(statement.sql); });
      for (const std::string& type : made) {
        if (dropped.count(type) != 0) continue;
        Add({FindLintRule("enum-left-behind"), id, "the downgrade leaves type " + type + " behind",
             "sa.Enum(name=\"" + type + "\").drop(op.get_bind()) in downgrade()", statement.place, statement.sql});
      }
    }
  }

  // ---------------------------------------------------------------- places and comments

  SourcePtr Read(const std::string& path) {
    SourcePtr& source = sources_[path];
    if (source == nullptr) source = std::make_shared<const SourceFile>(path, project_.services().files->ReadFile(path));
    return source;
  }

  bool CanRead(const std::string& path) { return !path.empty() && project_.services().files->IsFile(path); }

  /// Where a text stands in a file; the file alone when it does not.
  Place Find(const std::string& path, const std::string& text) {
    Place place;
    place.file = path;
    if (!CanRead(path)) return place;
    const size_t found = Read(path)->text().find(FirstLine(text));
    if (found == std::string_view::npos) return place;
    const auto begin = static_cast<uint32_t>(found);
    return Read(path)->PlaceOf({begin, begin + static_cast<uint32_t>(FirstLine(text).size())});
  }

  Place FindDowngrade(const std::string& id) { return Find(PathOf(id), "def downgrade"); }

  IgnoreComments& CommentsOf(const std::string& path) {
    std::unique_ptr<IgnoreComments>& comments = comments_[path];
    if (comments == nullptr) comments = std::make_unique<IgnoreComments>(Read(path));
    return *comments;
  }

  bool IsIgnored(const LintFinding& finding) {
    if (options_.ignored_rules.count(finding.rule->name) != 0) return true;
    bool covers = false;
    if (CanRead(finding.place.file)) {
      covers = CommentsOf(finding.place.file).Covers(finding.rule->name, finding.place.line);
    }
    if (!covers && !finding.statement.empty()) {
      // A comment inside of the statement.
      const auto text = std::make_shared<const SourceFile>("", finding.statement);
      IgnoreComments inside(text);
      for (int line = 1; !covers && line <= text->LineOf(static_cast<uint32_t>(text->text().size())); ++line) {
        covers = inside.Covers(finding.rule->name, line);
      }
    }
    return covers;
  }

  void Add(LintFinding finding) {
    const auto is_same = [&](const LintFinding& other) {
      return other.rule == finding.rule && other.revision == finding.revision && other.message == finding.message &&
             other.place == finding.place;
    };
    // The environment of several databases runs a revision for each.
    if (std::any_of(report_.findings.begin(), report_.findings.end(), is_same)) return;
    if (IsIgnored(finding)) {
      ++report_.ignored;
    } else {
      report_.findings.push_back(std::move(finding));
    }
  }

  void AddIgnores() {
    for (const std::string& id : order_) {
      if (!CanRead(PathOf(id))) continue;
      for (const int line : CommentsOf(PathOf(id)).Unused()) {
        Place place;
        place.file = PathOf(id);
        place.line = line;
        report_.findings.push_back({FindLintRule("unused-ignore"), id, "nothing was found that this comment is about",
                                    "remove it", place, ""});
      }
    }
  }

  const LintOptions& options_;
  LogTree silent_;
  engine::Project project_;
  const engine::RunRequest& request_;

  bool is_postgresql_ = false;
  /// The transaction that is open, and how many there were.
  int transaction_ = 0;
  int transactions_ = 0;
  std::string revision_;
  Script* current_ = nullptr;
  std::vector<std::string> order_;
  std::map<std::string, Script> upgrades_;
  std::map<std::string, Script> downgrades_;

  std::map<std::string, SourcePtr> sources_;
  std::map<std::string, std::unique_ptr<IgnoreComments>> comments_;
  LintReport report_;
};

}  // namespace

LintReport Lint(engine::Project& project, const engine::RunRequest& request, const LintOptions& options) {
  return Linter(project, request, options).Run();
}

}  // namespace limbeck::assure

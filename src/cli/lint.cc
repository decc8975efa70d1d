#include "assure/lint.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/github.h"
#include "graph/plan.h"
#include "graph/range.h"
#include "graph/resolver.h"

namespace limbeck::cli {
namespace {

using assure::LintFinding;
using assure::LintReport;
using assure::LintRule;

// ------------------------------------------------------------------------------------------ what to look at

void AddUpgrade(CommandContext& context, const std::string& destination, const std::vector<std::string>& rows,
                std::set<std::string>& found) {
  for (const graph::Step& step : graph::UpgradeSteps(context.project.revisions(), destination, rows)) {
    if (const auto* revision = std::get_if<graph::RevisionStep>(&step)) found.insert(revision->node->id());
  }
}

/// What `upgrade` would run on the project's database.
std::set<std::string> PendingRevisions(CommandContext& context) {
  std::set<std::string> found;
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    AddUpgrade(context, "heads", rows, found);
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
  return found;
}

std::set<std::string> NamedRevisions(CommandContext& context, const std::vector<std::string>& symbols) {
  std::set<std::string> found;
  const graph::RevisionMap& revisions = context.project.revisions();
  for (const std::string& symbol : symbols) {
    if (symbol.find(':') == std::string::npos) {
      const auto targets = graph::Resolver(revisions).GetRevisions(symbol);
      for (const graph::Node* node : graph::RequireRevisions(targets)) found.insert(node->id());
      continue;
    }
    const graph::RevisionRange range = graph::ParseHistoryRange(symbol);
    const std::vector<std::string> rows = graph::OfflineHeads(revisions, range.start);
    AddUpgrade(context, range.end.empty() ? "heads" : range.end, rows, found);
  }
  return found;
}

void RequireRule(const std::string& name, const Place& place) {
  if (assure::FindLintRule(name) != nullptr) return;
  std::vector<std::string> names;
  for (const LintRule& rule : assure::LintRules()) names.emplace_back(rule.name);
  const std::string meant = DidYouMean(name, names);
  throw Error(ErrorKind::kConfig, "lint has no rule " + PythonRepr(name))
      .At(place)
      .Hint(meant.empty() ? "`limbeck lint --rules` lists them" : "did you mean " + meant + "?");
}

/// --ignore, and lint_ignore of the configuration.
std::set<std::string> IgnoredRules(CommandContext& context) {
  std::set<std::string> ignored;
  for (const std::string& name : context.arguments.All("ignore")) {
    RequireRule(name, {});
    ignored.insert(name);
  }
  const std::string listed = context.project.config().GetAlembicText("lint_ignore").value_or("");
  for (const std::string& part : Split(ReplaceAll(ReplaceAll(listed, "\n", " "), ",", " "), ' ')) {
    const std::string name(Trim(part));
    if (name.empty()) continue;
    RequireRule(name, context.project.config().PlaceOf("lint_ignore"));
    ignored.insert(name);
  }
  return ignored;
}

// ------------------------------------------------------------------------------------------ what is said

const char* LevelOf(const LintRule& rule) {
  return rule.is_advice ? "advice" : "error";
}

std::string RuleList() {
  std::string text;
  for (const LintRule& rule : assure::LintRules()) {
    text += fmt::format("{:<46} {:<7} {}\n", rule.name, LevelOf(rule), rule.summary);
  }
  return text;
}

/// Paths below the current folder are shown from there: what annotations of CI need.
std::string ShortPath(const CommandContext& context, const std::string& path) {
  FileSystem& files = *context.project.services().files;
  const std::string folder = files.RealPath(files.CurrentDirectory()) + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::string WhereOf(const CommandContext& context, const LintFinding& finding) {
  if (finding.place.file.empty()) return finding.revision;
  const std::string file = ShortPath(context, finding.place.file);
  return finding.place.line == 0 ? file : fmt::format("{}:{}", file, finding.place.line);
}

size_t CountErrors(const LintReport& report) {
  size_t errors = 0;
  for (const LintFinding& finding : report.findings) errors += finding.rule->is_advice ? 0 : 1;
  return errors;
}

std::string Counted(size_t number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string ReportText(const CommandContext& context, const LintReport& report, size_t revisions) {
  std::string text;
  for (const LintFinding& finding : report.findings) {
    text += fmt::format("{}: {} {}: {}\n", WhereOf(context, finding), LevelOf(*finding.rule), finding.rule->name,
                        finding.message);
    if (!finding.statement.empty()) {
      text += "    " + ReplaceAll(ReplaceAll(finding.statement, "\n", "\n    "), "    \n", "\n") + "\n";
    }
    if (!finding.hint.empty()) text += "  hint: " + finding.hint + "\n";
  }
  const size_t errors = CountErrors(report);
  text += fmt::format("{}: {}, {} of advice", Counted(revisions, "revision", "revisions"),
                      Counted(errors, "error", "errors"), Counted(report.findings.size() - errors, "piece", "pieces"));
  if (report.ignored != 0) text += fmt::format(", {} ignored", report.ignored);
  return text + "\n";
}

std::string ReportAnnotations(const CommandContext& context, const LintReport& report) {
  std::string text;
  for (const LintFinding& finding : report.findings) {
    const std::string hint = finding.hint.empty() ? "" : "\nhint: " + finding.hint;
    text += ToWorkflowCommand({.level = finding.rule->is_advice ? "warning" : "error",
                               .file = ShortPath(context, finding.place.file),
                               .line = finding.place.line,
                               .title = std::string("limbeck lint: ") + finding.rule->name,
                               .message = finding.message + hint});
  }
  return text;
}

void ReportJson(const CommandContext& context, const LintReport& report, size_t revisions) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const LintFinding& finding : report.findings) {
    list.push_back({{"rule", finding.rule->name},
                    {"level", LevelOf(*finding.rule)},
                    {"revision", finding.revision},
                    {"message", finding.message},
                    {"hint", finding.hint},
                    {"file", finding.place.file},
                    {"line", finding.place.line},
                    {"statement", finding.statement}});
  }
  context.report->SetJson("findings", list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  const size_t errors = CountErrors(report);
  context.report->SetJson("errors", std::to_string(errors));
  context.report->SetJson("advice", std::to_string(report.findings.size() - errors));
  context.report->SetJson("ignored", std::to_string(report.ignored));
  context.report->SetJson("revisions", std::to_string(revisions));
}

void Run(CommandContext& context) {
  if (context.arguments.Has("rules")) return context.terminal.Out(RuleList());
  assure::LintOptions options;
  options.ignored_rules = IgnoredRules(context);
  const std::vector<std::string>& symbols = context.arguments.All("revisions");
  options.revisions = symbols.empty() ? PendingRevisions(context) : NamedRevisions(context, symbols);
  const LintReport report = assure::Lint(context.project, context.Request(), options);
  const size_t revisions = options.revisions.size();
  if (context.report != nullptr) {
    ReportJson(context, report, revisions);
  } else {
    context.terminal.Out(ReportText(context, report, revisions));
    const bool is_github = context.project.services().environment->Get("GITHUB_ACTIONS").value_or("") == "true";
    if (is_github || context.arguments.Has("github")) context.terminal.Out(ReportAnnotations(context, report));
  }
  const bool fails = context.arguments.Has("strict") ? !report.findings.empty() : CountErrors(report) != 0;
  if (fails) context.exit_code = 1;
}

}  // namespace

Command LintCommand() {
  return {
      .spec = {.name = "lint",
               .help = "Look for statements that lock, rewrite or lose what is in use.",
               .options = {{{"--ignore"}, OptionKind::kAppend, "Do not ask this rule; may be repeated", "RULE"},
                           {{"--strict"}, OptionKind::kFlag, "Fail for advice, too"},
                           {{"--rules"}, OptionKind::kFlag, "List the rules"},
                           {{"--github"}, OptionKind::kFlag, "Print annotations as GitHub's workflows show them"},
                           JsonOption()},
               .positionals = {{"revisions", Count::kZeroOrMore,
                                "revisions, or ranges as for upgrade --sql; default: what the database has not yet"}},
               .group = group::kLook,
               .examples = "  limbeck lint                  # what `limbeck upgrade` would run\n"
                           "  limbeck lint head             # the last revision; no database is asked\n"
                           "  limbeck lint base:heads --ignore missing-downgrade\n",
               .is_ours = true},
      .run = Run};
}

}  // namespace limbeck::cli

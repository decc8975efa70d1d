#include "fleet/fleet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"

namespace limbeck::cli {
namespace {

using fleet::Action;
using fleet::TargetResult;
using Outcome = TargetResult::Outcome;

constexpr std::pair<const char*, Action> kActions[] = {{"status", Action::kStatus},
                                                       {"upgrade", Action::kUpgrade},
                                                       {"downgrade", Action::kDowngrade},
                                                       {"stamp", Action::kStamp},
                                                       {"adopt", Action::kAdopt}};

Action ActionOf(const CommandContext& context) {
  const std::string name = context.arguments.Get("action");
  std::vector<std::string> names;
  for (const auto& [known, action] : kActions) {
    if (name == known) return action;
    names.emplace_back(known);
  }
  throw Error(ErrorKind::kUsage, "'" + name + "' is nothing that a fleet does: " + Join(names, ", "));
}

size_t NumberOf(const CommandContext& context, const std::string& option, size_t otherwise) {
  if (!context.arguments.Has(option)) return otherwise;
  const std::string text = context.arguments.Get(option);
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  throw Error(ErrorKind::kUsage, "'" + text + "' is not a number");
}

fleet::FleetRequest RequestOf(const CommandContext& context) {
  constexpr size_t kMostJobs = 8;
  const ParsedArguments& arguments = context.arguments;
  fleet::FleetRequest request;
  request.action = ActionOf(context);
  const bool goes_down = request.action == Action::kDowngrade;
  if (goes_down && !arguments.Has("revision")) throw Error(ErrorKind::kUsage, "downgrade to which revision?");
  request.revision = arguments.Get("revision", "head");
  request.dry_run = arguments.Has("dry_run");
  request.jobs = NumberOf(context, "jobs", std::clamp<size_t>(std::thread::hardware_concurrency(), 1, kMostJobs));
  request.canaries = NumberOf(context, "canary", 0);
  request.creates = arguments.Has("create");
  request.adopts = !arguments.Has("no_adopt");
  if (arguments.Has("earliest")) request.among = assure::AmongEqual::kEarliest;
  if (arguments.Has("latest")) request.among = assure::AmongEqual::kLatest;
  request.scratch = ScratchOptionsOf(context);
  request.run = context.Request();
  return request;
}

// ------------------------------------------------------------------------------------------ the report

std::string Rows(const std::vector<std::string>& rows) {
  return rows.empty() ? "-" : Join(rows, ",");
}

const char* OutcomeName(Outcome outcome) {
  constexpr const char* kNames[] = {"done", "unchanged", "failed", "skipped"};
  return kNames[static_cast<int>(outcome)];
}

std::string StatusText(const TargetResult& result) {
  if (result.before.empty()) return "no version";
  return result.steps == 0 ? "at head" : fmt::format("{} behind", result.steps);
}

std::string DoneText(const TargetResult& result, Action action) {
  std::vector<std::string> parts;
  if (result.is_adopted) parts.emplace_back("adopted");
  if (action == Action::kStamp) parts.emplace_back("stamped");
  if (result.steps > 0)
    parts.push_back(fmt::format("{} {}", result.steps, action == Action::kDowngrade ? "down" : "up"));
  return parts.empty() ? "done" : Join(parts, ", ");
}

std::string ResultText(const TargetResult& result, const fleet::FleetRequest& request) {
  if (result.outcome == Outcome::kFailed || result.outcome == Outcome::kSkipped) return OutcomeName(result.outcome);
  if (request.action == Action::kStatus) return StatusText(result);
  return result.outcome == Outcome::kDone ? DoneText(result, request.action) : OutcomeName(result.outcome);
}

std::string ErrorText(const Error& error) {
  const std::string& name = error.exception_class();
  const std::string line = error.message().substr(0, error.message().find('\n'));
  return name.empty() || error.kind() == ErrorKind::kCommand ? line : name + ": " + line;
}

size_t CountOf(const std::vector<TargetResult>& results, Outcome outcome) {
  return static_cast<size_t>(std::count_if(
      results.begin(), results.end(), [outcome](const TargetResult& result) { return result.outcome == outcome; }));
}

void PrintTable(const CommandContext& context, const std::vector<TargetResult>& results,
                const fleet::FleetRequest& request) {
  size_t name_width = 0;
  size_t rows_width = 0;
  for (const TargetResult& result : results) {
    name_width = std::max(name_width, result.target.Shown().size());
    rows_width = std::max({rows_width, Rows(result.before).size(), Rows(result.after).size()});
  }
  for (const TargetResult& result : results) {
    std::string line =
        fmt::format("{:<{}}  {:<{}}  ", result.target.Shown(), name_width, Rows(result.before), rows_width);
    if (request.action != Action::kStatus) line += fmt::format("{:<{}}  ", Rows(result.after), rows_width);
    context.Print(line + ResultText(result, request));
    if (!result.error) continue;
    context.Print("    " + ErrorText(*result.error));
    if (!result.error->place().file.empty()) {
      context.Print(fmt::format("    at {}:{}", result.error->place().file, result.error->place().line));
    }
    if (!result.error->hint().empty()) context.Print("    hint: " + result.error->hint());
  }
}

void PrintSummary(const CommandContext& context, const std::vector<TargetResult>& results,
                  const fleet::FleetRequest& request) {
  std::string text = fmt::format("{} database{}", results.size(), results.size() == 1 ? "" : "s");
  const bool is_status = request.action == Action::kStatus;
  if (is_status) {
    const auto behind = std::count_if(results.begin(), results.end(), [](const TargetResult& result) {
      return result.outcome == Outcome::kUnchanged && (result.steps > 0 || result.before.empty());
    });
    text += fmt::format(": {} at head, {} behind", CountOf(results, Outcome::kUnchanged) - static_cast<size_t>(behind),
                        behind);
  } else {
    text += fmt::format(": {} {}, {} unchanged", CountOf(results, Outcome::kDone),
                        request.dry_run ? "would change" : "changed", CountOf(results, Outcome::kUnchanged));
  }
  for (const Outcome outcome : {Outcome::kFailed, Outcome::kSkipped}) {
    if (CountOf(results, outcome) != 0) text += fmt::format(", {} {}", CountOf(results, outcome), OutcomeName(outcome));
  }
  context.Print(text);
}

void ReportFleet(JsonReport& report, const std::vector<TargetResult>& results, const fleet::FleetRequest& request) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const TargetResult& result : results) {
    nlohmann::ordered_json one = {{"database", result.target.Shown()},
                                  {"outcome", OutcomeName(result.outcome)},
                                  {"before", result.before},
                                  {"after", result.after},
                                  {"steps", result.steps},
                                  {"is_adopted", result.is_adopted},
                                  {"seconds", std::chrono::duration<double>(result.time).count()}};
    if (result.error) {
      one["error"] = {{"message", ErrorText(*result.error)},
                      {"hint", result.error->hint()},
                      {"file", result.error->place().file},
                      {"line", result.error->place().line}};
    }
    list.push_back(std::move(one));
  }
  report.SetJson("databases", list.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  report.Set("is_dry_run", request.dry_run);
  for (const Outcome outcome : {Outcome::kDone, Outcome::kUnchanged, Outcome::kFailed, Outcome::kSkipped}) {
    report.SetJson(OutcomeName(outcome), std::to_string(CountOf(results, outcome)));
  }
}

/// One line that is written over and over, on a terminal.
class Progress {
 public:
  Progress(CommandContext& context, size_t count)
      : terminal_(context.terminal), count_(count), is_shown_(terminal_.err_is_terminal() && !context.quiet) {}
  ~Progress() {
    if (is_shown_) terminal_.Err("\r\x1b[K");
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Tell(const TargetResult& result) {
    ++done_;
    if (result.outcome == Outcome::kFailed) ++failed_;
    if (!is_shown_) return;
    const std::string failures = failed_ == 0 ? "" : fmt::format(", {} failed", failed_);
    terminal_.Err(fmt::format("\r\x1b[K[{}/{}{}] {}", done_, count_, failures, result.target.Shown()));
  }

 private:
  Terminal& terminal_;
  size_t count_;
  bool is_shown_;
  size_t done_ = 0;
  size_t failed_ = 0;
};

bool IsBehind(const TargetResult& result) {
  return result.steps > 0 || result.before.empty();
}

void Run(CommandContext& context) {
  const fleet::FleetRequest request = RequestOf(context);
  const ParsedArguments& arguments = context.arguments;
  const fleet::TargetSources sources{arguments.All("files"), arguments.All("schemas"), arguments.All("list"),
                                     arguments.All("query")};
  const std::vector<fleet::Target> targets = fleet::FindTargets(context.project, request.run, sources);
  std::vector<TargetResult> results;
  {
    Progress progress(context, targets.size());
    results = fleet::RunFleet(context.project, context.entropy, targets, request,
                              [&](const TargetResult& result) { progress.Tell(result); });
  }
  if (context.report != nullptr) {
    ReportFleet(*context.report, results, request);
  } else {
    PrintTable(context, results, request);
    PrintSummary(context, results, request);
  }
  const bool is_behind = arguments.Has("at_head") && std::any_of(results.begin(), results.end(), IsBehind);
  const size_t trouble = CountOf(results, Outcome::kFailed) + CountOf(results, Outcome::kSkipped);
  if (trouble != 0 || is_behind) context.exit_code = 1;
}

std::vector<Option> FleetOptions() {
  constexpr OptionKind kFlag = OptionKind::kFlag;
  constexpr OptionKind kStore = OptionKind::kStore;
  constexpr OptionKind kAppend = OptionKind::kAppend;
  return {
      {{"--files"}, kAppend, "SQLite files, by a pattern of their paths (* ? [] **)", "PATTERN"},
      {{"--schemas"}, kAppend, "Schemas of the project's PostgreSQL database, by a pattern of their names", "PATTERN"},
      {{"--list"}, kAppend, "A file with a database in each line: a URL, a file or a schema", "FILE"},
      {{"--query"}, kAppend, "SQL for the project's own database that gives such names", "SQL"},
      {{"-j", "--jobs"}, kStore, "How many at once (the number of processors, at most 8)", "N"},
      {{"--canary"}, kStore, "Do the first N before all others, and stop if one of them fails", "N"},
      {{"--dry-run"}, kFlag, "Say what would be done"},
      {{"--at-head"}, kFlag, "status: exit code 1 unless every database is at the head"},
      {{"--create"}, kFlag, "upgrade: make files that are not there"},
      {{"--no-adopt"}, kFlag, "upgrade: take a database without a version for an empty one"},
      {{"--latest"}, kFlag, "Adopting, of revisions with the same schema take the last"},
      {{"--earliest"}, kFlag, "Adopting, of revisions with the same schema take the first"},
      ScratchUrlOption(),
      LockTimeoutOption(),
      JsonOption()};
}

}  // namespace

Command FleetCommand() {
  return {.spec = {.name = "fleet",
                   .help = "Do one thing to many databases: status, upgrade, downgrade, stamp or adopt.",
                   .options = FleetOptions(),
                   .positionals = {{"action", Count::kOne, "status, upgrade, downgrade, stamp or adopt"},
                                   {"revision", Count::kOptional, "revision identifier; the head when not given"}},
                   .group = group::kApply,
                   .examples = "  limbeck fleet status --files 'data/project_*.db'\n"
                               "  limbeck fleet upgrade --files 'data/project_*.db' --dry-run\n"
                               "  limbeck fleet upgrade --schemas 'project_*' --jobs 4 --canary 1\n",
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli

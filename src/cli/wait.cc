#include <set>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/common_options.h"
#include "engine/patience.h"

namespace limbeck::cli {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

constexpr seconds kDefaultTimeout{60};
constexpr seconds kBetweenReports{10};

/// Until when there is waiting, and what is said meanwhile.
class Patience {
 public:
  Patience(CommandContext& context, seconds timeout)
      : context_(context),
        services_(context.project.services()),
        timeout_(timeout),
        start_(services_.clock->Monotonic()) {}

  /// False when the time is over, or the user does not want to wait.
  bool KeepTrying(const std::string& reason) {
    const microseconds now = services_.clock->Monotonic();
    if (services_.interrupted != nullptr && services_.interrupted->load()) return false;
    if (now - start_ >= timeout_) return false;
    if (!next_report_ || now >= *next_report_) {
      next_report_ = now + kBetweenReports;
      if (!context_.quiet)
        context_.terminal.Err("waiting, up to " + std::to_string(timeout_.count()) + " s: " + reason + "\n");
    }
    return true;
  }

 private:
  CommandContext& context_;
  const engine::Services& services_;
  seconds timeout_;
  microseconds start_;
  std::optional<microseconds> next_report_;
};

std::string FirstLine(const std::string& text) {
  return std::string(Trim(text.substr(0, text.find('\n'))));
}

/// The rows of the version table, from a run that says nothing.
std::vector<std::string> ReadRows(CommandContext& context, engine::Project& project) {
  std::vector<std::string> found;
  engine::RunRequest request = context.Request();
  request.dont_mutate = true;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    found.insert(found.end(), rows.begin(), rows.end());
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(project, std::move(request)).Run();
  return found;
}

void WaitForHead(CommandContext& context, engine::Project& project, Patience& patience, std::vector<std::string> rows) {
  constexpr std::chrono::milliseconds kPause{500};
  const std::vector<std::string>& heads = project.revisions().heads();
  while (std::set(rows.begin(), rows.end()) != std::set(heads.begin(), heads.end())) {
    const std::string at = rows.empty() ? "the database has no version" : "the database is at " + Join(rows, ", ");
    if (!patience.KeepTrying(at)) {
      throw Error(ErrorKind::kDatabase, at + ", not at " + Join(heads, ", "));
    }
    context.project.services().clock->Sleep(kPause);
    rows = ReadRows(context, project);
  }
}

void Run(CommandContext& context) {
  Patience patience(context, context.arguments.Has("timeout") ? context.Seconds("timeout") : kDefaultTimeout);
  engine::Services services = context.project.services();
  engine::PatientConnector connector(*services.connector, *services.clock, [&](const Error& reason) {
    return patience.KeepTrying(FirstLine(reason.message()));
  });
  LogTree silent(*services.clock, [](LogHandler::Target, const std::string&, std::string_view) {});
  services.connector = &connector;
  services.log = &silent;
  engine::Project project(services, context.project.config());
  std::vector<std::string> rows;
  try {
    rows = ReadRows(context, project);
  } catch (const Error& error) {
    // Which line of env.py asked for the database is not what somebody who waits for it wants to know.
    if (!error.connection_lost()) throw;
    throw Error(ErrorKind::kDatabase, "the database does not answer: " + FirstLine(error.message()));
  }
  if (context.arguments.Has("at_head")) WaitForHead(context, project, patience, rows);
}

}  // namespace

Command WaitCommand() {
  return {.spec = {.name = "wait",
                   .help = "Wait until the database answers.",
                   .options = {{{"--at-head"}, OptionKind::kFlag, "And until it is at the head"},
                               {{"--timeout"}, OptionKind::kStore, "Seconds to wait (60)", "SECONDS"}},
                   .group = group::kLook,
                   .examples = "  limbeck wait && limbeck upgrade\n"
                               "  limbeck wait --at-head --timeout 300 && exec ./server\n",
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli

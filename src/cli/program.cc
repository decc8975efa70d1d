#include "cli/program.h"

#include <memory>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/live_line.h"
#include "cli/version.h"
#include "driver/exception_text.h"
#include "library/embedded_files.h"

namespace limbeck::cli {
namespace {

/// "FAILED: ..." as Alembic prints it, on standard output and in the log.
int ReportCommandError(const Error& error, bool quiet, Terminal& terminal, LogTree& log) {
  log.Log("alembic.util.messaging", static_cast<int>(LogLevel::kError), error.message());
  if (!quiet) {
    terminal.Out(FormatMessage("FAILED: " + error.message(), terminal));
    if (!error.place().file.empty()) terminal.Err("  at " + error.place().Render() + "\n");
    if (!error.hint().empty()) terminal.Err("  hint: " + error.hint() + "\n");
  }
  return kCommandFailure;
}

/// Python prints a call that repeats itself three times and then says how often more.
constexpr size_t kMostRepetitions = 3;

std::string RenderEntry(const TraceEntry& entry) {
  std::string text =
      "  File \"" + entry.place.file + "\", line " + std::to_string(entry.place.line) + ", in " + entry.function + "\n";
  const std::string line(Trim(entry.place.source_line));
  return line.empty() ? text : text + "    " + line + "\n";
}

std::string RenderRepetitions(size_t count) {
  if (count <= kMostRepetitions) return "";
  const size_t more = count - kMostRepetitions;
  return "  [Previous line repeated " + std::to_string(more) + " more time" + (more == 1 ? "" : "s") + "]\n";
}

std::string RenderTraceback(const Error& error) {
  std::string text = "Traceback (most recent call last):\n";
  std::string previous;
  size_t count = 0;
  for (const TraceEntry& entry : error.trace()) {
    const std::string one = RenderEntry(entry);
    if (one != previous) {
      text += RenderRepetitions(count);
      previous = one;
      count = 0;
    }
    if (++count <= kMostRepetitions) text += one;
  }
  return text + RenderRepetitions(count);
}

/// Python's last lines are the exception: who reads only those gets them from a program called `alembic`.
int ReportError(const Error& error, Terminal& terminal, bool is_alembic) {
  if (!error.trace().empty()) terminal.Err(RenderTraceback(error));
  const std::string& class_name = error.exception_class();
  const std::string name = class_name.empty() ? "error" : class_name;
  const auto titled = [&](const std::string& text) { return text.empty() ? name : name + ": " + text; };
  // Place, statement and hint: nothing, or lines that each begin with a line end.
  std::string more = error.Render().substr(error.message().size());
  if (is_alembic) {
    if (!more.empty()) terminal.Err(more.substr(1) + "\n");
    terminal.Err(titled(driver::ExceptionText(error)) + "\n");
  } else {
    const std::string page = driver::ExceptionPage(error);
    if (!page.empty()) more += "\n  " + page;
    terminal.Err(titled(driver::ExceptionTitle(error)) + more + "\n");
  }
  return class_name == "KeyboardInterrupt" ? kInterrupted : kFailure;
}

engine::Services MakeServices(ProgramHost& host, LogTree& log) {
  engine::Services services;
  services.files = &host.files;
  services.clock = &host.clock;
  services.environment = &host.environment;
  services.connector = &host.connector;
  services.log = &log;
  if (host.migrations != nullptr) services.compiled = &host.migrations->revisions;
  services.models = host.models;
  services.arguments = host.words;
  services.interrupted = &CatchInterrupts();
  services.print = [&host](std::string_view text) { host.terminal.Out(text); };
  services.print_error = [&host](std::string_view text) { host.terminal.Err(text); };
  return services;
}

/// Loggers that Alembic's own modules have made by the time env.py configures logging.
void TouchLoggers(LogTree& log) {
  for (const char* name : {"alembic", "alembic.runtime.migration", "alembic.util.messaging", "alembic.autogenerate"}) {
    log.Touch(name);
  }
  log.AddHandler("alembic", {.target = LogHandler::Target::kNull});
}

project::Config LoadFiles(const Command& command, const ParsedArguments& arguments, ProgramHost& host) {
  const project::ConfigFiles names = project::ChooseConfigFiles(arguments.All("config"), host.environment);
  const std::string section = arguments.Get("name", "alembic");
  try {
    return project::Config::Load(host.files, names, section);
  } catch (const Error&) {
    if (!command.works_without_configuration) throw;
    return project::Config(section);
  }
}

/// A program with migrations of its own needs no files.
project::Config LoadConfig(const Command& command, const ParsedArguments& arguments, ProgramHost& host) {
  project::Config config = LoadFiles(command, arguments, host);
  const bool has_migrations =
      host.migrations != nullptr && !(host.migrations->files.empty() && host.migrations->revisions.empty());
  if (!has_migrations || config.has_ini_file() || config.GetAlembicText("script_location")) return config;
  return library::EmbeddedConfig(*host.migrations, host.files);
}

int RunCommand(const ParseResult& parsed, ProgramHost& host, LiveLine& live, LogTree& log, JsonReport* report,
               bool is_alembic) {
  const Command& command = *FindCommand(parsed.command->name);
  engine::Services services = MakeServices(host, log);
  driver::WatchedConnector watched(host.connector, live);
  if (command.runs_steps && !parsed.arguments.Has("quiet")) {
    services.connector = &watched;
    services.progress = &live;
  }
  // Standard output is the document's alone.
  if (report != nullptr) services.print = services.print_error;
  engine::Project project(services, LoadConfig(command, parsed.arguments, host));
  CommandContext context{*parsed.command, parsed.arguments, project, host.terminal, host.processes, host.entropy};
  context.quiet = parsed.arguments.Has("quiet");
  context.report = report;
  context.is_alembic = is_alembic;
  command.run(context);
  return context.exit_code;
}

ProgramHost WithTerminal(const ProgramHost& host, Terminal& terminal) {
  return {host.files,   host.clock, host.environment, host.connector, host.processes,
          host.entropy, terminal,   host.migrations,  host.models,    host.words};
}

int Report(const Error& error, const ParsedArguments& arguments, Terminal& terminal, LogTree& log, JsonReport* report,
           bool is_alembic) {
  const bool is_command_error = error.kind() == ErrorKind::kCommand;
  if (report != nullptr) {
    report->Fail(error);
    if (error.kind() == ErrorKind::kUsage) return kUsage;
    return is_command_error ? kCommandFailure : kFailure;
  }
  if (error.kind() == ErrorKind::kUsage) {
    terminal.Err("error: " + error.Render() + "\n");
    return kUsage;
  }
  if (!is_command_error || arguments.Has("raiseerr")) return ReportError(error, terminal, is_alembic);
  return ReportCommandError(error, arguments.Has("quiet"), terminal, log);
}

int RunAndReport(const ParseResult& parsed, ProgramHost& real_host, bool is_alembic) {
  LiveLine terminal(real_host.terminal, real_host.clock, real_host.environment.Get("TERM").value_or("") != "dumb");
  ProgramHost host = WithTerminal(real_host, terminal);
  LogTree log(host.clock, [&](LogHandler::Target target, const std::string& path, std::string_view text) {
    if (target == LogHandler::Target::kFile) return host.files.AppendFile(path, text);
    target == LogHandler::Target::kStdout ? terminal.Out(text) : terminal.Err(text);
  });
  TouchLoggers(log);
  std::unique_ptr<JsonReport> report;
  if (parsed.arguments.Has("json")) report = std::make_unique<JsonReport>(parsed.command->name);
  int exit_code = kSuccess;
  try {
    exit_code = RunCommand(parsed, host, terminal, log, report.get(), is_alembic);
  } catch (const Error& error) {
    exit_code = Report(error, parsed.arguments, terminal, log, report.get(), is_alembic);
  }
  if (report != nullptr && report->is_used()) terminal.Out(report->Text());
  return exit_code;
}

/// Scripts look in sys.argv[0] whether it is alembic that runs them.
std::vector<std::string> ScriptArguments(std::vector<std::string> words) {
  if (words.empty()) return {};
  const size_t end = words.front().rfind('/');
  words.front() = words.front().substr(0, end == std::string::npos ? 0 : end + 1) + "alembic";
  return words;
}

}  // namespace

int RunProgram(const std::vector<std::string>& words, ProgramHost& host) {
  host.words = ScriptArguments(words);
  const std::string program =
      FileNameOf(words.empty() ? "limbeck" : words.front()) == "alembic" ? "alembic" : "limbeck";
  const ArgumentParser parser = MakeParser(program == "alembic");
  const std::vector<std::string> rest(words.empty() ? words.begin() : words.begin() + 1, words.end());
  const ParseResult parsed = parser.Parse(rest, host.terminal.columns());
  switch (parsed.kind) {
    case ParseResult::Kind::kHelp:
      host.terminal.Out(parsed.text);
      return kSuccess;
    case ParseResult::Kind::kVersion:
      host.terminal.Out(program + " " + (program == "alembic" ? kAlembicVersion : kVersion) + "\n");
      return kSuccess;
    case ParseResult::Kind::kError:
      host.terminal.Err(parsed.text);
      return kUsage;
    case ParseResult::Kind::kCommand:
      break;
  }
  return RunAndReport(parsed, host, program == "alembic");
}

}  // namespace limbeck::cli

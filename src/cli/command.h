#pragma once

#include <chrono>
#include <string>

#include "base/entropy.h"
#include "base/processes.h"
#include "cli/argument_parser.h"
#include "cli/json_report.h"
#include "cli/terminal.h"
#include "engine/environment_run.h"
#include "engine/project.h"

namespace limbeck::cli {

// Exit codes: Alembic's.
constexpr int kSuccess = 0;
constexpr int kFailure = 1;
constexpr int kUsage = 2;
constexpr int kInterrupted = 130;
constexpr int kCommandFailure = 255;

/// What a command works with. Borrowed for its run.
struct CommandContext {
  /// The command as it was called, and what it was given.
  const CommandSpec& spec;
  const ParsedArguments& arguments;
  engine::Project& project;
  Terminal& terminal;
  Processes& processes;
  Entropy& entropy;
  bool quiet = false;
  /// Called by Alembic's name: no colour, its words.
  bool is_alembic = false;
  /// What --json collects; null without it. The program prints it at the end.
  JsonReport* report = nullptr;
  /// What the program returns, for a command that fails without an error to tell.
  int exit_code = 0;

  /// Whether standard output is to be coloured.
  bool colour() const { return terminal.colour() && !is_alembic; }
  /// A line of the command's output (Alembic's print_stdout); silent with -q and --json.
  void Print(std::string_view line) const;
  /// The list of the report is there even when nothing is shown.
  void BeginList(const std::string& name) const;
  /// A revision: this line, or its facts in the report.
  void Show(const graph::Node& node, const std::string& line, std::optional<bool> is_current = {}) const;
  /// A message (Alembic's util.msg): wrapped for a person, bare for a script. With --json on standard error.
  void Message(std::string_view message) const;
  /// The value of an option that is a number of seconds. Throws kUsage for anything else.
  std::chrono::seconds Seconds(const std::string& option) const;
  /// A run of env.py, with what the command line says about it already filled in.
  engine::RunRequest Request() const;
};

/// The work of one command. What goes wrong is thrown as Error.
using CommandFunction = void (*)(CommandContext& context);

/// What the command line knows of a command, and what it does.
struct Command {
  CommandSpec spec;
  CommandFunction run = nullptr;
  /// It has its uses where the configuration cannot be read; it finds an empty one then.
  bool works_without_configuration = false;
  /// It takes a database through steps, and tells meanwhile how far it has come (LiveLine).
  bool runs_steps = false;
};

/// Headings of the program's help.
namespace group {
constexpr const char* kApply = "apply";
constexpr const char* kLook = "look";
constexpr const char* kWrite = "write";
}  // namespace group

}  // namespace limbeck::cli

#pragma once

#include <string>

#include "base/entropy.h"
#include "base/processes.h"
#include "cli/argument_parser.h"
#include "cli/terminal.h"
#include "engine/environment_run.h"
#include "engine/project.h"

namespace limbeck::cli {

/// What a command works with. Borrowed for its run.
struct CommandContext {
  const ParsedArguments& arguments;
  engine::Project& project;
  Terminal& terminal;
  Processes& processes;
  Entropy& entropy;
  bool quiet = false;
  /// What the program returns, for a command that fails without an error to tell.
  int exit_code = 0;

  /// A line of the command's output (Alembic's print_stdout); silent with -q.
  void Print(std::string_view line) const;
  /// A message (Alembic's util.msg): wrapped for a person, bare for a script.
  void Message(std::string_view message) const;
  /// A run of env.py, with what the command line says about it already filled in.
  engine::RunRequest Request() const;
};

/// The work of one command. What goes wrong is thrown as Error.
using CommandFunction = void (*)(CommandContext& context);

/// By the command's name; null for a name without one.
CommandFunction FindCommand(const std::string& name);

// One file each, named after the command.
void Branches(CommandContext& context);
void Check(CommandContext& context);
void Current(CommandContext& context);
void Doctor(CommandContext& context);
void Downgrade(CommandContext& context);
void Edit(CommandContext& context);
void EnsureVersion(CommandContext& context);
void Heads(CommandContext& context);
void History(CommandContext& context);
void Init(CommandContext& context);
void ListTemplates(CommandContext& context);
void Merge(CommandContext& context);
void Revision(CommandContext& context);
void Show(CommandContext& context);
void Stamp(CommandContext& context);
void Upgrade(CommandContext& context);

}  // namespace limbeck::cli

#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

// To add a command: a file of its name with `Command XCommand()` in it, its line here, and its line in the table of
// commands.cc. Help, completion, the manual page and the list for people come from what it returns.

namespace limbeck::cli {

/// Options that stand before the command.
std::vector<Option> GlobalOptions();

/// Every command, in the order of the help.
const std::vector<Command>& Commands();
/// Null for a name without a command.
const Command* FindCommand(const std::string& name);

std::vector<CommandSpec> CommandSpecs();
/// The same for a program called `alembic`.
std::vector<CommandSpec> AlembicCommandSpecs();

/// The command line of the program; worded as Alembic's when it is called so.
ArgumentParser MakeParser(bool is_alembic);

// One file each, named after the command.
Command AdoptCommand();
Command BackupCommand();
Command BranchesCommand();
Command CheckCommand();
Command CompletionCommand();
Command CurrentCommand();
Command DiffCommand();
Command DoctorCommand();
Command DowngradeCommand();
Command EditCommand();
Command EnsureVersionCommand();
Command ErdCommand();
Command FleetCommand();
Command GraphCommand();
Command HeadsCommand();
Command HelpCommand();
Command HistoryCommand();
Command InitCommand();
Command LintCommand();
Command ListTemplatesCommand();
Command MergeCommand();
Command RestoreCommand();
Command RevisionCommand();
Command ShowCommand();
Command StampCommand();
Command StatusCommand();
Command UpgradeCommand();
Command VerifyCommand();
Command WaitCommand();

}  // namespace limbeck::cli

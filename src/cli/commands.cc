#include "cli/commands.h"

#include <algorithm>

namespace limbeck::cli {
namespace {

/// In the order of the help.
constexpr Command (*kCommands[])() = {
    AdoptCommand, BackupCommand,        BranchesCommand,  CheckCommand,   CompletionCommand,    CurrentCommand,
    DiffCommand,  DoctorCommand,        DowngradeCommand, EditCommand,    EnsureVersionCommand, ErdCommand,
    FleetCommand, GraphCommand,         HeadsCommand,     HelpCommand,    HistoryCommand,       InitCommand,
    LintCommand,  ListTemplatesCommand, MergeCommand,     RestoreCommand, RevisionCommand,      ShowCommand,
    StampCommand, StatusCommand,        UpgradeCommand,   VerifyCommand,  WaitCommand,
};

constexpr const char* kExamples =
    "  limbeck init migrations       # begin a project\n"
    "  limbeck revision -m \"users\"   # write the next revision\n"
    "  limbeck upgrade               # bring the database to the last one\n"
    "  limbeck history --graph -i    # see what there is, and where the database stands\n"
    "  limbeck help upgrade          # more about one command\n";

/// What Limbeck adds works under Alembic's name, but is not announced.
CommandSpec WithoutOurs(CommandSpec spec) {
  if (spec.is_ours) spec.group.clear();
  for (Option& option : spec.options) option.hidden |= option.is_ours;
  return spec;
}

}  // namespace

std::vector<Option> GlobalOptions() {
  return {{{"--version"}, OptionKind::kFlag, "show program's version number and exit"},
          {{"-c", "--config"},
           OptionKind::kAppend,
           "Alternate config file; defaults to value of ALEMBIC_CONFIG environment variable, or \"alembic.ini\". May "
           "also refer to pyproject.toml file. May be specified twice to reference both files separately"},
          {{"-n", "--name"},
           OptionKind::kStore,
           "Name of section in .ini file to use for Alembic config (only applies to configparser config, not toml)"},
          {{"-x"},
           OptionKind::kAppend,
           "Additional arguments consumed by custom env.py scripts, e.g. -x setting1=somesetting -x "
           "setting2=somesetting"},
          {{"--raiseerr"}, OptionKind::kFlag, "Raise a full stack trace on error"},
          {{"-q", "--quiet"}, OptionKind::kFlag, "Do not log to std output."}};
}

const std::vector<Command>& Commands() {
  static const std::vector<Command> kMade = [] {
    std::vector<Command> made;
    for (const auto make : kCommands) made.push_back(make());
    return made;
  }();
  return kMade;
}

const Command* FindCommand(const std::string& name) {
  const std::vector<Command>& commands = Commands();
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&name](const Command& command) { return command.spec.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::vector<CommandSpec> CommandSpecs() {
  std::vector<CommandSpec> specs;
  for (const Command& command : Commands()) specs.push_back(command.spec);
  return specs;
}

std::vector<CommandSpec> AlembicCommandSpecs() {
  std::vector<CommandSpec> specs;
  for (const Command& command : Commands()) specs.push_back(WithoutOurs(command.spec));
  return specs;
}

ArgumentParser MakeParser(bool is_alembic) {
  if (is_alembic) {
    return {"alembic",
            "",
            GlobalOptions(),
            AlembicCommandSpecs(),
            {.suggest = false, .grouped = false, .default_positionals = false}};
  }
  return {"limbeck",
          "Alembic's migrations, native.",
          GlobalOptions(),
          CommandSpecs(),
          {.examples = kExamples, .default_command = "status"}};
}

}  // namespace limbeck::cli

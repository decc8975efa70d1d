#include "cli/completion_script.h"

#include <algorithm>

#include "base/text.h"

namespace limbeck::cli {
namespace {

/// What a positional's values are, by its name.
enum class Values { kRevisions, kFolders, kCommands, kOther };

Values ValuesOf(const Positional& positional) {
  const std::string& name = positional.name;
  if (name == "revision" || name == "revisions" || name == "rev") return Values::kRevisions;
  if (name == "directory") return Values::kFolders;
  if (name == "command") return Values::kCommands;
  return Values::kOther;
}

bool TakesRevisions(const CommandSpec& command) {
  return std::any_of(command.positionals.begin(), command.positionals.end(),
                     [](const Positional& positional) { return ValuesOf(positional) == Values::kRevisions; });
}

bool TakesFolder(const CommandSpec& command) {
  return std::any_of(command.positionals.begin(), command.positionals.end(),
                     [](const Positional& positional) { return ValuesOf(positional) == Values::kFolders; });
}

std::vector<const CommandSpec*> Listed(const std::vector<CommandSpec>& commands) {
  std::vector<const CommandSpec*> listed;
  for (const CommandSpec& command : commands) {
    if (!command.group.empty()) listed.push_back(&command);
  }
  return listed;
}

std::string CommandNames(const std::vector<CommandSpec>& commands) {
  std::vector<std::string> names;
  for (const CommandSpec* command : Listed(commands)) names.push_back(command->name);
  return Join(names, " ");
}

std::string OptionNames(const std::vector<Option>& options) {
  std::vector<std::string> names = {"-h", "--help"};
  for (const Option& option : options) {
    if (!option.hidden) names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return Join(names, " ");
}

/// Options whose value is the next word.
std::string OptionsWithValue(const std::vector<Option>& options) {
  std::vector<std::string> names;
  for (const Option& option : options) {
    if (option.kind != OptionKind::kFlag) names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return Join(names, "|");
}

/// In single quotes, for any of the shells.
std::string Quoted(const std::string& text) {
  return "'" + ReplaceAll(text, "'", "'\\''") + "'";
}

std::string PositionalWords(const CommandSpec& command, const CompletionRequest& request) {
  if (TakesRevisions(command)) return "$(" + request.program + " completion revisions 2>/dev/null)";
  if (command.name == "completion") return "bash zsh fish";
  if (command.name == "help") return CommandNames(request.commands);
  return "";
}

std::string BashCase(const CommandSpec& command, const CompletionRequest& request) {
  std::string text = "    " + command.name + ")\n";
  text += "      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"" + OptionNames(command.options) +
          "\" -- \"$word\"))\n";
  if (TakesFolder(command)) {
    text += "      else COMPREPLY=($(compgen -d -- \"$word\"))\n";
  } else if (const std::string words = PositionalWords(command, request); !words.empty()) {
    text += "      else COMPREPLY=($(compgen -W \"" + words + "\" -- \"$word\"))\n";
  }
  return text + "      fi ;;\n";
}

/// One of _arguments' specifications: '(-v --verbose)'{-v,--verbose}'[Use more verbose output]'.
std::string ZshOption(const Option& option) {
  const std::string help = ReplaceAll(ReplaceAll(option.help, "[", "("), "]", ")");
  const std::string value = option.kind == OptionKind::kFlag ? "" : ":" + ToLower(option.Metavar()) + ":_files";
  const std::string many = option.kind == OptionKind::kAppend ? "*" : "";
  const std::string names = option.names.size() == 1 ? option.names.front() : "'{" + Join(option.names, ",") + "}'";
  return "'" + many + names + "[" + ReplaceAll(help, "'", "'\\''") + "]" + value + "'";
}

std::string ZshOptions(const std::vector<Option>& options, const std::string& indent) {
  std::string text;
  for (const Option& option : options) {
    if (!option.hidden) text += " \\\n" + indent + ZshOption(option);
  }
  return text;
}

std::string ZshPositional(const CommandSpec& command) {
  if (TakesRevisions(command)) return " \\\n        '*:revision:_limbeck_revisions'";
  if (TakesFolder(command)) return " \\\n        '1:directory:_files -/'";
  if (command.name == "completion") return " \\\n        '1:shell:(bash zsh fish)'";
  if (command.name == "help") return " \\\n        '1:command:_limbeck_commands'";
  return "";
}

std::string FishOption(const Option& option, const std::string& condition, const std::string& program) {
  std::string text = "complete -c " + program + " -n " + Quoted(condition);
  for (const std::string& name : option.names) {
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  return text + (option.kind == OptionKind::kFlag ? "" : " -r") + " -d " + Quoted(option.help) + "\n";
}

}  // namespace

std::string BashCompletion(const CompletionRequest& request) {
  const std::string function = "_" + request.program;
  std::string text = "# bash completion of " + request.program + "\n" + function + "() {\n";
  text += "  local word=${COMP_WORDS[COMP_CWORD]} command= index=1\n  COMPREPLY=()\n";
  text += "  while ((index < COMP_CWORD)); do\n    case ${COMP_WORDS[index]} in\n      " +
          OptionsWithValue(request.global_options) +
          ") ((index += 2)) ;;\n      -*) ((index += 1)) ;;\n      *) command=${COMP_WORDS[index]}; break ;;\n"
          "    esac\n  done\n";
  text += "  case $command in\n    '')\n      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"" +
          OptionNames(request.global_options) + "\" -- \"$word\"))\n      else COMPREPLY=($(compgen -W \"" +
          CommandNames(request.commands) + "\" -- \"$word\"))\n      fi ;;\n";
  for (const CommandSpec* command : Listed(request.commands)) text += BashCase(*command, request);
  return text + "  esac\n}\ncomplete -o default -F " + function + " " + request.program + "\n";
}

std::string ZshCompletion(const CompletionRequest& request) {
  const std::string& program = request.program;
  std::string text = "#compdef " + program + "\n# zsh completion of " + program + "\n\n";
  text += "_limbeck_revisions() {\n  local -a revisions\n  revisions=(${(f)\"$(" + program +
          " completion revisions 2>/dev/null)\"})\n  compadd -a revisions\n}\n\n";
  text += "_limbeck_commands() {\n  local -a commands\n  commands=(\n";
  for (const CommandSpec* command : Listed(request.commands)) {
    text += "    " + Quoted(command->name + ":" + command->help) + "\n";
  }
  text += "  )\n  _describe command commands\n}\n\n_" + program + "() {\n  local curcontext=$curcontext state line\n";
  text += "  _arguments -C" + ZshOptions(request.global_options, "    ") +
          " \\\n    '1:command:_limbeck_commands' \\\n    '*::argument:->argument'\n";
  text += "  [[ $state == argument ]] || return\n  case $words[1] in\n";
  for (const CommandSpec* command : Listed(request.commands)) {
    text += "    " + command->name + ")\n      _arguments" + ZshOptions(command->options, "        ") +
            ZshPositional(*command) + " ;;\n";
  }
  return text + "  esac\n}\n\n_" + program + " \"$@\"\n";
}

std::string FishCompletion(const CompletionRequest& request) {
  const std::string& program = request.program;
  std::string text = "# fish completion of " + program + "\n";
  for (const Option& option : request.global_options) text += FishOption(option, "__fish_use_subcommand", program);
  for (const CommandSpec* command : Listed(request.commands)) {
    text += "complete -c " + program + " -f -n __fish_use_subcommand -a " + command->name + " -d " +
            Quoted(command->help) + "\n";
    const std::string condition = "__fish_seen_subcommand_from " + command->name;
    for (const Option& option : command->options) {
      if (!option.hidden) text += FishOption(option, condition, program);
    }
    if (const std::string words = PositionalWords(*command, request); !words.empty()) {
      const std::string values = words.starts_with("$(") ? "(" + words.substr(2) : words;
      text += "complete -c " + program + " -f -n " + Quoted(condition) + " -a " + Quoted(values) + "\n";
    }
  }
  return text;
}

}  // namespace limbeck::cli

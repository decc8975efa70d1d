#include "cli/argument_parser.h"

#include <algorithm>

#include "base/text.h"
#include "cli/argument_reader.h"
#include "cli/help_text.h"

namespace limbeck::cli {
namespace {

std::string OptionUsage(const Option& option) {
  return "[" + option.names.front() + (option.kind == OptionKind::kFlag ? "" : " " + option.Metavar()) + "]";
}

std::vector<std::string> OptionUsages(const std::vector<Option>& options) {
  std::vector<std::string> parts = {"[-h]"};
  for (const Option& option : options) {
    if (!option.hidden) parts.push_back(OptionUsage(option));
  }
  return parts;
}

std::string OptionInvocation(const Option& option) {
  if (option.kind == OptionKind::kFlag) return Join(option.names, ", ");
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(name + " " + option.Metavar());
  return Join(names, ", ");
}

std::string PositionalUsage(const Positional& positional) {
  switch (positional.count) {
    case Count::kOptional:
      return "[" + positional.name + "]";
    case Count::kOneOrMore:
      return positional.name + " [" + positional.name + " ...]";
    case Count::kZeroOrMore:
      return "[" + positional.name + " ...]";
    case Count::kOne:
      break;
  }
  return positional.name;
}

std::vector<HelpRow> OptionRows(const std::vector<Option>& options) {
  std::vector<HelpRow> rows = {{OptionInvocation(HelpOption()), HelpOption().help}};
  for (const Option& option : options) {
    if (!option.hidden) rows.push_back({OptionInvocation(option), option.help});
  }
  return rows;
}

/// Gives the words to the command's positionals in order, taking them out; the error text when they do not fit.
std::string AssignPositionals(const CommandSpec& command, std::vector<std::string>& words, ParsedArguments& arguments) {
  std::vector<std::string> missing;
  size_t next = 0;
  for (const Positional& positional : command.positionals) {
    const bool many = positional.count == Count::kOneOrMore || positional.count == Count::kZeroOrMore;
    const bool required = positional.count == Count::kOne || positional.count == Count::kOneOrMore;
    if (next == words.size() && required) missing.push_back(positional.name);
    while (next < words.size()) {
      arguments.Append(positional.name, words[next++]);
      if (!many) break;
    }
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(next));
  return missing.empty() ? "" : "the following arguments are required: " + Join(missing, ", ");
}

/// Alembic asks for what Limbeck has a default for.
void RequirePositionals(std::vector<CommandSpec>& commands) {
  for (CommandSpec& command : commands) {
    for (Positional& positional : command.positionals) {
      if (positional.count == Count::kOptional) positional.count = Count::kOne;
      if (positional.count == Count::kZeroOrMore) positional.count = Count::kOneOrMore;
    }
  }
}

}  // namespace

std::string Option::Destination() const {
  const auto is_long = [](const std::string& name) { return name.compare(0, 2, "--") == 0; };
  const auto found = std::find_if(names.begin(), names.end(), is_long);
  const std::string& name = found == names.end() ? names.front() : *found;
  return ReplaceAll(name.substr(name.find_first_not_of('-')), "-", "_");
}

std::string Option::Metavar() const {
  if (!choices.empty()) return "{" + Join(choices, ",") + "}";
  return metavar.empty() ? ToUpper(Destination()) : metavar;
}

std::string ParsedArguments::Get(const std::string& name, const std::string& fallback) const {
  const auto found = values_.find(name);
  return found == values_.end() ? fallback : found->second.back();
}

const std::vector<std::string>& ParsedArguments::All(const std::string& name) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

ArgumentParser::ArgumentParser(std::string program, std::string description, std::vector<Option> options,
                               std::vector<CommandSpec> commands, Style style)
    : program_(std::move(program)),
      description_(std::move(description)),
      options_(std::move(options)),
      commands_(std::move(commands)),
      style_(style) {
  if (!style_.default_positionals) RequirePositionals(commands_);
}

std::vector<std::string> ArgumentParser::ListedCommands() const {
  std::vector<std::string> names;
  for (const CommandSpec& command : commands_) {
    if (!command.group.empty()) names.push_back(command.name);
  }
  return names;
}

std::string ArgumentParser::Usage(int columns) const {
  const std::string commands = style_.grouped ? "COMMAND" : "{" + Join(ListedCommands(), ",") + "}";
  return FormatUsage(program_, OptionUsages(options_), {commands, "..."}, columns);
}

std::string ArgumentParser::CommandUsage(const CommandSpec& command, int columns) const {
  std::vector<std::string> positionals;
  for (const Positional& positional : command.positionals) positionals.push_back(PositionalUsage(positional));
  return FormatUsage(program_ + " " + command.name, OptionUsages(command.options), positionals, columns);
}

std::string ArgumentParser::Help(int columns) const {
  const std::vector<HelpRow> options = OptionRows(options_);
  std::vector<HelpRow> all = options;
  std::vector<std::string> groups;
  std::map<std::string, std::vector<HelpRow>> rows;
  for (const CommandSpec& command : commands_) {
    if (command.group.empty()) continue;
    const std::string group = style_.grouped ? command.group : "positional arguments";
    if (rows.find(group) == rows.end()) groups.push_back(group);
    rows[group].push_back({command.name, command.help, style_.grouped ? 2 : 4});
    all.push_back(rows[group].back());
  }
  const size_t column = HelpColumn(all);
  std::string text = Usage(columns) + "\n";
  if (!description_.empty()) text += description_ + "\n\n";
  for (const std::string& group : groups) {
    if (!style_.grouped) rows[group].insert(rows[group].begin(), {"{" + Join(ListedCommands(), ",") + "}", ""});
    text += FormatRows(group, rows[group], column, columns) + "\n";
  }
  text += FormatRows("options", options, column, columns);
  if (!style_.examples.empty()) text += "\nexamples:\n" + style_.examples;
  return text;
}

std::string ArgumentParser::CommandHelp(const CommandSpec& command, int columns) const {
  std::vector<HelpRow> positionals;
  for (const Positional& positional : command.positionals) positionals.push_back({positional.name, positional.help});
  const std::vector<HelpRow> options = OptionRows(command.options);
  std::vector<HelpRow> all = positionals;
  all.insert(all.end(), options.begin(), options.end());
  const size_t column = HelpColumn(all);

  std::string text = CommandUsage(command, columns) + "\n";
  if (style_.grouped) text += command.help + "\n\n";
  if (!positionals.empty()) text += FormatRows("positional arguments", positionals, column, columns) + "\n";
  text += FormatRows("options", options, column, columns);
  if (style_.grouped && !command.examples.empty()) text += "\nexamples:\n" + command.examples;
  return text;
}

ParseResult ArgumentParser::Fail(const CommandSpec* command, const std::string& message, int columns) const {
  const std::string usage = command == nullptr ? Usage(columns) : CommandUsage(*command, columns);
  const std::string name = command == nullptr ? program_ : program_ + " " + command->name;
  return {ParseResult::Kind::kError, command, {}, usage + name + ": error: " + message + "\n"};
}

ParseResult ArgumentParser::FailUnknownCommand(const std::string& name, int columns) const {
  const std::vector<std::string> listed = ListedCommands();
  if (style_.suggest) {
    const std::string meant = DidYouMean(name, listed);
    const std::string hint =
        meant.empty() ? "'" + program_ + " --help' lists the commands" : "did you mean '" + meant + "'?";
    return Fail(nullptr, "there is no command " + PythonRepr(name) + "\n  hint: " + hint, columns);
  }
  std::vector<std::string> quoted;
  for (const std::string& known : listed) quoted.push_back(PythonRepr(known));
  return Fail(nullptr,
              "argument {" + Join(listed, ",") + "}: invalid choice: " + PythonRepr(name) + " (choose from " +
                  Join(quoted, ", ") + ")",
              columns);
}

ParseResult ArgumentParser::Parse(const std::vector<std::string>& words, int columns) const {
  ParseResult result;
  const OptionTable table(options_);
  ArgumentReader reader(table, result.arguments);
  size_t index = 0;
  while (index < words.size() && reader.positionals().empty() && !reader.done()) reader.Take(words, index);
  if (reader.help()) return {ParseResult::Kind::kHelp, nullptr, {}, Help(columns)};
  if (reader.version()) return {ParseResult::Kind::kVersion};
  if (!reader.error().empty()) return Fail(nullptr, reader.error(), columns);
  const bool is_default = reader.positionals().empty() && reader.unknown().empty() && !style_.default_command.empty();
  if (reader.positionals().empty() && !is_default) {
    const std::vector<std::string>& unknown = reader.unknown();
    return Fail(nullptr, unknown.empty() ? "too few arguments" : "unrecognized arguments: " + Join(unknown, " "),
                columns);
  }
  const std::string& name = is_default ? style_.default_command : reader.positionals().front();
  const auto named = [&name](const CommandSpec& command) { return command.name == name; };
  const auto found = std::find_if(commands_.begin(), commands_.end(), named);
  if (found == commands_.end()) return FailUnknownCommand(name, columns);
  return ParseCommand(*found, words, index, std::move(result), reader.unknown(), columns);
}

ParseResult ArgumentParser::ParseCommand(const CommandSpec& command, const std::vector<std::string>& words,
                                         size_t index, ParseResult result, std::vector<std::string> unknown,
                                         int columns) const {
  result.command = &command;
  const OptionTable table(command.options);
  ArgumentReader reader(table, result.arguments);
  while (index < words.size() && !reader.done()) reader.Take(words, index);
  if (reader.help()) return {ParseResult::Kind::kHelp, &command, {}, CommandHelp(command, columns)};
  if (!reader.error().empty()) return Fail(&command, reader.error(), columns);
  const std::string missing = AssignPositionals(command, reader.positionals(), result.arguments);
  if (!missing.empty()) return Fail(&command, missing, columns);

  unknown.insert(unknown.end(), reader.unknown().begin(), reader.unknown().end());
  unknown.insert(unknown.end(), reader.positionals().begin(), reader.positionals().end());
  if (unknown.empty()) return result;
  const std::string meant = style_.suggest ? DidYouMean(unknown.front(), table.names()) : "";
  const std::string hint = meant.empty() ? "" : "\n  hint: did you mean '" + meant + "'?";
  return Fail(nullptr, "unrecognized arguments: " + Join(unknown, " ") + hint, columns);
}

}  // namespace limbeck::cli

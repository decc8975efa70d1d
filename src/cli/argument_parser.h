#pragma once

#include <map>
#include <string>
#include <vector>

// A command line as Python's argparse reads and explains it, because scripts, muscle memory and error greps of
// Alembic's users depend on it: long options may be cut short, "-1" is a positional, usage lines wrap as argparse
// wraps them. docs/decisions/0013 tells why this is not CLI11.

namespace limbeck::cli {

enum class OptionKind {
  kFlag,    ///< present or not
  kStore,   ///< one value, the last counts
  kAppend,  ///< one value, all are kept
};

struct Option {
  std::vector<std::string> names;  ///< "-m", "--message"; the first long one names the result ("message")
  OptionKind kind = OptionKind::kFlag;
  std::string help;
  std::string metavar = {};  ///< empty: the upper-cased result name
  std::vector<std::string> choices = {};
  bool is_ours = false;  ///< Alembic has none such: hidden in a program of its name
  bool hidden = false;   ///< works, but help and usage leave it out

  /// Name in ParsedArguments: "rev_id" for --rev-id, "x" for -x.
  std::string Destination() const;
  /// What stands for its value: the choices, the metavar, or the upper-cased destination.
  std::string Metavar() const;
};

enum class Count { kOne, kOptional, kOneOrMore, kZeroOrMore };

struct Positional {
  std::string name;
  Count count = Count::kOne;
  std::string help;
};

/// What one command takes.
struct CommandSpec {
  std::string name;
  std::string help;
  std::vector<Option> options = {};
  std::vector<Positional> positionals = {};
  std::string group = {};     ///< heading in the program's help; empty with commands that work but are not listed
  std::string examples = {};  ///< shown at the end of the command's help
  bool is_ours = false;       ///< Alembic has none such: not listed by a program of its name
};

/// What was given: every value by its destination. Absent options have no entry.
class ParsedArguments {
 public:
  bool Has(const std::string& name) const { return values_.count(name) > 0; }
  /// The last value, or `fallback`.
  std::string Get(const std::string& name, const std::string& fallback = {}) const;
  const std::vector<std::string>& All(const std::string& name) const;

  void Set(const std::string& name, std::string value) { values_[name] = {std::move(value)}; }
  void Append(const std::string& name, std::string value) { values_[name].push_back(std::move(value)); }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

/// The outcome of reading a command line.
struct ParseResult {
  enum class Kind { kCommand, kHelp, kVersion, kError };
  Kind kind = Kind::kCommand;
  const CommandSpec* command = nullptr;  ///< for kCommand, and for the help or error of a command
  ParsedArguments arguments = {};        ///< global options and the command's together
  std::string text = {};                 ///< the help, or usage and error: what to print
};

/// One program with sub-commands. Immutable once made.
class ArgumentParser {
 public:
  struct Style {
    bool suggest = true;               ///< add "did you mean" to errors about unknown commands and options
    bool grouped = true;               ///< list commands under their headings; false: argparse's flat list
    bool default_positionals = true;   ///< false: what a spec calls optional is required, as Alembic requires it
    std::string examples = {};         ///< at the end of the program's help
    std::string default_command = {};  ///< what runs when none is named; empty: that is an error
  };

  ArgumentParser(std::string program, std::string description, std::vector<Option> options,
                 std::vector<CommandSpec> commands, Style style);

  ParseResult Parse(const std::vector<std::string>& words, int columns) const;

  std::string Help(int columns) const;
  std::string CommandHelp(const CommandSpec& command, int columns) const;

  const std::vector<Option>& options() const { return options_; }
  const std::vector<CommandSpec>& commands() const { return commands_; }

 private:
  std::string Usage(int columns) const;
  std::string CommandUsage(const CommandSpec& command, int columns) const;
  std::vector<std::string> ListedCommands() const;
  ParseResult ParseCommand(const CommandSpec& command, const std::vector<std::string>& words, size_t index,
                           ParseResult result, std::vector<std::string> unknown, int columns) const;
  ParseResult Fail(const CommandSpec* command, const std::string& message, int columns) const;
  ParseResult FailUnknownCommand(const std::string& name, int columns) const;

  std::string program_;
  std::string description_;
  std::vector<Option> options_;
  std::vector<CommandSpec> commands_;
  Style style_;
};

}  // namespace limbeck::cli

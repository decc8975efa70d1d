#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/argument_parser.h"

// One level of a command line: the options before the command, or those after it.

namespace limbeck::cli {

/// "-h, --help", which every level has.
const Option& HelpOption();

/// Finds options by name. Borrows the options given to it.
class OptionTable {
 public:
  explicit OptionTable(const std::vector<Option>& options);

  struct Match {
    const Option* option = nullptr;
    std::vector<std::string> ambiguous = {};  ///< the names that a too short beginning could mean
  };

  /// An option by its exact name or by a unique beginning of a long one.
  Match Find(const std::string& word) const;

  /// Names for "did you mean".
  const std::vector<std::string>& names() const { return names_; }

 private:
  Match FindBeginning(const std::string& word, bool is_ours) const;
  void Add(const Option& option);

  std::map<std::string, const Option*> by_name_;
  std::vector<std::string> names_;
};

/// Takes words one after the other: options go into the arguments, the rest is kept here.
class ArgumentReader {
 public:
  ArgumentReader(const OptionTable& table, ParsedArguments& arguments) : table_(table), arguments_(arguments) {}

  /// Takes the word at `index`, and its value; moves `index` past them.
  void Take(const std::vector<std::string>& words, size_t& index);

  /// Nothing more need be read: help or version is asked for, or something is wrong.
  bool done() const { return help_ || version_ || !error_.empty(); }
  bool help() const { return help_; }
  bool version() const { return version_; }
  const std::string& error() const { return error_; }
  const std::vector<std::string>& unknown() const { return unknown_; }
  std::vector<std::string>& positionals() { return positionals_; }

 private:
  void TakeLong(const std::string& word, const std::vector<std::string>& words, size_t& index);
  void TakeShort(const std::string& word, const std::vector<std::string>& words, size_t& index);
  void TakeValue(const Option& option, const std::vector<std::string>& words, size_t& index);
  void StoreFlag(const Option& option);
  void StoreValue(const Option& option, const std::string& value);

  const OptionTable& table_;
  ParsedArguments& arguments_;
  bool only_positionals_ = false;
  bool help_ = false;
  bool version_ = false;
  std::string error_;
  std::vector<std::string> unknown_;
  std::vector<std::string> positionals_;
};

}  // namespace limbeck::cli

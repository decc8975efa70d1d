#include "cli/argument_reader.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace limbeck::cli {
namespace {

bool IsNegativeNumber(const std::string& word) {
  const size_t digits = static_cast<size_t>(
      std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; }));
  const size_t dots = static_cast<size_t>(std::count(word.begin(), word.end(), '.'));
  return word.front() == '-' && digits > 0 && dots <= 1 && digits + dots + 1 == word.size() && word.back() != '.';
}

/// Whether argparse takes the word for an option: it starts with '-', is no number and has no blank in it.
bool LooksLikeOption(const std::string& word) {
  return word.size() > 1 && word[0] == '-' && !IsNegativeNumber(word) && word.find(' ') == std::string::npos;
}

std::string Named(const Option& option) {
  return "argument " + Join(option.names, "/") + ": ";
}

std::string QuotedList(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(PythonRepr(word));
  return Join(quoted, ", ");
}

bool IsChoice(const Option& option, const std::string& value) {
  return option.choices.empty() ||
         std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end();
}

}  // namespace

const Option& HelpOption() {
  static const Option kHelp = {.names = {"-h", "--help"}, .help = "show this help message and exit"};
  return kHelp;
}

OptionTable::OptionTable(const std::vector<Option>& options) {
  Add(HelpOption());
  for (const Option& option : options) Add(option);
}

void OptionTable::Add(const Option& option) {
  for (const std::string& name : option.names) {
    by_name_[name] = &option;
    if (!option.hidden) names_.push_back(name);
  }
}

OptionTable::Match OptionTable::Find(const std::string& word) const {
  const auto exact = by_name_.find(word);
  if (exact != by_name_.end()) return {exact->second};
  if (word.compare(0, 2, "--") != 0) return {};
  // What is an abbreviation with Alembic stays one, whatever Limbeck adds.
  const Match theirs = FindBeginning(word, false);
  return theirs.option != nullptr ? theirs : FindBeginning(word, true);
}

OptionTable::Match OptionTable::FindBeginning(const std::string& word, bool is_ours) const {
  Match match;
  for (auto it = by_name_.lower_bound(word); it != by_name_.end() && it->first.compare(0, word.size(), word) == 0;
       ++it) {
    if (it->second->is_ours != is_ours) continue;
    match.option = it->second;
    match.ambiguous.push_back(it->first);
  }
  if (match.ambiguous.size() == 1) match.ambiguous.clear();
  return match;
}

void ArgumentReader::Take(const std::vector<std::string>& words, size_t& index) {
  const std::string& word = words[index++];
  if (only_positionals_ || !LooksLikeOption(word)) {
    positionals_.push_back(word);
  } else if (word == "--") {
    only_positionals_ = true;
  } else if (word[1] == '-') {
    TakeLong(word, words, index);
  } else {
    TakeShort(word, words, index);
  }
}

void ArgumentReader::TakeLong(const std::string& word, const std::vector<std::string>& words, size_t& index) {
  const size_t equals = word.find('=');
  const OptionTable::Match match = table_.Find(word.substr(0, equals));
  if (!match.ambiguous.empty()) {
    error_ = "ambiguous option: " + word + " could match " + Join(match.ambiguous, ", ");
  } else if (match.option == nullptr) {
    unknown_.push_back(word);
  } else if (match.option->kind == OptionKind::kFlag && equals != std::string::npos) {
    error_ = Named(*match.option) + "ignored explicit argument " + PythonRepr(word.substr(equals + 1));
  } else if (match.option->kind == OptionKind::kFlag) {
    StoreFlag(*match.option);
  } else if (equals != std::string::npos) {
    StoreValue(*match.option, word.substr(equals + 1));
  } else {
    TakeValue(*match.option, words, index);
  }
}

/// "-v", "-vi", "-m MESSAGE", "-mMESSAGE".
void ArgumentReader::TakeShort(const std::string& word, const std::vector<std::string>& words, size_t& index) {
  for (size_t at = 1; at < word.size() && !done(); ++at) {
    const OptionTable::Match match = table_.Find(std::string("-") + word[at]);
    if (match.option == nullptr) {
      unknown_.push_back(word);
      return;
    }
    if (match.option->kind == OptionKind::kFlag) {
      StoreFlag(*match.option);
    } else if (at + 1 < word.size()) {
      StoreValue(*match.option, word.substr(at + (word[at + 1] == '=' ? 2 : 1)));
      return;
    } else {
      TakeValue(*match.option, words, index);
    }
  }
}

void ArgumentReader::TakeValue(const Option& option, const std::vector<std::string>& words, size_t& index) {
  if (index < words.size() && !LooksLikeOption(words[index])) {
    StoreValue(option, words[index++]);
  } else {
    error_ = Named(option) + "expected one argument";
  }
}

void ArgumentReader::StoreFlag(const Option& option) {
  const std::string destination = option.Destination();
  if (destination == "help") {
    help_ = true;
  } else if (destination == "version") {
    version_ = true;
  } else {
    arguments_.Set(destination, "true");
  }
}

void ArgumentReader::StoreValue(const Option& option, const std::string& value) {
  if (!IsChoice(option, value)) {
    error_ =
        Named(option) + "invalid choice: " + PythonRepr(value) + " (choose from " + QuotedList(option.choices) + ")";
  } else if (option.kind == OptionKind::kAppend) {
    arguments_.Append(option.Destination(), value);
  } else {
    arguments_.Set(option.Destination(), value);
  }
}

}  // namespace limbeck::cli

#include "project/hooks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::project {
namespace {

constexpr const char* kFileToken = "REVISION_SCRIPT_FILENAME";

struct RunnerEntry {
  const char* type;
  HookRunner runner;
  /// The option that names what to run.
  const char* target;
};

constexpr RunnerEntry kRunners[] = {
    {"console_scripts", HookRunner::kConsoleScript, "entrypoint"},
    {"exec", HookRunner::kExec, "executable"},
    {"module", HookRunner::kModule, "module"},
};

const RunnerEntry& RunnerOf(const PostWriteHook& hook) {
  const std::string* type = hook.Find("type");
  if (type == nullptr) {
    throw Error(ErrorKind::kCommand, fmt::format("Key '{}.type' (or 'type' in toml) is required for post write hook {}",
                                                 hook.name, PythonRepr(hook.name)));
  }
  const auto* found =
      std::find_if(std::begin(kRunners), std::end(kRunners), [&](const auto& it) { return it.type == *type; });
  if (found == std::end(kRunners)) {
    throw Error(ErrorKind::kCommand, fmt::format("No formatter with name '{}' registered", *type))
        .Hint("the types are console_scripts, exec and module");
  }
  return *found;
}

const std::string& TargetOf(const PostWriteHook& hook, const char* option) {
  if (const std::string* target = hook.Find(option)) return *target;
  throw Error(ErrorKind::kCommand,
              fmt::format("Key {}.{} is required for post write hook {}", hook.name, option, PythonRepr(hook.name)));
}

/// One word of a line after another.
class WordReader {
 public:
  explicit WordReader(const std::string& line) : line_(line) {}

  bool Next(std::string& word) {
    while (position_ < line_.size() && IsSpace(line_[position_])) ++position_;
    if (position_ == line_.size()) return false;
    word.clear();
    while (position_ < line_.size() && !IsSpace(line_[position_])) ReadPiece(word);
    return true;
  }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  void ReadPiece(std::string& word) {
    const char c = line_[position_++];
    if (c == '\'' || c == '"') {
      ReadQuoted(word, c);
    } else if (c == '\\') {
      word += Escaped();
    } else {
      word += c;
    }
  }

  void ReadQuoted(std::string& word, char quote) {
    for (; position_ < line_.size(); ++position_) {
      const char c = line_[position_];
      if (c == quote) {
        ++position_;
        return;
      }
      const bool escapes = quote == '"' && c == '\\' && position_ + 1 < line_.size() &&
                           (line_[position_ + 1] == '"' || line_[position_ + 1] == '\\');
      if (escapes) ++position_;
      word += line_[position_];
    }
    throw Error(ErrorKind::kConfig, "No closing quotation").ExceptionClass("ValueError");
  }

  char Escaped() {
    if (position_ == line_.size()) throw Error(ErrorKind::kConfig, "No escaped character").ExceptionClass("ValueError");
    return line_[position_++];
  }

  const std::string& line_;
  size_t position_ = 0;
};

}  // namespace

const std::string* PostWriteHook::Find(const std::string& option) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const auto& it) { return it.first == option; });
  return found == options.end() ? nullptr : &found->second;
}

std::vector<std::string> SplitWords(const std::string& line) {
  std::vector<std::string> words;
  WordReader reader(line);
  for (std::string word; reader.Next(word);) words.push_back(word);
  return words;
}

HookCommand ResolveHook(const PostWriteHook& hook, const std::string& path) {
  const RunnerEntry& entry = RunnerOf(hook);
  HookCommand command{.runner = entry.runner, .target = TargetOf(hook, entry.target), .arguments = {}, .folder = {}};
  const std::string* options = hook.Find("options");
  std::string line = options == nullptr ? "" : *options;
  if (line.find(kFileToken) == std::string::npos) line = std::string(kFileToken) + " " + line;
  command.arguments = SplitWords(line);
  for (std::string& word : command.arguments) word = ReplaceAll(word, kFileToken, path);
  if (const std::string* folder = hook.Find("cwd")) command.folder = *folder;
  return command;
}

}  // namespace limbeck::project

#include "project/hooks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/processes.h"
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
  RequireType(hook);
  const std::string* type = hook.Find("type");
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

}  // namespace

const std::string* PostWriteHook::Find(const std::string& option) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const auto& it) { return it.first == option; });
  return found == options.end() ? nullptr : &found->second;
}

void RequireType(const PostWriteHook& hook) {
  if (hook.Find("type") != nullptr) return;
  throw Error(ErrorKind::kCommand, fmt::format("Key '{}.type' (or 'type' in toml) is required for post write hook {}",
                                               hook.name, PythonRepr(hook.name)));
}

HookCommand ResolveHook(const PostWriteHook& hook, const std::string& path) {
  const RunnerEntry& entry = RunnerOf(hook);
  HookCommand command{.runner = entry.runner, .target = TargetOf(hook, entry.target), .arguments = {}, .folder = {}};
  const std::string* options = hook.Find("options");
  std::string line = options == nullptr ? "" : *options;
  if (line.find(kFileToken) == std::string::npos) line = std::string(kFileToken) + " " + line;
  command.arguments = SplitShellWords(line);
  for (std::string& word : command.arguments) word = ReplaceAll(word, kFileToken, path);
  if (const std::string* folder = hook.Find("cwd")) command.folder = *folder;
  return command;
}

}  // namespace limbeck::project

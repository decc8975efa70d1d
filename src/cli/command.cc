#include "cli/command.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace limbeck::cli {
namespace {

constexpr std::pair<const char*, CommandFunction> kCommands[] = {
    {"branches", Branches},
    {"check", Check},
    {"current", Current},
    {"doctor", Doctor},
    {"downgrade", Downgrade},
    {"edit", Edit},
    {"ensure_version", EnsureVersion},
    {"heads", Heads},
    {"history", History},
    {"init", Init},
    {"list_templates", ListTemplates},
    {"merge", Merge},
    {"revision", Revision},
    {"show", Show},
    {"stamp", Stamp},
    {"upgrade", Upgrade},
};

}  // namespace

CommandFunction FindCommand(const std::string& name) {
  const auto found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                  [&name](const auto& command) { return command.first == name; });
  return found == std::end(kCommands) ? nullptr : found->second;
}

void CommandContext::Print(std::string_view line) const {
  if (!quiet) terminal.Out(std::string(line) + "\n");
}

void CommandContext::Message(std::string_view message) const {
  if (!quiet) terminal.Out(FormatMessage(message, terminal));
}

engine::RunRequest CommandContext::Request() const {
  engine::RunRequest request;
  request.as_sql = arguments.Has("sql");
  if (arguments.Has("tag")) request.tag = arguments.Get("tag");
  request.x_arguments = arguments.All("x");
  return request;
}

}  // namespace limbeck::cli

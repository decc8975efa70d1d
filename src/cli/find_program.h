#pragma once

#include <optional>
#include <string>

#include "cli/command.h"

namespace limbeck::cli {

/// Where the PATH has a program of this name.
std::optional<std::string> FindProgram(const CommandContext& context, const std::string& name);

}  // namespace limbeck::cli

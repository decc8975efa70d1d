#pragma once

#include <string>

#include "cli/command.h"

namespace limbeck::cli {

/// Runs the configured post-write hooks over a file, in their order, and tells of each as Alembic does. Throws Error
/// with Alembic's text for one that is not configured, or whose program is not there; what a program returns is not
/// looked at.
void RunHooks(CommandContext& context, const std::string& path);

}  // namespace limbeck::cli

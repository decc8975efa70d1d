#pragma once

#include <vector>

#include "cli/argument_parser.h"

namespace limbeck::cli {

/// Options that stand before the command.
std::vector<Option> GlobalOptions();

/// Every command, in the order of the help.
std::vector<CommandSpec> CommandSpecs();

}  // namespace limbeck::cli

#pragma once

#include <vector>

#include "cli/argument_parser.h"

namespace limbeck::cli {

/// Options that stand before the command.
std::vector<Option> GlobalOptions();

/// Every command, in the order of the help.
std::vector<CommandSpec> CommandSpecs();
/// The same for a program called `alembic`: those that Alembic has not work, and are not listed.
std::vector<CommandSpec> AlembicCommandSpecs();

}  // namespace limbeck::cli

#pragma once

#include "cli/argument_parser.h"
#include "pymodules/config_object.h"

namespace limbeck::cli {

/// What env.py sees of the command line: every option of Alembic's that the command has, given or not.
pymodules::CommandLine DescribeCommandLine(const CommandSpec& command, const ParsedArguments& arguments);

}  // namespace limbeck::cli

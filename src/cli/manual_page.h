#pragma once

#include <string>
#include <vector>

#include "cli/argument_parser.h"

namespace limbeck::cli {

/// The manual page limbeck(1), in the man macros of roff: what `limbeck help --man` prints and what is installed.
std::string ManualPage(const std::vector<Option>& global_options, const std::vector<CommandSpec>& commands);

}  // namespace limbeck::cli

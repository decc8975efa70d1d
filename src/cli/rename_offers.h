#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "compare/rename_candidates.h"

namespace limbeck::cli {

/// Asks about each candidate whether it is a rename, and returns those that somebody says yes to, as --rename takes
/// them. Asks nothing where nobody could answer.
std::vector<std::string> OfferRenames(const std::vector<compare::RenameCandidate>& candidates, Terminal& terminal);

}  // namespace limbeck::cli

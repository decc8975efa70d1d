#pragma once

#include <string>
#include <vector>

#include "compare/change.h"
#include "pymodules/script_connection.h"

namespace limbeck::engine {

/// What the changes would throw away of what the database holds: a sentence for each table and column that goes and is
/// not empty, with its rows counted.
std::vector<std::string> LossesOf(const compare::Changes& changes, pymodules::ScriptConnection& connection);

}  // namespace limbeck::engine

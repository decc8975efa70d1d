#pragma once

#include <optional>
#include <string>

#include "driver/connection.h"

namespace limbeck::inspect {

/// What a concurrent build of this index that failed or was killed has left: the name for DROP INDEX, or nothing. No
/// query uses such an index, and every write keeps it. One that is being built at present is none.
std::optional<std::string> FindInvalidIndex(driver::Connection& connection, const std::string& index,
                                            const std::optional<std::string>& schema);

}  // namespace limbeck::inspect

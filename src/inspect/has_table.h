#pragma once

#include <optional>
#include <string>

#include "driver/connection.h"

namespace limbeck::inspect {

/// Whether the database has a table (or view) of that name in the schema, or where names without one are looked for.
bool HasTable(driver::Connection& connection, const std::string& table, const std::optional<std::string>& schema);

}  // namespace limbeck::inspect

#pragma once

#include "dialect/statement.h"
#include "driver/connection.h"

namespace limbeck::pymodules {

/// A parameter's value as its type is stored: what SQLAlchemy's types make of values before the database's driver sees
/// them. JSON documents are serialised; on SQLite moments are texts with microseconds, and UUIDs 32 digits.
sql::Value StoredValue(const dialect::Parameter& parameter, driver::Backend backend);

}  // namespace limbeck::pymodules

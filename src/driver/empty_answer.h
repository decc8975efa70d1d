#pragma once

#include <optional>
#include <string>

#include "driver/connection.h"

namespace limbeck::driver {

/// What PostgreSQL answers to a query when its tables have no rows: one row where the columns are aggregates or there
/// is no FROM (count is 0, exists() is false, what nobody can know is NULL), else none. Reads the text only as far as
/// that needs; nothing for a statement that is no query.
std::optional<Result> EmptyAnswer(const std::string& sql);

}  // namespace limbeck::driver

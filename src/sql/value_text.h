#pragma once

#include <string>

#include "sql/value.h"

namespace limbeck::sql {

/// A float as Python's repr() has it: the shortest text that reads back, "5.0", "1e+20".
std::string FloatText(double value);

/// A value as Python's repr() has it; moments as their text in quotes.
std::string ReprOf(const Value& value);

}  // namespace limbeck::sql

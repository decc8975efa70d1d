#pragma once

#include <optional>
#include <string>
#include <vector>

#include "python/value.h"
#include "sql/name.h"

namespace limbeck::pymodules {

/// A str, or None where there is none.
python::Value TextOrNone(const std::optional<std::string>& text);
python::Value TextOrNone(const std::optional<sql::Name>& name);
/// A tuple of str.
python::Value TextTuple(const std::vector<std::string>& texts);

}  // namespace limbeck::pymodules

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "limbeck/error.h"

namespace limbeck::project {

using FormatValue = std::variant<std::string, int64_t>;
using FormatValues = std::map<std::string, FormatValue>;

/// Python's `format % values` for a dict of texts and integers: "%(month).2d", "%%".
/// Throws Error (kConfig) with Python's message and its class (KeyError, ValueError, TypeError) as exception_class(),
/// at the place where the format stands.
std::string PercentFormat(std::string_view format, const FormatValues& values, const Place& place);

}  // namespace limbeck::project

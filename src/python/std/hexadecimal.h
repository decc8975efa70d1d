#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace limbeck::python {

/// Two lower-case digits for each byte.
std::string ToHex(std::string_view bytes);
/// Nothing for an odd number of digits, or for what is none.
std::optional<std::string> FromHex(std::string_view digits);

}  // namespace limbeck::python

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::driver {

/// Undoes percent-encoding as Python's urllib.parse.unquote: "%41" is "A", a '%' that starts no two hexadecimal digits
/// stays as it is, and bytes that are not UTF-8 become U+FFFD.
std::string PercentDecode(std::string_view text);

/// Percent-encodes everything but letters, digits, "_.-~" and the characters of `safe` (urllib.parse.quote).
std::string PercentEncode(std::string_view text, std::string_view safe = "/");

/// A space is '+' (urllib.parse.quote_plus).
std::string PercentEncodePlus(std::string_view text);

/// The parts of "a=1&b=2" in their order, decoded; parts without a value are left out (urllib.parse.parse_qsl).
std::vector<std::pair<std::string, std::string>> ParseQuery(std::string_view query);

}  // namespace limbeck::driver

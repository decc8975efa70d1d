#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::inspect::postgresql {

/// The items of an array of one dimension as the server writes it: {a,"b c",NULL}.
std::vector<std::optional<std::string>> ReadArray(std::string_view text);
/// The same where no item is NULL.
std::vector<std::string> ReadTexts(std::string_view text);
/// Texts as the server reads them.
std::string WriteArray(const std::vector<std::string>& texts);

}  // namespace limbeck::inspect::postgresql

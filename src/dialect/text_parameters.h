#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace limbeck::dialect {

/// The SQL of sa.text() with each ":name" replaced by what `replace` returns for the name, and each "\:" by a colon.
/// A name is letters, digits, _ and $; "::", and a colon after any of these, start none.
std::string ReplaceTextParameters(std::string_view sql, const std::function<std::string(const std::string&)>& replace);

}  // namespace limbeck::dialect

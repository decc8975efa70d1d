#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace limbeck::sql {

/// The SQL of sa.text() with each ":name" replaced by what `replace` returns for the name, and each "\:" by a colon.
/// A name is letters, digits, _ and $; "::", and a colon after any of these, start none.
std::string ReplaceTextParameters(std::string_view sql, const std::function<std::string(const std::string&)>& replace);

/// The other way: `sql` as sa.text() and op.execute() want it, so that nothing in it is a parameter.
std::string EscapeTextParameters(std::string_view sql);

}  // namespace limbeck::sql

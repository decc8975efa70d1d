#pragma once

#include <string>
#include <string_view>

namespace limbeck {

/// Appends the text as a JSON string. With `ensure_ascii` all else is escaped, as Python's json.dumps does by default.
void AppendJsonString(std::string& text, std::string_view value, bool ensure_ascii);

}  // namespace limbeck

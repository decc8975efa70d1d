#pragma once

#include <string>
#include <string_view>

namespace limbeck {

/// &, <, > and quotes as XML and HTML write them in texts and attributes.
std::string EscapeXml(std::string_view text);

}  // namespace limbeck

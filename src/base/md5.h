#pragma once

#include <string>
#include <string_view>

namespace limbeck {

/// The MD5 digest as 32 lower-case hex digits. SQLAlchemy cuts long names with it; it protects nothing.
std::string Md5Hex(std::string_view data);

}  // namespace limbeck

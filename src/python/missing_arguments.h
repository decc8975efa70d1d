#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

/// Throws TypeError: "f() missing 2 required positional arguments: 'a' and 'b'".
[[noreturn]] void RaiseMissing(std::string_view function, std::string_view kind, const std::vector<std::string>& names);

}  // namespace limbeck::python

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::graph {

/// str.strip(): all that Unicode calls white space goes, and the ASCII separators 0x1C to 0x1F.
std::string_view StripAsPython(std::string_view text);

/// str.splitlines(): besides "\n", "\r" and "\r\n" also form feed, vertical tab, the ASCII separators and Unicode's
/// ends.
std::vector<std::string> SplitLinesAsPython(std::string_view text);

}  // namespace limbeck::graph

#pragma once

#include <optional>
#include <string_view>

namespace limbeck::python {

/// The character of a Unicode name, as `\N{...}` and unicodedata.lookup() take it; upper and lower case are the same.
///
/// Known are the names that people write: ASCII, Latin letters with accents, Greek and Russian letters, ideographs by
/// their number, and some two hundred signs. Others give nothing; the whole list of Unicode would be the largest table
/// of the program by far.
std::optional<char32_t> FindUnicodeName(std::string_view name);

}  // namespace limbeck::python

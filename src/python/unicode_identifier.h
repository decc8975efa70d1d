#pragma once

#include <cstddef>
#include <string_view>

namespace limbeck::python {

/// Bytes at the start of the text that are an identifier: letters of any script, letter numbers, and after the first
/// one also marks, digits and connectors. 0 when it starts with none. Names are compared as they are written: the
/// compatibility forms that CPython folds together (NFKC: full-width letters, ligatures) stay different names.
size_t IdentifierLength(std::string_view text);

/// str.isprintable() of one code point.
bool IsPrintable(char32_t code_point);

}  // namespace limbeck::python

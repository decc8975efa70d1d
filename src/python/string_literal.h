#pragma once

#include <vector>

#include "base/source.h"
#include "python/ast.h"

namespace limbeck::python {

/// Decodes what stands between the quotes of a string, or in the text of an f-string: escapes, line ends (all become
/// "\n") and doubled braces, as the token's flags say (string_flag). Writes the UTF-8 text, or the bytes, to `out`,
/// which has room for as many bytes as the body has, and returns the end of what it wrote.
///
/// A lone surrogate ("\ud800") is written as three bytes, as WTF-8 does. Warns of unknown escapes.
/// Throws SyntaxError for an escape that is cut off or names no character, and for other than ASCII in bytes.
char* DecodeString(const SourceFile& source, Span body, uint32_t flags, char* out, std::vector<ast::Warning>& warnings);

}  // namespace limbeck::python

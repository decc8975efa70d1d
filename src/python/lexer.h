#pragma once

#include "base/source.h"
#include "python/token.h"

namespace limbeck::python {

/// The tokens of a whole text, which is UTF-8 without null bytes (see DecodeSource). The list ends with several end
/// markers, so that a parser may look three tokens ahead of anything.
/// Throws SyntaxError. As in CPython, where such a fault anywhere in a file is told before one of the grammar, the
/// caller lexes all of it first. Faults of indentation are in the list (TokenList::fault).
TokenList Tokenize(const SourceFile& source);

}  // namespace limbeck::python

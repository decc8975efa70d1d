#pragma once

#include "base/source.h"
#include "python/token.h"

namespace limbeck::python {

/// The tokens of a whole text, which is UTF-8 without null bytes (see DecodeSource). The list ends with several end
/// markers, so that a parser may look three tokens ahead of anything.
/// Throws SyntaxError, IndentationError or TabError. As in CPython, where a fault of the lexer anywhere in a file is
/// told before one of the grammar, the caller lexes all of it first.
TokenList Tokenize(const SourceFile& source);

}  // namespace limbeck::python

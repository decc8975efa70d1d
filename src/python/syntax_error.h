#pragma once

#include <string>

#include "base/source.h"
#include "limbeck/error.h"

namespace limbeck::python {

/// An error of a Python text at its place, as CPython raises it: kScript, and the exception's class.
Error SyntaxError(const SourceFile& source, Span span, const std::string& message);
Error IndentationError(const SourceFile& source, Span span, const std::string& message);
Error TabError(const SourceFile& source, Span span, const std::string& message);
/// RecursionError: the text is sound, but nested deeper than anything should be.
Error TooDeepError(const SourceFile& source, Span span);

}  // namespace limbeck::python

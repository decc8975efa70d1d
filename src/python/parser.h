#pragma once

#include "base/source.h"
#include "python/ast.h"

namespace limbeck::python {

/// Parses a module and resolves its names: Python 3.8 to 3.13's grammar.
///
/// The source's text may be in any encoding that its first lines name (see DecodeSource): spans are offsets into the
/// module's own `source`, which is a new one when the text had to be decoded.
/// Throws Error (kScript) with ExceptionClass "SyntaxError", "IndentationError" or "TabError" and the place, with
/// CPython 3.11's message where it has one.
/// Any thread may call it; threads share nothing but the table of symbols.
ast::ModulePtr ParseModule(SourcePtr source);

/// Parses one expression, as eval() takes it: spaces around it do not matter. The module's body is one ExpressionStmt.
ast::ModulePtr ParseExpression(SourcePtr source);

}  // namespace limbeck::python

#pragma once

#include "base/source.h"
#include "python/arena.h"
#include "python/ast_expr.h"
#include "python/token.h"

namespace limbeck::python {

/// Writes the value of a number token into the constant: its kind, and integer, number or text. Text is a view of the
/// source, or is in the arena.
/// Throws SyntaxError for a decimal integer of more than 4300 digits, as CPython does: reading one takes quadratic
/// time.
void ReadNumber(const SourceFile& source, const Token& token, Arena& arena, ast::Constant& constant);

}  // namespace limbeck::python

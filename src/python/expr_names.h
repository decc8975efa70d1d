#pragma once

#include "python/ast.h"

namespace limbeck::python {

/// What CPython's messages call an expression: "function call", "literal", "True".
const char* NameOfExpr(const ast::Expr& expr);

/// `or`, `and`, `not`, comparisons, conditionals, lambdas, `:=`: what cannot be an operand without parentheses.
bool IsLooserThanOperand(const ast::Expr& expr);

/// A list, a tuple, a generator expression, True, False or None: after these CPython does not suspect a `==`.
bool IsDisplayOrKeyword(const ast::Expr& expr);

}  // namespace limbeck::python

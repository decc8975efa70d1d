#pragma once

#include <string>

#include "python/ast.h"

namespace limbeck::python {

/// The tree as Python source: parsing it again gives the same tree (but for spans), and printing that the same text.
std::string PrintModule(const ast::Module& module);
/// An expression on one line, as ast.unparse() writes it; what `from __future__ import annotations` keeps.
std::string PrintExpression(const ast::Expr& expr);

}  // namespace limbeck::python

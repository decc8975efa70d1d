#pragma once

#include "python/ast.h"

namespace limbeck::python {

/// Decides for every name of a freshly parsed module where it is found (NameRef), and writes what each code needs to
/// know for its frame (Code, Comprehension, TypeParameters). Then checks what Python checks after parsing: `return`
/// outside a function, names declared global too late, stars where none can stand, and so on.
/// Throws SyntaxError, and RecursionError for a tree deeper than kMaxTreeDepth.
void ResolveNames(ast::Module& module);

}  // namespace limbeck::python

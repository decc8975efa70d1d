#pragma once

#include "python/interpreter.h"

// Classes of scripts that derive from a class of a package that Limbeck does not have. Such a class is a real one with
// the opaque base among its ancestors: what the script wrote into it works, and what only the base could know is
// opaque.

namespace limbeck::python {

/// The class that stands for an opaque value among the bases of a script's class.
Value MakeOpaqueBase(Interpreter& interpreter, const Value& opaque);

/// The opaque value among the ancestors of a class; null when there is none.
const Value* OpaqueAncestor(const TypeObject& type);

/// An attribute that only the opaque ancestor could have: "package.Base.name". Empty when the class has no such
/// ancestor, and for special methods.
Value AttributeOfOpaqueAncestor(Interpreter& interpreter, const TypeObject& type, Symbol name);

}  // namespace limbeck::python

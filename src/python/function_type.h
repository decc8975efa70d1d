#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// "f()" for messages about a call: the function's qualified name.
std::string CallableName(Interpreter& interpreter, const Value& callable);

/// super(owner, self): attributes of the classes after `owner` in the order of self's class.
Value MakeSuper(Interpreter& interpreter, const Value& owner, const Value& self);

}  // namespace limbeck::python

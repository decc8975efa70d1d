#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// The module `builtins` of an interpreter: types, exceptions, functions.
Ref<ModuleObject> MakeBuiltins(Interpreter& interpreter);

}  // namespace limbeck::python

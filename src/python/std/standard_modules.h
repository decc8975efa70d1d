#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// Makes the standard modules that are written in C++ importable. Those in Python are found in EmbeddedFiles().
void AddStandardModules(Interpreter& interpreter);

}  // namespace limbeck::python

#pragma once

#include "python/native.h"

namespace limbeck::python {

/// open, eval, exec, compile, input, breakpoint: what a migration script may do of them, and refusals of the rest.
void AddSandboxFunctions(ModuleObject& builtins);

}  // namespace limbeck::python

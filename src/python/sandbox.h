#pragma once

#include "python/native.h"

namespace limbeck::python {

/// Throws the refusal of an act that scripts are not open to. Where a module of the project runs because it is
/// imported, the script gets it as a PermissionError: an application that asks git for its version, and does without
/// where there is none, does without here.
[[noreturn]] void RefuseAct(Interpreter& interpreter, const Error& refusal);

/// open, eval, exec, compile, input, breakpoint: what a migration script may do of them, and refusals of the rest.
void AddSandboxFunctions(ModuleObject& builtins);

}  // namespace limbeck::python

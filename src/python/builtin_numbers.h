#pragma once

#include "python/objects.h"

namespace limbeck::python {

/// Enters abs, bin, chr, divmod, hex, oct, ord, pow and round into the module `builtins`.
void AddBuiltinNumberFunctions(ModuleObject& builtins);

}  // namespace limbeck::python

#pragma once

#include "python/objects.h"

namespace limbeck::python {

/// Enters map, filter, zip, enumerate and reversed into the module `builtins`.
void AddBuiltinIterators(ModuleObject& builtins);

}  // namespace limbeck::python

#pragma once

#include "python/native.h"

namespace limbeck::pymodules {

/// Lets Python's operators make SQL expressions of those of the class: `a + b`, `a == b`, `~a`.
void SetOperators(python::Slots& slots);

}  // namespace limbeck::pymodules

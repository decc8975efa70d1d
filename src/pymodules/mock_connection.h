#pragma once

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What op.get_bind() and context.get_bind() are in a --sql run: what it executes is written to the script, and there
/// are no results.
python::Value MakeMockConnection();
bool IsMockConnection(const python::Value& value);

}  // namespace limbeck::pymodules

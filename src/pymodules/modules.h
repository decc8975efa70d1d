#pragma once

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// Makes all modules of this room importable: alembic, sqlalchemy and what belongs to them.
void AddModules(python::Interpreter& interpreter);

}  // namespace limbeck::pymodules

#pragma once

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// `alembic.context`: what env.py asks of its run.
void FillAlembicContext(python::Interpreter& interpreter, python::ModuleObject& module);

/// The MigrationContext object that op.get_context() gives.
python::Value MakeMigrationContext(python::Interpreter& interpreter);

}  // namespace limbeck::pymodules

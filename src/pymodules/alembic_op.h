#pragma once

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// `alembic.op`: every directive, as a function that sends an operation to the run's sink.
void FillAlembicOp(python::Interpreter& interpreter, python::ModuleObject& module);

/// The native part of alembic.operations: BatchOperations.
void FillOperationsGlue(python::Interpreter& interpreter, python::ModuleObject& module);

}  // namespace limbeck::pymodules

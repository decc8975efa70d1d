#pragma once

#include <string>
#include <vector>

#include "graph/step.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// `alembic.context`: what env.py asks of its run.
void FillAlembicContext(python::Interpreter& interpreter, python::ModuleObject& module);

/// The MigrationContext object that op.get_context() gives.
python::Value MakeMigrationContext(python::Interpreter& interpreter);

/// Calls configure(on_version_apply=...), one function or several.
void CallVersionCallbacks(python::Interpreter& interpreter, const python::Value& callbacks, const graph::StepInfo& info,
                          const std::vector<std::string>& heads, const python::Value& keywords);

}  // namespace limbeck::pymodules

#pragma once

#include "python/native.h"

namespace limbeck::pymodules {

/// `_limbeck_scripts`: the questions that alembic.script's ScriptDirectory (lib/alembic/script) asks of the run's
/// revisions. Revisions are told by their ids.
void FillScripts(python::Interpreter& interpreter, python::ModuleObject& module);

}  // namespace limbeck::pymodules

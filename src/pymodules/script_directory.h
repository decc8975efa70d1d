#pragma once

#include <string>

#include "python/native.h"

namespace limbeck::pymodules {

/// `_limbeck_scripts`: the questions that alembic.script's ScriptDirectory (lib/alembic/script) asks of the run's
/// revisions. Revisions are told by their ids.
void FillScripts(python::Interpreter& interpreter, python::ModuleObject& module);

/// What the module of a revision's file is called: "a_b_py" for "versions/a_b.py", as Alembic names it.
std::string ScriptModuleName(const std::string& path);

}  // namespace limbeck::pymodules

#pragma once

#include "pymodules/join_condition.h"
#include "python/interpreter.h"

// What stands behind FROM besides selects: aliases, joins, CTEs, VALUES, functions.

namespace limbeck::pymodules {

/// The Tables in a value that can be read from.
Tables ReadTables(python::Interpreter& interpreter, const python::Value& value);

/// table, alias, join, outerjoin, values.
void AddFromItems(python::ModuleObject& module);

}  // namespace limbeck::pymodules

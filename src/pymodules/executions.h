#pragma once

#include <string>

#include "pymodules/execution_options.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

// connection.execute() and exec_driver_sql(): from what the script gives to a Result object.

namespace limbeck::pymodules {

/// Executes a statement, also a DDL element, with no parameters (empty or None), a dict of them, or a list of dicts:
/// one execution for each, all of which take the keys of the first.
python::Value ExecuteForScript(python::Interpreter& interpreter, ScriptConnection& connection,
                               const python::Value& statement, const python::Value& parameters,
                               const ExecutionOptions& options);

/// Executes text of the Python driver: sqlite3's marks are ? and :name, psycopg2's %s and %(name)s. Parameters are a
/// tuple or a dict, or a list of them.
python::Value ExecuteDriverText(python::Interpreter& interpreter, ScriptConnection& connection, const std::string& text,
                                const python::Value& parameters, const ExecutionOptions& options);

}  // namespace limbeck::pymodules

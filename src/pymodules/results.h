#pragma once

#include "driver/result.h"
#include "python/interpreter.h"

// What connection.execute() gives: Result, its rows, scalars and mappings.

namespace limbeck::pymodules {

python::Value WrapResult(driver::Result result);

/// A cell as the Python value that psycopg2 or sqlite3 gives.
python::Value ReadCell(python::Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column);

}  // namespace limbeck::pymodules

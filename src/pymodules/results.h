#pragma once

#include "driver/result.h"
#include "python/interpreter.h"
#include "sql/type.h"

// What connection.execute() gives: Result, its rows, scalars and mappings.

namespace limbeck::pymodules {

/// `types` are the columns' SQLAlchemy types as far as they are known: of a select() of columns, not of text().
python::Value WrapResult(driver::Result result, std::vector<sql::Type> types = {});

/// Row, Result and its like by their names: for annotations and isinstance().
void AddResultClasses(python::ModuleObject& module);

/// A cell as the Python value that psycopg2 or sqlite3 gives.
python::Value ReadCell(python::Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column);

}  // namespace limbeck::pymodules

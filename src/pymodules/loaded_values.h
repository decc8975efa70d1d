#pragma once

#include "driver/result.h"
#include "python/interpreter.h"
#include "sql/type.h"

namespace limbeck::pymodules {

/// A cell of a column whose SQLAlchemy type is known, as that type's values are in Python: what SQLAlchemy's types make
/// of what the database's driver gives. SQLite keeps moments, UUIDs and documents as text, and decimals as floats. A
/// type that changes nothing, and the null type, give the cell as ReadCell does.
python::Value LoadedValue(python::Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column,
                          const sql::Type& type);

}  // namespace limbeck::pymodules

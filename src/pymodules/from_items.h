#pragma once

#include <utility>
#include <vector>

#include "python/interpreter.h"
#include "sql/statement.h"

// What stands behind FROM besides selects: aliases, joins, CTEs, VALUES, functions.

namespace limbeck::pymodules {

/// Tables, and what each is called in a query.
using Tables = std::vector<std::pair<python::Value, sql::From>>;

/// The Tables in a value that can be read from.
Tables ReadTables(python::Interpreter& interpreter, const python::Value& value);

/// left.column = right.column, as the foreign keys between them say. Throws NoForeignKeysError when there are none.
sql::Expression JoinCondition(python::Interpreter& interpreter, const Tables& left, const Tables& right);

/// table, alias, join, outerjoin, values.
void AddFromItems(python::ModuleObject& module);

}  // namespace limbeck::pymodules

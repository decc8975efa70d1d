#pragma once

#include <utility>
#include <vector>

#include "python/interpreter.h"
#include "sql/statement.h"

namespace limbeck::pymodules {

/// Tables, and what each is called in a query.
using Tables = std::vector<std::pair<python::Value, sql::From>>;

/// left.column = right.column, as the foreign keys between them say. Throws NoForeignKeysError when there are none.
sql::Expression JoinCondition(python::Interpreter& interpreter, const Tables& left, const Tables& right);

}  // namespace limbeck::pymodules

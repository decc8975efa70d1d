#pragma once

#include "python/interpreter.h"
#include "schema/table.h"
#include "sql/statement.h"

// What op.execute() and connection.execute() take: text, or a statement built of expressions.

namespace limbeck::pymodules {

/// A str is text() here, with its ":name" parameters.
sql::Statement ReadStatement(python::Interpreter& interpreter, const python::Value& value);

/// A row given as a dict, as assignments to the table's columns.
std::vector<sql::Assignment> ReadAssignments(python::Interpreter& interpreter, const python::DictObject& row,
                                             const schema::Table& table);

}  // namespace limbeck::pymodules

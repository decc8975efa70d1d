#pragma once

#include "python/interpreter.h"
#include "schema/table.h"
#include "sql/statement.h"

// What op.execute() and connection.execute() take: text, or a statement built of expressions.

namespace limbeck::pymodules {

/// A str is text() here, with its ":name" parameters. `parameters` (a dict, or empty) are those of the execution.
sql::Statement ReadStatement(python::Interpreter& interpreter, const python::Value& value,
                             const python::Value& parameters = {});

/// A row given as a dict, as assignments to the table's columns.
std::vector<sql::Assignment> ReadAssignments(python::Interpreter& interpreter, const python::DictObject& row,
                                             const schema::Table& table);

/// What scripts call a column by: its key where it has one, else its name.
const schema::Column* FindColumnByKey(const schema::Table& table, std::string_view key);

}  // namespace limbeck::pymodules

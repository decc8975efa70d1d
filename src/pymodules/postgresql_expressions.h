#pragma once

#include <span>

#include "python/interpreter.h"
#include "sql/expression.h"

// What columns of PostgreSQL's own types can be asked, and the functions of sqlalchemy.dialects.postgresql that make
// expressions: array, aggregate_order_by, hstore, to_tsquery, ...

namespace limbeck::pymodules {

/// column.has_key("a"), .overlap([...]), .strictly_left_of(...), .any("x"): for columns of the types that have them.
std::span<const python::NativeMethod> PostgresqlMethods();

/// column.contains(other) of a document, an array or a range; empty for a text, which is searched.
python::Value ContainsOf(python::Interpreter& interpreter, const sql::Expression& column, const python::Value& other);

/// array[1:3], and hstore["key"]; empty for what is found by key or number as in any database.
python::Value PostgresqlItemOf(python::Interpreter& interpreter, const sql::Expression& column,
                               const python::Value& key);

void AddPostgresqlExpressions(python::ModuleObject& module);

}  // namespace limbeck::pymodules

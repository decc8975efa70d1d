#pragma once

#include "dialect/dialect.h"
#include "dialect/statement.h"
#include "dialect/writers.h"
#include "sql/statement.h"

namespace limbeck::dialect {

/// A statement of rows, or text, with its parameters.
Statement WriteStatement(const sql::Statement& statement, const Writers& writers, const RenderOptions& options);

}  // namespace limbeck::dialect

#pragma once

#include <string>

#include "dialect/statement.h"
#include "sql/value.h"

namespace limbeck::dialect::postgresql {

/// A value as psycopg2 writes it into a statement: what scripts rely on is that the server sees a literal, whose type
/// it takes from the place where it stands. Throws Error (ProgrammingError) for a value that psycopg2 refuses.
std::string ClientLiteral(const sql::Value& value);

/// The statement with its marks (%s, %(name)s) replaced by its values, in their order, and %% by %. Any other % stays.
SentText WriteClientText(const Statement& statement);

}  // namespace limbeck::dialect::postgresql

#pragma once

#include <string>

#include "dialect/statement.h"
#include "limbeck/error.h"

// What an error tells of the statement that failed: its text as the script knows it, its values, no secrets.

namespace limbeck::pymodules {

/// The values as SQLAlchemy shows them behind "[parameters: ": a dict of those with names, or a tuple. Long ones are
/// cut in the middle, and a text whose name speaks of a password, a token or another secret is '***'. Empty when there
/// are none.
std::string ParametersText(const dialect::Statement& statement);

/// The error of a statement that was sent as `sent`: with the statement's own text, the position in it, its values, and
/// without secrets in what the server has said.
Error WithStatement(const Error& error, const dialect::Statement& statement, const dialect::SentText* sent);

}  // namespace limbeck::pymodules

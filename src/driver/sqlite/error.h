#pragma once

#include <string>
#include <string_view>

#include "driver/statement_ref.h"
#include "limbeck/error.h"

struct sqlite3;

namespace limbeck::driver::sqlite {

/// The error that SQLite has just reported on the connection with this result code. To be made before anything else is
/// done with the connection.
Error MakeError(sqlite3* database, int code, const StatementRef& statement);

/// The error of sqlite3_open for a file; `database` may be nullptr.
Error MakeOpenError(sqlite3* database, int code, const std::string& file);

/// An error of Python's sqlite3 module itself, that SQLite never saw: "ProgrammingError".
Error MakeModuleError(std::string_view dbapi_class, const std::string& message, const StatementRef& statement);

/// "SQLITE_CONSTRAINT_UNIQUE" for 2067; the name of the primary code for an extended one that is not known.
std::string_view ResultCodeName(int code);

}  // namespace limbeck::driver::sqlite

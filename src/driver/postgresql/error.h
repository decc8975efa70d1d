#pragma once

#include <string>
#include <string_view>

#include "driver/connection.h"
#include "driver/postgresql/libpq.h"
#include "driver/statement_ref.h"
#include "limbeck/error.h"

namespace limbeck::driver::postgresql {

/// The error that a result reports. Whether connection and transaction are lost, the caller knows better.
Error MakeError(const PGresult* result, const StatementRef& statement);

/// The error of the connection itself: refused, or lost without a word of the server. `connection_lost` is set.
Error MakeConnectionError(const PGconn* connection, const StatementRef& statement);

/// An error of psycopg2 itself, that the server never saw: "ProgrammingError".
Error MakeModuleError(std::string_view dbapi_class, const std::string& message, const StatementRef& statement);

Notice MakeNotice(const PGresult* result);

}  // namespace limbeck::driver::postgresql

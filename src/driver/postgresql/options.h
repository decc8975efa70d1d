#pragma once

#include <string>
#include <utility>
#include <vector>

#include "driver/connection.h"

namespace limbeck::driver::postgresql {

using Keywords = std::vector<std::pair<std::string, std::string>>;

/// What the URL, the query and the arguments of the Python driver are in libpq's keywords, each at most once: "host"
/// and "port" may hold lists, "dbname", "sslmode" and so on. What the URL leaves open, libpq finds for itself: PG*
/// variables, the service file, the password file.
///
/// The names differ by driver: psycopg2 and psycopg have libpq's own; asyncpg has ssl, passfile, command_timeout,
/// server_settings and others; pg8000 has unix_sock and tcp_keepalive. What only steers the Python driver is left out.
/// Throws kConfig with SQLAlchemy's text for host lists that make no sense.
Keywords ReadKeywords(const Url& url, const ConnectOptions& options);

/// Adds the PG* variables of the environment as keywords that are not there yet. `defaults` says which variable is
/// which keyword's, as libpq's PQconndefaults does. A service file would lose against them, so they are left out for
/// one.
void AddEnvironment(const std::map<std::string, std::string>& environment, const Keywords& variable_of_keyword,
                    Keywords& keywords);

}  // namespace limbeck::driver::postgresql

#pragma once

#include <memory>

#include "driver/connection.h"

struct pg_conn;

namespace limbeck::driver::postgresql {

/// Connects to a server. Loads libpq when it is the first.
std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options);

/// Works on a connection that the program has made with the same libpq, and leaves it connected. Nobody else may use it
/// meanwhile. Throws kConfig when it is not connected or its texts are not UTF-8.
std::unique_ptr<Connection> Borrow(pg_conn* connection);

}  // namespace limbeck::driver::postgresql

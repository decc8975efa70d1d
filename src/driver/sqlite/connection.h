#pragma once

#include <memory>

#include "driver/connection.h"

struct sqlite3;

namespace limbeck::driver::sqlite {

/// Opens a database file, or makes it when the first statement writes to it.
std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options);

/// Works on a database that the program has open, which stays open when the connection ends. Nobody else may use it
/// meanwhile.
std::unique_ptr<Connection> Borrow(sqlite3* database);

}  // namespace limbeck::driver::sqlite

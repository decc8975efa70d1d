#pragma once

#include <memory>

#include "driver/connection.h"

namespace limbeck::driver::sqlite {

/// Opens a database file, or makes it when the first statement writes to it.
std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options);

}  // namespace limbeck::driver::sqlite

#pragma once

#include <memory>

#include "driver/connection.h"

namespace limbeck::driver::postgresql {

/// Connects to a server. Loads libpq when it is the first.
std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options);

}  // namespace limbeck::driver::postgresql

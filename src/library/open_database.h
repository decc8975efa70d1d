#pragma once

#include <memory>

#include "driver/connection.h"
#include "limbeck/migrator.h"
#include "pymodules/script_connection.h"

namespace limbeck {

/// Opens, or borrows, what a Database names.
class DatabaseOpener {
 public:
  /// Throws kCommand when a borrowed connection is in a transaction.
  static std::shared_ptr<pymodules::ScriptConnection> Open(const Database& database, driver::Connector& connector);

 private:
  static std::unique_ptr<driver::Connection> Connect(const Database& database, driver::Connector& connector);
};

}  // namespace limbeck

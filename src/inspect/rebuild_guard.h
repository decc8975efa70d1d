#pragma once

#include <memory>
#include <string>

#include "driver/connection.h"
#include "sql/name.h"

namespace limbeck::inspect {

/// Keeps what a database would lose when a new table is put in an old one's place: made before the first statement,
/// finished after the last. On SQLite no foreign key acts meanwhile (dropping the old table would delete the rows that
/// refer to it), triggers and views are there again afterwards, and foreign keys that held still hold. Everywhere the
/// rows are counted. An object that is destroyed unfinished only sees that foreign keys are enforced again.
class RebuildGuard {
 public:
  virtual ~RebuildGuard() = default;
  /// Throws Error (kDatabase) when something is not as it was.
  virtual void Finish() = 0;
};

/// Borrows the connection.
std::unique_ptr<RebuildGuard> GuardRebuild(driver::Connection& connection, const sql::Name& table,
                                           const std::optional<sql::Name>& schema);

}  // namespace limbeck::inspect

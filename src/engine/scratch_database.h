#pragma once

#include <memory>
#include <string>

#include "driver/connection.h"

namespace limbeck::engine {

/// A database that is there as long as the object: in memory for SQLite; for PostgreSQL a new one on the server that a
/// URL names, whose user must be allowed to create databases. Everything that is connected to it must be gone before
/// the object is.
class ScratchDatabase {
 public:
  /// Throws what the server reports. The connector is borrowed.
  ScratchDatabase(driver::Connector& connector, const driver::Url& near);
  /// Drops it. What fails then is the server's to tidy: nothing is thrown.
  ~ScratchDatabase();
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  /// Executes a script as psql would, whose own commands count for nothing. What it sets for its session, as pg_dump's
  /// scripts do, does not last. `connection` is one to this database.
  void Load(const std::string& script, driver::Connection& connection);

  /// Each connection to an SQLite database in memory has one of its own.
  const driver::Url& url() const { return url_; }

 private:
  driver::Connector& connector_;
  driver::Url url_;
  /// To the server's other database; null on SQLite.
  std::unique_ptr<driver::Connection> server_;
};

}  // namespace limbeck::engine

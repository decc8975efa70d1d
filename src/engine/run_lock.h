#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "driver/connection.h"
#include "engine/services.h"

namespace limbeck::engine {

/// Keeps other runs away from the version tables that this run works on, until it is destroyed. On PostgreSQL that is
/// an advisory lock for each, on a connection of its own outside of any transaction, taken by asking again and again:
/// one who waits inside of a statement would stop CREATE INDEX CONCURRENTLY of the one who has it. SQLite has its write
/// lock, which a transaction takes when it begins (decision 11). Whoever waits says for whom.
class RunLock {
 public:
  static constexpr std::chrono::seconds kDefaultTimeout{300};

  /// Borrows the services. Who has waited that long gives up; 0: at once.
  RunLock(const Services& services, std::chrono::seconds timeout) : services_(services), timeout_(timeout) {}

  /// Waits until no other run works on the version table of that name in the connection's database. Throws kDatabase
  /// when that takes too long, and KeyboardInterrupt's error when the user does not want to wait.
  void Take(driver::Connection& connection, const std::string& version_table);

  /// How a transaction of this run begins on a database whose write lock is what keeps runs apart. Refers to this.
  driver::BeginOptions BeginOptions(const driver::Connection& connection);

 private:
  /// One time of waiting: when it began, and when it is next told of.
  class Wait;
  struct Held {
    std::string key;
    std::unique_ptr<driver::Connection> connection;
  };

  const Services& services_;
  std::chrono::seconds timeout_;
  std::vector<Held> held_;
};

}  // namespace limbeck::engine

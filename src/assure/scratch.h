#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/entropy.h"
#include "driver/connection.h"
#include "engine/services.h"

namespace limbeck::assure {

struct ScratchOptions {
  /// Where PostgreSQL's scratch databases are made; nullopt: on the server that the script asks for.
  std::optional<driver::Url> server;
  /// What is asked for, in place of what the script says.
  std::optional<driver::Url> instead;
};

/// Empty databases in place of those that scripts ask for, each made when it is first connected to and dropped at the
/// end: a temporary file for SQLite, a database of its own name for PostgreSQL. What is asked for is never opened, but
/// to say CREATE DATABASE. One thread at a time.
class ScratchDatabases : public driver::Connector {
 public:
  /// Borrows all of it.
  ScratchDatabases(const engine::Services& services, Entropy& entropy, ScratchOptions options = {});
  /// Drops what there is. What cannot be dropped is told of on standard error.
  ~ScratchDatabases() override;
  ScratchDatabases(const ScratchDatabases&) = delete;
  ScratchDatabases& operator=(const ScratchDatabases&) = delete;

  using Connector::Connect;
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

  /// Drops all of them: who connects next finds an empty one.
  void Clear();
  /// Connects to each that was made, in the order in which they were asked for.
  void ForEach(const std::function<void(driver::Connection& connection)>& visit);

 private:
  struct Database {
    std::string asked_for;
    driver::Url url;
    driver::ConnectOptions options;
    /// PostgreSQL: where CREATE DATABASE and DROP DATABASE are said.
    driver::Url server;
  };

  Database Make(const driver::Url& url, const driver::ConnectOptions& options);
  Database MakeFile(const driver::Url& url, const driver::ConnectOptions& options);
  void Drop(const Database& database);

  const engine::Services& services_;
  driver::Connector& connector_;
  Entropy& entropy_;
  ScratchOptions options_;
  std::vector<Database> databases_;
};

}  // namespace limbeck::assure

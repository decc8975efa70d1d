#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "driver/connection.h"
#include "inspect/rehearsal/database.h"

namespace limbeck::engine {

/// The databases of a rehearsal, each by its URL: SQLite projects get one in memory, others one that is not there.
class RehearsalDatabases : public driver::Connector {
 public:
  explicit RehearsalDatabases(driver::Connector& real) : real_(real) {}

  using Connector::Connect;
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

  /// Whether a database in memory was opened.
  bool has_sqlite() const { return has_sqlite_; }

  /// The error of a step, or none when there is a database on which it runs: one without rows, one with a row of
  /// everything, one with tables that were there before the first revision. What is tried must not be certain to fail
  /// everywhere.
  std::optional<Error> Try(const std::function<void()>& step, const std::function<bool(const Error&)>& is_certain);

 private:
  using Schemas = std::vector<std::pair<inspect::rehearsal::Database*, inspect::rehearsal::Schema>>;

  Schemas Remember();
  /// Lets the databases have what the step was lacking. False when it cannot be told, or they have it.
  bool Provide(const Error& error);
  bool AssumeTables(const std::string& names);
  bool AssumeColumn(const std::string& name);
  void MakeUpRows(bool makes);

  driver::Connector& real_;
  std::map<std::string, inspect::rehearsal::Database> postgresql_;
  bool makes_up_rows_ = false;
  bool has_sqlite_ = false;
};

/// The URL of a database in memory.
inline constexpr const char* kSqliteInMemory = "sqlite://";

}  // namespace limbeck::engine

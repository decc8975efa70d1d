#include "library/open_database.h"

#include "driver/postgresql/connection.h"
#include "driver/sqlite/connection.h"

namespace limbeck {

Database Database::Url(std::string url) {
  Database database;
  database.url_ = std::move(url);
  return database;
}

Database Database::SqliteFile(const std::string& path) {
  driver::Url url;
  url.drivername = "sqlite";
  url.database = path;
  return Url(url.ToStringWithPassword());
}

Database Database::Borrow(sqlite3* connection) {
  Database database;
  database.sqlite_ = connection;
  return database;
}

Database Database::Borrow(pg_conn* connection) {
  Database database;
  database.postgresql_ = connection;
  return database;
}

std::shared_ptr<pymodules::ScriptConnection> DatabaseOpener::Open(const Database& database,
                                                                  driver::Connector& connector) {
  auto driver = Connect(database, connector);
  if (driver->in_transaction()) {
    throw Error(ErrorKind::kCommand, "the connection is in a transaction, and a run makes its own")
        .Hint("commit or roll back first");
  }
  return std::make_shared<pymodules::ScriptConnection>(std::move(driver));
}

std::unique_ptr<driver::Connection> DatabaseOpener::Connect(const Database& database, driver::Connector& connector) {
  if (database.sqlite_ != nullptr) return driver::sqlite::Borrow(database.sqlite_);
  if (database.postgresql_ != nullptr) return driver::postgresql::Borrow(database.postgresql_);
  return connector.Connect(driver::Url::Parse(database.url_));
}

}  // namespace limbeck

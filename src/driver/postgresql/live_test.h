#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "driver/connection.h"
#include "driver/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::driver {

/// "psycopg2.errors.UniqueViolation 23505: text"
inline std::string Summary(const Error& error) {
  return (error.database() == nullptr ? "" : error.database()->driver_class) + " " + error.sqlstate() + ": " +
         error.message();
}

/// A schema of its own in the cluster that LIMBECK_TEST_POSTGRES names.
class PostgresqlTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
    ASSERT_NE(url, nullptr)
        << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster for tests; ctest sets it";
    url_ = Url::Parse(url);
    schema_ = "limbeck_driver_" + std::to_string(getpid());
    MakeConnector()->Connect(url_)->ExecuteScript("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE; CREATE SCHEMA " +
                                                  schema_);
    connection_ = Open();
  }
  void TearDown() override {
    connection_.reset();
    if (!schema_.empty()) MakeConnector()->Connect(url_)->Execute("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
  }

  std::unique_ptr<Connection> Open() const { return Open(url_); }
  std::unique_ptr<Connection> Open(const Url& url, ConnectOptions options = {}) const {
    options.arguments = {{"options", "-csearch_path=" + schema_}};
    return MakeConnector()->Connect(url, options);
  }
  std::string Scalar(const std::string& sql) { return connection_->Execute(sql).Scalar().ToString(); }
  /// Ends the server process of the connection, and waits until it is gone.
  void Kill(int pid) const {
    const auto killer = MakeConnector()->Connect(url_);
    const std::string number = std::to_string(pid);
    killer->Execute("SELECT pg_terminate_backend(" + number + ")");
    while (!killer->Execute("SELECT FROM pg_stat_activity WHERE pid = " + number).empty()) usleep(1000);
  }

  Url url_;
  std::string schema_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace limbeck::driver

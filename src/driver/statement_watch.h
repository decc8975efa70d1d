#pragma once

#include <memory>
#include <string_view>

#include "driver/connection.h"

namespace limbeck::driver {

/// Hears which statement a script's connection is busy with. Called on the connection's thread; must not throw.
class StatementWatch {
 public:
  virtual ~StatementWatch() = default;
  virtual void BeginStatement(std::string_view sql) = 0;
  virtual void EndStatement() = 0;
};

/// Has the connection's watch, if there is one, hear of a statement as long as this lives.
class WatchedStatement {
 public:
  WatchedStatement(const Connection& connection, std::string_view sql) : watch_(connection.watch()) {
    if (watch_ != nullptr) watch_->BeginStatement(sql);
  }
  ~WatchedStatement() {
    if (watch_ != nullptr) watch_->EndStatement();
  }
  WatchedStatement(const WatchedStatement&) = delete;
  WatchedStatement& operator=(const WatchedStatement&) = delete;

 private:
  StatementWatch* watch_;
};

/// Gives each connection that it opens the same watch. Borrows both.
class WatchedConnector : public Connector {
 public:
  WatchedConnector(Connector& real, StatementWatch& watch) : real_(real), watch_(watch) {}

  std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) override {
    std::unique_ptr<Connection> connection = real_.Connect(url, options);
    connection->set_watch(&watch_);
    return connection;
  }

 private:
  Connector& real_;
  StatementWatch& watch_;
};

}  // namespace limbeck::driver

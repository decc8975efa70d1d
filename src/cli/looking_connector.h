#pragma once

#include <string>

#include "base/files.h"
#include "driver/connection.h"

namespace limbeck::cli {

/// Connects without a trace: SQLite makes a file where there is none, here it is an empty database in memory. Borrows
/// both.
class LookingConnector : public driver::Connector {
 public:
  LookingConnector(driver::Connector& connector, FileSystem& files) : connector_(connector), files_(files) {}

  using Connector::Connect;
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

  /// The URL of the last connection, if its file is not there; else empty.
  const std::string& missing() const { return missing_; }

 private:
  bool IsMissing(const driver::Url& url) const;

  driver::Connector& connector_;
  FileSystem& files_;
  std::string missing_;
};

}  // namespace limbeck::cli

#pragma once

#include <chrono>
#include <string>

#include "driver/connection.h"

namespace limbeck::driver::sqlite {

/// How a database file is opened.
struct OpenOptions {
  /// A path, ":memory:", or (with `uri`) SQLite's own "file:..." URI with its parameters.
  std::string file;
  bool uri = false;
  /// How long to wait for another connection's lock.
  std::chrono::milliseconds busy_timeout{5000};
  /// Prepared statements that are kept.
  size_t cached_statements = 128;
  /// BEGIN EXCLUSIVE in place of BEGIN IMMEDIATE.
  bool exclusive = false;
  bool operator==(const OpenOptions&) const = default;
};

/// What SQLAlchemy's pysqlite dialect and Python's sqlite3.connect() make of a URL and its arguments: uri, timeout,
/// isolation_level, cached_statements; detect_types, check_same_thread and factory mean nothing here. Other keys of the
/// query go to SQLite with `uri=true` and are passed over without. Throws kConfig with SQLAlchemy's or Python's text.
OpenOptions ReadOpenOptions(const Url& url, const ConnectOptions& options);

}  // namespace limbeck::driver::sqlite

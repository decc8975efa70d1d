#pragma once

#include <string>
#include <vector>

#include "sql/type.h"
#include "sql/value.h"

namespace limbeck::dialect {

struct Parameter {
  std::string name;
  sql::Value value;
  sql::Type type;
  bool operator==(const Parameter&) const = default;
};

/// One statement for the database.
struct Statement {
  /// As SQLAlchemy compiles it, tabs and line ends included: SQLite keeps this text in sqlite_master.
  std::string text;
  /// In the order of their places in the text.
  std::vector<Parameter> parameters;
  /// Cannot run inside a transaction: CREATE INDEX CONCURRENTLY.
  bool outside_transaction = false;
  bool operator==(const Statement&) const = default;
};

/// The statement as `--sql` prints it: tabs as four blanks, trimmed, with the terminator.
std::string OfflineText(const Statement& statement);

}  // namespace limbeck::dialect

#pragma once

#include <map>
#include <optional>
#include <string>

#include "driver/result.h"
#include "inspect/rehearsal/schema.h"

namespace limbeck::inspect::rehearsal {

/// Rows that nobody has written: for a script that reads before it writes and fails where there is nothing to read.
///
/// Each query finds one row with a value for each column, of the column's type as far as the schema knows it. A query
/// that is asked again and again finds nothing at last, so that loops until nothing is left come to an end.
class MadeUpRows {
 public:
  explicit MadeUpRows(const Schema& schema) : schema_(schema) {}

  /// Nothing for what is no query and has no RETURNING.
  std::optional<driver::Result> Answer(const std::string& sql);

 private:
  /// The columns of `*`: those of the tables that the query names.
  void AddAll(const std::string& sql, std::vector<driver::Column>& columns) const;
  /// The type of the column of that name in one of the tables that the query names.
  std::optional<sql::Type> TypeOf(const std::string& column, const std::string& sql) const;

  const Schema& schema_;
  std::map<std::string, int> asked_;
};

}  // namespace limbeck::inspect::rehearsal

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/connection.h"

namespace limbeck::inspect {

/// What a database keeps beside tables: a view, a function, a trigger, a policy, an extension; in the database's words.
struct ObjectFacts {
  /// "view", "materialized view", "function", "procedure", "trigger", "policy", "row security", "extension"
  std::string kind;
  /// "recent_books", "books.touch", "total(integer)"
  std::string name;
  /// Where that is not the connection's own.
  std::optional<std::string> schema;
  /// With what hangs on it: indexes of a materialized view, comments.
  std::vector<std::string> create;
  std::string drop;
  /// What CREATE OR REPLACE cannot change; nullopt where there is no such statement.
  std::optional<std::string> shape;
  /// The object among those of one reading.
  std::string key;
  /// The keys of others, "table NAME", "column TABLE.NAME" and "type NAME", without which this cannot be.
  std::vector<std::string> needs;
};

/// All of the schemas that are not the database's own, in the order in which they were made. What an extension brings
/// is left out. A fixed number of queries.
std::vector<ObjectFacts> ReadObjects(driver::Connection& connection);

}  // namespace limbeck::inspect

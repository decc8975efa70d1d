#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sql/expression.h"

namespace limbeck::sql {

/// Statements that change or read rows. Expressions refer to a Query by Subquery.

/// A select in the form of text.
struct Query {
  Text text;
  bool operator==(const Query&) const = default;
};

struct Assignment {
  Name column;
  Expression value;
  bool operator==(const Assignment&) const = default;
};

/// INSERT INTO table (columns) VALUES (...).
struct Insert {
  Name table;
  std::optional<Name> schema;
  std::vector<Assignment> values;
  /// RETURNING these columns.
  std::vector<Name> returning;
  bool operator==(const Insert&) const = default;
};

/// What `op.execute` takes: sa.text(), or a statement built of expressions. A plain string is a Text.
using Statement = std::variant<Text, Insert>;

}  // namespace limbeck::sql

#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "ops/operation.h"

namespace limbeck::compare {

/// Operations on one table, which a batch may hold together (Alembic's ModifyTableOps).
struct ModifyTable {
  sql::Name table;
  std::optional<sql::Name> schema;
  std::vector<ops::Operation> operations;
  bool operator==(const ModifyTable&) const = default;
};

using Change = std::variant<ops::Operation, ModifyTable>;
using Changes = std::vector<Change>;

/// The way back, last change first. Throws Error (kUnsupported) for an operation that has none.
Changes Reverse(const Changes& changes);

}  // namespace limbeck::compare

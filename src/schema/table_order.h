#pragma once

#include <cstddef>
#include <vector>

#include "schema/table.h"

namespace limbeck::schema {

/// Tables so that each comes behind those that its foreign keys refer to.
struct TableOrder {
  /// Positions in what was given.
  std::vector<size_t> order;
  /// By position: the table is part of a cycle, and its foreign keys are to be added when all tables are there.
  std::vector<bool> keys_are_late;
};

/// As SQLAlchemy's sort_tables_and_constraints(): what does not depend on each other stays in its order. Keys with
/// use_alter do not count.
TableOrder SortTables(const std::vector<Table>& tables);

}  // namespace limbeck::schema

#pragma once

#include <vector>

#include "python/value.h"

namespace limbeck::pymodules {

/// table.c: its columns by name, by attribute and in order, also those that come later.
python::Value ColumnsOfTable(python::Value table);
/// constraint.columns
python::Value MakeColumnCollection(std::vector<python::Value> columns);

}  // namespace limbeck::pymodules

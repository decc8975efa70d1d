#pragma once

#include <string>
#include <utility>
#include <vector>

#include "python/value.h"

namespace limbeck::pymodules {

/// Columns by the keys that scripts know them by.
using NamedColumns = std::vector<std::pair<std::string, python::Value>>;
NamedColumns ByKey(const std::vector<python::Value>& columns);

/// table.c: its columns by key, by attribute and in order, also those that come later.
python::Value ColumnsOfTable(python::Value table);
/// constraint.columns, and .c of what else can be read from.
python::Value MakeColumnCollection(NamedColumns columns);

}  // namespace limbeck::pymodules

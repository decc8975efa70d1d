#pragma once

#include <vector>

#include "schema/table.h"

namespace limbeck::schema {

/// Columns without a type that refer to another column get its type, as far as it is among the tables.
void TakeTypesOfReferents(std::vector<Table>& tables);

}  // namespace limbeck::schema

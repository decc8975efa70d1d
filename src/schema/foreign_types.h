#pragma once

#include <vector>

#include "schema/table.h"

namespace limbeck::schema {

/// Foreign keys name columns of other models by their keys: after this, by their names. Columns without a type that
/// refer to another column get its type. Both as far as what they refer to is among the tables.
void ResolveReferents(std::vector<Table>& tables);

}  // namespace limbeck::schema

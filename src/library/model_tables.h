#pragma once

#include <vector>

#include "limbeck/models.h"
#include "schema/table.h"

namespace limbeck::library {

/// The models' tables with their indexes, in the order in which they were given. Throws Error (kConfig) for an index of
/// a table that is not there.
std::vector<schema::Table> ModelTables(const Models& models);

}  // namespace limbeck::library

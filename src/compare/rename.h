#pragma once

#include <string>
#include <vector>

#include "compare/compare.h"

// A comparison cannot tell a rename from something gone and something new. Whoever knows says so: "users:accounts" for
// a table, "users.name:full_name" for a column of it, the schema before the table where there is one.

namespace limbeck::compare {

/// Gives the database's tables and columns the names that `renames` say, in every place where tables refer to them, so
/// that a comparison finds what is left to do; returns the operations of the renames themselves. A column's table may
/// be named as it was or as it will be. Throws Error (kCommand) when a text is not old:new, when the database has
/// nothing of the old name or something of the new one already, or when the models have nothing of the new name.
Changes ApplyRenames(const std::vector<std::string>& renames, const std::vector<ModelTable>& models,
                     std::vector<DatabaseTable>& database);

}  // namespace limbeck::compare

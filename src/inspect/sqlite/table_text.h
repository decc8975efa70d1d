#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/constraint.h"

namespace limbeck::inspect::sqlite {

// SQLite keeps a table's CREATE TABLE as it was written and does not say more about constraints' names and CHECKs.
// They are looked for with the patterns that SQLAlchemy has, so that the same is found and the same is missed.

/// The name before the PRIMARY KEY.
std::optional<std::string> FindPrimaryKeyName(std::string_view create_table);

/// The foreign keys that are written as table constraints.
std::vector<schema::ForeignKey> FindForeignKeys(std::string_view create_table);

/// UNIQUE as a table constraint, then as a column's.
std::vector<schema::Unique> FindUniques(std::string_view create_table);

/// By name, those without one last.
std::vector<schema::Check> FindChecks(std::string_view create_table);

/// The expression of GENERATED ALWAYS AS; empty when it is not found.
std::string FindComputed(std::string_view create_table, std::string_view column);

/// The WHERE of a partial index.
std::optional<std::string> FindIndexPredicate(std::string_view create_index);

}  // namespace limbeck::inspect::sqlite

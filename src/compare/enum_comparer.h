#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/compare.h"

// The enums of PostgreSQL, which are types of their own and which Alembic leaves alone. Values are added in place;
// where one is gone, a new type takes the old one's place. The order of values that both sides have is not compared.

namespace limbeck::compare {

/// An enum as the database has it; one that is found without its schema has none.
struct DatabaseEnum {
  sql::Name name;
  std::optional<sql::Name> schema;
  std::vector<std::string> values;
  /// All columns of it, also of tables that are not compared.
  std::vector<ops::EnumColumn> columns;
};

/// Completes what a comparison of the tables gave: types come before, and go after, what uses them, and a table's own
/// way of making its types is kept where that works. An enum that no model uses goes if a table of `tables` had it.
void CompareEnums(const std::vector<ModelTable>& models, const std::vector<DatabaseTable>& tables,
                  const std::vector<DatabaseEnum>& enums, const Options& options, const Rules& rules, Hooks& hooks,
                  Changes& changes);

/// Takes those of `renames` ("mood:feeling", "mood.sad:blue") that name an enum of the database or one of its values
/// and no table, does them to `enums` and to the types of `tables`, and returns their operations. Throws Error
/// (kCommand) where the new name is there already.
Changes ApplyEnumRenames(std::vector<std::string>& renames, std::vector<DatabaseTable>& tables,
                         std::vector<DatabaseEnum>& enums);

}  // namespace limbeck::compare

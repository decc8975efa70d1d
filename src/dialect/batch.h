#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ops/operation.h"
#include "schema/naming.h"
#include "schema/spell.h"
#include "schema/table.h"
#include "sql/expression.h"

namespace limbeck::dialect {

/// What the copy of one column into a new table selects.
struct BatchTransfer {
  sql::Name from;
  sql::Name into;
  /// The old column, or a cast of it.
  sql::Expression value;
  bool operator==(const BatchTransfer&) const = default;
};

/// A batch that rebuilds its table, worked out: make `new_table`, copy the rows, drop the old table, give the new one
/// its name, make its indexes.
struct BatchPlan {
  /// Spelled out, under its temporary name.
  schema::Table new_table;
  std::vector<BatchTransfer> transfers;
  /// Their names are those they had, or those the batch gives them.
  std::vector<schema::Index> indexes;
  /// Constraints that the old and the new table would both have by this name.
  std::vector<schema::Constraint> shared_constraints;
  std::vector<std::string> warnings;
};

/// What the plan depends on beside the batch and the table.
struct BatchOptions {
  schema::TypeRules rules;
  /// Of the project: names of what the batch adds.
  const schema::NamingConvention& naming;
  /// The table was read from the database, not given by the script: its CHECKs without a name may be those of
  /// types, and are left behind, as Alembic does, unless `keep_unnamed_checks`.
  bool reflected = true;
  bool keep_unnamed_checks = false;
  /// A column whose type changes in kind is cast while it is copied; to JSON only where this says so.
  bool casts_to_json = true;
};

/// Works a batch out on the table as it is. Throws Error (ValueError and others) with Alembic's texts when a step
/// does not fit the table.
BatchPlan PlanBatch(const ops::BatchAlterTable& batch, const schema::Table& existing, const BatchOptions& options);

/// The names in an order that keeps each pair: its first before its second; else as they were. Throws Error
/// (CircularDependencyError) when there is none.
std::vector<std::string> SortByPairs(const std::vector<std::string>& names,
                                     const std::vector<std::pair<std::string, std::string>>& pairs);

}  // namespace limbeck::dialect

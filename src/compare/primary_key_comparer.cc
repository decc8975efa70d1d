#include "base/text.h"
#include "compare/table_comparer.h"

// Alembic does not look at primary keys.

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.primary_keys";

schema::PrimaryKey KeyOf(const schema::Table& table) {
  const schema::PrimaryKey* key = table.FindPrimaryKey();
  schema::PrimaryKey found = key != nullptr ? *key : schema::PrimaryKey{};
  found.columns = table.PrimaryKeyColumns();
  return found;
}

}  // namespace

void TableComparer::ComparePrimaryKeys() {
  schema::PrimaryKey known = KeyOf(database_->table);
  schema::PrimaryKey wanted = KeyOf(model_->table);
  if (known.columns == wanted.columns) return;
  hooks_.LogInfo(kLogger, "Detected changed primary key of table " + PythonRepr(FullName()));
  // A key without a name, as SQLite has them, goes when another one comes.
  if (!known.columns.empty() && (known.name || wanted.columns.empty())) {
    ops::DropConstraint drop{.name = known.name, .table = modify_.table, .schema = modify_.schema};
    drop.type = ops::ConstraintType::kPrimary;
    drop.original = schema::Constraint(known);
    // Columns of a key cannot lose NOT NULL.
    modify_.operations.insert(modify_.operations.begin(), std::move(drop));
  }
  if (!wanted.columns.empty()) {
    if (!wanted.name) wanted.name = known.name;
    Add(ops::AddConstraint{modify_.table, modify_.schema, schema::Constraint(std::move(wanted))});
  }
}

}  // namespace limbeck::compare

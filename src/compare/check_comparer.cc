#include <map>
#include <set>

#include "base/text.h"
#include "compare/table_comparer.h"

// CHECKs are compared by their names alone: no database gives a condition back as it was written.

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.check_constraints";

}  // namespace

void TableComparer::CompareChecks() {
  std::map<std::string, schema::Constraint> wanted;
  std::set<std::string> of_types;
  std::map<std::string, const schema::Constraint*> known;
  for (const schema::Constraint& constraint : model_->table.constraints) {
    const auto* check = std::get_if<schema::Check>(&constraint);
    if (check == nullptr || !check->name) continue;
    if (check->type_bound) {
      of_types.insert(check->name.text->text);
    } else {
      wanted.emplace(check->name.text->text, constraint);
    }
  }
  for (const schema::Column& column : model_->table.columns) {
    for (const schema::Check& check : column.checks) {
      if (check.name) wanted.emplace(check.name.text->text, check);
    }
  }
  for (const schema::Constraint& constraint : database_->table.constraints) {
    const auto* check = std::get_if<schema::Check>(&constraint);
    if (check == nullptr || !check->name || !IncludesName(check->name, ObjectKind::kCheck)) continue;
    known.emplace(check->name.text->text, &constraint);
  }
  for (const auto& [name, constraint] : known) {
    // Alembic drops what an Enum(create_constraint=True) made.
    if (wanted.contains(name) || (options_.keep_checks_of_types && of_types.contains(name))) continue;
    if (!Includes(Theirs(constraint), name, ObjectKind::kCheck)) continue;
    ops::DropConstraint drop;
    drop.name = schema::NameOf(*constraint);
    drop.table = modify_.table;
    drop.schema = modify_.schema;
    drop.type = ops::ConstraintType::kCheck;
    drop.original = *constraint;
    Add(std::move(drop));
    hooks_.LogInfo(kLogger,
                   "Detected removed check constraint " + PythonRepr(name) + " on table " + PythonRepr(TableName()));
  }
  for (const auto& [name, constraint] : wanted) {
    if (known.contains(name) || !Includes(Mine(&constraint), name, ObjectKind::kCheck)) continue;
    Add(ops::AddConstraint{modify_.table, modify_.schema, constraint});
    hooks_.LogInfo(kLogger,
                   "Detected added check constraint " + PythonRepr(name) + " on table " + PythonRepr(TableName()));
  }
}

}  // namespace limbeck::compare

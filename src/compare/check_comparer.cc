#include <map>

#include "base/text.h"
#include "compare/table_comparer.h"

// CHECKs are compared by their names alone: no database gives a condition back as it was written.

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.check_constraints";

const schema::Check* AsCheck(const schema::Constraint& constraint) {
  const auto* check = std::get_if<schema::Check>(&constraint);
  return check != nullptr && !check->type_bound ? check : nullptr;
}

}  // namespace

void TableComparer::CompareChecks() {
  std::map<std::string, schema::Constraint> wanted;
  std::map<std::string, const schema::Constraint*> known;
  for (const schema::Constraint& constraint : model_->table.constraints) {
    const schema::Check* check = AsCheck(constraint);
    if (check != nullptr && check->name) wanted.emplace(check->name.text->text, constraint);
  }
  for (const schema::Column& column : model_->table.columns) {
    for (const schema::Check& check : column.checks) {
      if (check.name) wanted.emplace(check.name.text->text, check);
    }
  }
  for (const schema::Constraint& constraint : database_->table.constraints) {
    const schema::Check* check = AsCheck(constraint);
    if (check == nullptr || !check->name || !IncludesName(check->name, ObjectKind::kCheck)) continue;
    known.emplace(check->name.text->text, &constraint);
  }
  for (const auto& [name, constraint] : known) {
    if (wanted.contains(name) || !Includes(Theirs(constraint), name, ObjectKind::kCheck)) continue;
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

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compare/table_comparer.h"

// Indexes and unique constraints go together: they share their names, and a database may have made one for the other.

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.constraints";

std::vector<std::string> SortedColumns(const schema::Unique& unique) {
  std::vector<std::string> columns;
  for (const sql::Name& name : unique.columns) columns.push_back(name.text);
  std::sort(columns.begin(), columns.end());
  return columns;
}

std::string ReprOf(const schema::ConstraintName& name) {
  return name ? PythonRepr(name.text->text) : "None";
}

std::optional<std::string> TextOf(const schema::ConstraintName& name) {
  return name ? std::optional(name.text->text) : std::nullopt;
}

}  // namespace

/// An index or a unique constraint.
struct TableComparer::Named {
  const schema::Index* index = nullptr;
  const schema::Constraint* constraint = nullptr;

  const schema::Unique& unique() const { return std::get<schema::Unique>(*constraint); }
  const schema::ConstraintName& name() const { return index != nullptr ? index->name : schema::NameOf(*constraint); }
  ObjectKind kind() const { return index != nullptr ? ObjectKind::kIndex : ObjectKind::kUnique; }
  std::string columns() const {
    if (index != nullptr) return TupleRepr(ColumnNamesOf(*index));
    std::vector<std::string> names;
    for (const sql::Name& name : unique().columns) names.push_back(name.text);
    return TupleRepr(names);
  }
};

std::vector<const schema::Index*> TableComparer::DatabaseIndexes() {
  std::vector<const schema::Index*> indexes;
  if (is_created()) return indexes;
  for (const schema::Index& index : database_->table.indexes) {
    if (!IncludesName(index.name, ObjectKind::kIndex)) continue;
    const bool belongs = index.name && database_->indexes_of_constraints.contains(index.name.text->text);
    if (!belongs) indexes.push_back(&index);
  }
  return indexes;
}

void TableComparer::CompareIndexesAndUniques() {
  // By name in order; what has none by its columns.
  std::map<std::string, Named> wanted;
  std::map<std::string, Named> known;
  std::vector<Named> unnamed;
  std::set<std::vector<std::string>> known_columns;
  if (!is_dropped()) {
    for (const schema::Constraint& constraint : model_->table.constraints) {
      if (!std::holds_alternative<schema::Unique>(constraint)) continue;
      const Named object{nullptr, &constraint};
      if (object.name()) {
        wanted[rules_.backend().FinalName(object.name())] = object;
      } else {
        unnamed.push_back(object);
      }
    }
  }
  if (!is_created() && !is_dropped()) {
    for (const schema::Constraint& constraint : database_->table.constraints) {
      if (!std::holds_alternative<schema::Unique>(constraint)) continue;
      const Named object{nullptr, &constraint};
      if (!IncludesName(object.name(), ObjectKind::kUnique)) continue;
      known_columns.insert(SortedColumns(object.unique()));
      if (object.name()) known[object.name().text->text] = object;
    }
  }
  const std::vector<const schema::Index*> known_indexes = DatabaseIndexes();
  for (const schema::Index* index : known_indexes) known[index->name.text->text] = {index, nullptr};
  std::vector<const schema::Index*> wanted_indexes;
  if (!is_dropped()) {
    for (const schema::Index& index : model_->table.indexes) wanted_indexes.push_back(&index);
  }
  std::vector<std::string> warnings;
  rules_.LeaveOutIndexes(wanted_indexes, known_indexes, warnings);
  Warn(warnings);
  for (const schema::Index* index : wanted_indexes) {
    if (index->name) wanted[rules_.backend().FinalName(index->name)] = {index, nullptr};
  }
  const auto is_unnamed = [&](const Named& object) {
    return object.constraint != nullptr && std::any_of(unnamed.begin(), unnamed.end(), [&](const Named& other) {
             return SortedColumns(other.unique()) == SortedColumns(object.unique());
           });
  };
  for (const auto& [name, object] : known) {
    if (!wanted.contains(name) && !is_unnamed(object)) RemoveObject(object);
  }
  for (const auto& [name, object] : wanted) {
    const auto found = known.find(name);
    if (found != known.end()) CompareObjects(found->second, object);
  }
  for (const auto& [name, object] : wanted) {
    if (!known.contains(name)) AddObject(object);
  }
  for (const Named& object : unnamed) {
    if (!known_columns.contains(SortedColumns(object.unique()))) AddObject(object);
  }
}

void TableComparer::CompareObjects(const Named& known, const Named& wanted) {
  if (known.kind() != wanted.kind()) {
    RemoveObject(known);
    AddObject(wanted);
    return;
  }
  std::vector<std::string> warnings;
  const Comparison comparison = wanted.index != nullptr
                                    ? rules_.CompareIndexes(*wanted.index, *known.index, model_->table, warnings)
                                    : rules_.CompareUniques(wanted.unique(), known.unique());
  Warn(warnings);
  if (comparison.status == Comparison::Status::kDifferent) ChangeObject(known, wanted, comparison.message);
  if (comparison.status != Comparison::Status::kSkip) return;
  hooks_.LogInfo(kLogger, std::string("Cannot compare ") + (known.index != nullptr ? "index " : "unique constraint ") +
                              ReprOf(known.name()) + ", assuming equal and skipping. " + comparison.message);
}

void TableComparer::AddObject(const Named& object) {
  if (object.index != nullptr) {
    if (!Includes(Mine(object.index), TextOf(object.name()), ObjectKind::kIndex)) return;
    Add(ops::CreateIndex{modify_.table, model_->table.schema, *object.index, std::nullopt});
    hooks_.LogInfo(kLogger, "Detected added index " + ReprOf(object.name()) + " on '" + object.columns() + "'");
    return;
  }
  // Those of a table that comes or goes are part of it.
  if (is_created() || is_dropped()) return;
  if (!Includes(Mine(object.constraint), TextOf(object.name()), ObjectKind::kUnique)) return;
  Add(ops::AddConstraint{modify_.table, model_->table.schema, *object.constraint});
  hooks_.LogInfo(kLogger,
                 "Detected added unique constraint " + ReprOf(object.name()) + " on '" + object.columns() + "'");
}

namespace {

ops::DropIndex DropOf(const ModifyTable& table, const schema::Index& index) {
  ops::DropIndex drop;
  drop.name = index.name;
  drop.table = table.table;
  drop.schema = table.schema;
  drop.options = index.options;
  drop.original = index;
  return drop;
}

ops::DropConstraint DropOf(const ModifyTable& table, const schema::Constraint& constraint) {
  ops::DropConstraint drop;
  drop.name = schema::NameOf(constraint);
  drop.table = table.table;
  drop.schema = table.schema;
  drop.type = ops::ConstraintType::kUnique;
  drop.original = constraint;
  return drop;
}

}  // namespace

void TableComparer::RemoveObject(const Named& object) {
  if (object.index != nullptr) {
    if (!Includes(Theirs(object.index), TextOf(object.name()), ObjectKind::kIndex)) return;
    Add(DropOf(modify_, *object.index));
    hooks_.LogInfo(kLogger, "Detected removed index " + ReprOf(object.name()) + " on " + PythonRepr(TableName()));
    return;
  }
  if (is_created() || is_dropped()) return;
  if (!Includes(Theirs(object.constraint), TextOf(object.name()), ObjectKind::kUnique)) return;
  Add(DropOf(modify_, *object.constraint));
  hooks_.LogInfo(kLogger,
                 "Detected removed unique constraint " + ReprOf(object.name()) + " on " + PythonRepr(TableName()));
}

void TableComparer::ChangeObject(const Named& known, const Named& wanted, const std::string& message) {
  const bool is_index = wanted.index != nullptr;
  const Subject compare_to = is_index ? Theirs(known.index) : Theirs(known.constraint);
  const Subject subject = is_index ? Mine(wanted.index) : Mine(wanted.constraint);
  if (!Includes(subject, TextOf(wanted.name()), wanted.kind(), &compare_to)) return;
  hooks_.LogInfo(kLogger, std::string("Detected changed ") + (is_index ? "index " : "unique constraint ") +
                              ReprOf(known.name()) + " on " + PythonRepr(TableName()) + ": " + message);
  if (is_index) {
    Add(DropOf(modify_, *known.index));
    Add(ops::CreateIndex{modify_.table, model_->table.schema, *wanted.index, std::nullopt});
  } else {
    Add(DropOf(modify_, *known.constraint));
    Add(ops::AddConstraint{modify_.table, model_->table.schema, *wanted.constraint});
  }
}

}  // namespace limbeck::compare

#include "compare/compare.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compare/full_name.h"
#include "compare/table_comparer.h"
#include "schema/table_order.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.tables";

/// Schema and name; what is in the default schema has none.
using Key = std::pair<std::string, std::string>;

Key KeyOf(const schema::Table& table, const std::string& default_schema) {
  const std::string schema = table.schema ? table.schema->text : "";
  return {schema == default_schema ? "" : schema, table.name.text};
}

std::string FullName(const Key& key) {
  return compare::FullName(key.first, key.second);
}

class Comparer {
 public:
  Comparer(const std::vector<ModelTable>& models, const std::vector<DatabaseTable>& database, const Options& options,
           const Rules& rules, Hooks& hooks)
      : models_(models), database_(database), options_(options), rules_(rules), hooks_(hooks) {
    for (const ModelTable& table : models) wanted_.emplace(KeyOf(table.table, options.default_schema), &table);
    for (const DatabaseTable& table : database) known_.emplace(KeyOf(table.table, options.default_schema), &table);
  }

  Changes Compare() {
    if (!options_.compare_tables) return {};
    for (const ModelTable& table : models_) {
      if (!known_.contains(KeyOf(table.table, options_.default_schema))) AddTable(table);
    }
    for (const DatabaseTable* table : RemovedTables()) RemoveTable(*table);
    for (const auto& [key, table] : known_) {
      const auto model = wanted_.find(key);
      if (model != wanted_.end()) CompareTable(*table, *model->second);
    }
    return std::move(changes_);
  }

 private:
  bool Includes(const Subject& subject, const Subject* compare_to) {
    return hooks_.IncludeObject(subject, subject.table->name.text, ObjectKind::kTable, compare_to);
  }

  void AddModify(ModifyTable modify) {
    if (!modify.operations.empty()) changes_.emplace_back(std::move(modify));
  }

  void AddTable(const ModelTable& model) {
    if (!Includes({&model.table, {}, false}, nullptr)) return;
    const Key key = KeyOf(model.table, options_.default_schema);
    ops::CreateTable create;
    create.table = model.table;
    create.table.indexes.clear();
    create.constraints_included = true;
    changes_.emplace_back(ops::Operation(std::move(create)));
    hooks_.LogInfo(kLogger, "Detected added table " + PythonRepr(FullName(key)));
    AddModify(TableComparer(nullptr, &model, options_, rules_, hooks_).Compare());
  }

  void RemoveTable(const DatabaseTable& table) {
    if (!Includes({&table.table, {}, true}, nullptr)) return;
    AddModify(TableComparer(&table, nullptr, options_, rules_, hooks_).Compare());
    ops::DropTable drop;
    drop.table = table.table.name;
    drop.schema = table.table.schema;
    schema::Table original = table.table;
    original.indexes.clear();
    drop.original = std::move(original);
    changes_.emplace_back(ops::Operation(std::move(drop)));
    hooks_.LogInfo(kLogger,
                   "Detected removed table " + PythonRepr(FullName(KeyOf(table.table, options_.default_schema))));
  }

  void CompareTable(const DatabaseTable& table, const ModelTable& model) {
    const Subject known{&table.table, {}, true};
    if (!Includes({&model.table, {}, false}, &known)) return;
    DatabaseTable adjusted = table;
    rules_.AdjustUniques(adjusted.table);
    AddModify(TableComparer(&adjusted, &model, options_, rules_, hooks_).Compare());
  }

  /// Those that refer to others first.
  std::vector<const DatabaseTable*> RemovedTables() const {
    std::vector<const DatabaseTable*> removed;
    std::vector<schema::Table> tables;
    for (const auto& [key, table] : known_) {
      if (wanted_.contains(key)) continue;
      removed.push_back(table);
      tables.push_back(table->table);
    }
    std::vector<const DatabaseTable*> ordered;
    for (const size_t place : schema::SortTables(tables).order) ordered.insert(ordered.begin(), removed[place]);
    return ordered;
  }

  const std::vector<ModelTable>& models_;
  const std::vector<DatabaseTable>& database_;
  const Options& options_;
  const Rules& rules_;
  Hooks& hooks_;
  std::map<Key, const ModelTable*> wanted_;
  std::map<Key, const DatabaseTable*> known_;
  Changes changes_;
};

}  // namespace

void FixNames(schema::Table& table) {
  for (schema::Constraint& constraint : table.constraints) schema::NameOf(constraint).is_final = true;
  for (schema::Index& index : table.indexes) index.name.is_final = true;
}

Changes Compare(const std::vector<ModelTable>& models, const std::vector<DatabaseTable>& database,
                const Options& options, const Rules& rules, Hooks& hooks) {
  return Comparer(models, database, options, rules, hooks).Compare();
}

}  // namespace limbeck::compare

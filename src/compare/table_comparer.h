#pragma once

#include "compare/compare.h"

namespace limbeck::compare {

/// Compares one table; one side may be missing. Used once.
class TableComparer {
 public:
  TableComparer(const DatabaseTable* database, const ModelTable* model, const Options& options, const Rules& rules,
                Hooks& hooks);

  ModifyTable Compare();

 private:
  bool is_created() const { return database_ == nullptr; }
  bool is_dropped() const { return model_ == nullptr; }
  void Add(ops::Operation operation) { modify_.operations.push_back(std::move(operation)); }
  /// "app.users"
  std::string FullName() const;
  const std::string& TableName() const { return modify_.table.text; }
  bool IncludesName(const schema::ConstraintName& name, ObjectKind kind);
  bool Includes(const Subject& subject, const std::optional<std::string>& name, ObjectKind kind,
                const Subject* compare_to = nullptr);
  template <typename Part>
  Subject Mine(const Part* part) const {
    return {model_ ? &model_->table : nullptr, part, false};
  }
  template <typename Part>
  Subject Theirs(const Part* part) const {
    return {database_ ? &database_->table : nullptr, part, true};
  }
  void Warn(const std::vector<std::string>& warnings);

  // table_comparer.cc
  void CompareColumns();
  void DropColumns();
  void CompareComment();

  // index_comparer.cc
  struct Named;
  void CompareIndexesAndUniques();
  std::vector<const schema::Index*> DatabaseIndexes();
  std::vector<const schema::Unique*> DatabaseUniques();
  void AddObject(const Named& object);
  void RemoveObject(const Named& object);
  void ChangeObject(const Named& known, const Named& wanted, const std::string& message);
  void CompareObjects(const Named& known, const Named& wanted);

  // foreign_key_comparer.cc
  void CompareForeignKeys();
  void LogForeignKey(const char* what, const schema::ForeignKey& key);

  // check_comparer.cc
  void CompareChecks();

  // primary_key_comparer.cc
  void ComparePrimaryKeys();

  const DatabaseTable* database_;
  const ModelTable* model_;
  const Options& options_;
  const Rules& rules_;
  Hooks& hooks_;
  ModifyTable modify_;
  std::set<std::string> compared_columns_;
};

/// The change of one column, if there is one.
std::optional<ops::AlterColumn> CompareColumn(const ColumnPair& pair, const ModifyTable& table, const Options& options,
                                              const Rules& rules, Hooks& hooks);

}  // namespace limbeck::compare

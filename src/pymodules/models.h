#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "dialect/dialect.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// The tables of one or several MetaData objects, as comparison takes them, and the script's objects behind them.
class Models {
 public:
  /// `metadata` is a MetaData or a sequence of them. Columns have the types that the script gave, or those of what they
  /// refer to. Throws ValueError when two MetaData have a table of one key.
  static Models Read(python::Interpreter& interpreter, const python::Value& metadata, const dialect::Dialect& dialect);

  /// Tables that no script made.
  static Models Of(std::vector<schema::Table> tables, const dialect::Dialect& dialect);

  const std::vector<compare::ModelTable>& tables() const { return tables_; }
  /// The version table is nobody's model.
  void LeaveOut(const std::string& name, const std::optional<std::string>& schema);
  /// What columns and MetaData say to count with.
  const std::vector<schema::Sequence>& sequences() const { return sequences_; }
  /// MetaData.schema of the first.
  const std::optional<std::string>& schema() const { return schema_; }

  /// What model classes derive from and Limbeck does not have: columns that it adds are not among the tables'.
  const std::set<std::string>& lacking() const { return lacking_; }

  /// Throws NoReferencedTableError when a foreign key names a table that is not among these. A key to a Column needs no
  /// name.
  void RequireReferents() const;

  /// The script's Table; empty for a table that is not of these.
  python::Value FindTable(const schema::Table& table) const;
  python::Value FindColumn(const schema::Table& table, const sql::Name& column) const;
  /// A constraint or index that the script wrote as an object; empty for what a column's flag stands for.
  python::Value FindConstraint(const schema::Table& table, const schema::Constraint& constraint) const;
  python::Value FindIndex(const schema::Table& table, const schema::Index& index) const;
  /// The script's object of a type; empty when no column has it.
  python::Value FindType(const sql::Type& type) const;

 private:
  void ReadMetaData(python::Interpreter& interpreter, const python::Value& metadata, const dialect::Dialect& dialect);

  void NoteKeysOfColumns(const schema::Table& table, const python::Value& object);
  void AddInOrder(std::vector<schema::Table> tables, const schema::NamingConvention& convention,
                  const dialect::Dialect& dialect);

  std::vector<compare::ModelTable> tables_;
  std::map<std::string, python::Value> objects_;
  std::vector<std::pair<sql::Type, python::Value>> types_;
  std::vector<schema::Sequence> sequences_;
  /// Tables, and the first columns of those of their foreign keys that know their Columns.
  std::set<std::pair<std::string, std::string>> keys_of_columns_;
  std::optional<std::string> schema_;
  std::set<std::string> lacking_;
};

}  // namespace limbeck::pymodules

#pragma once

#include "python/interpreter.h"
#include "schema/constraint.h"
#include "schema/naming.h"
#include "schema/table.h"

// sa.MetaData, sa.Table, constraints and indexes.

namespace limbeck::pymodules {

struct ColumnState;

struct ConstraintState : python::NativeState {
  explicit ConstraintState(schema::Constraint made) : constraint(std::move(made)) {}
  schema::Constraint constraint;
  /// The Column objects among its columns, by their places: their names may come later than the constraint.
  std::vector<python::Value> columns;
  /// A foreign key to Columns, not to their names.
  bool is_of_columns = false;
  /// The table it was put into; not owned.
  python::InstanceObject* table = nullptr;
};

struct IndexState : python::NativeState {
  schema::Index index;
  /// The Column objects among its elements, by their places.
  std::vector<python::Value> columns;
  /// The table whose columns it names, when they are Column objects; not owned.
  python::InstanceObject* table = nullptr;
};

struct MetaDataState : python::NativeState {
  std::optional<sql::Name> schema;
  std::map<std::string, std::string> naming_convention;  ///< empty: SQLAlchemy's own
  bool has_naming_convention = false;
  std::map<std::string, python::Value> custom_tokens;
  python::Value naming_convention_object;
  python::Value bind;                       ///< what older scripts put there; empty before
  python::Ref<python::DictObject> tables;   ///< by full name
  std::vector<schema::Sequence> sequences;  ///< those that say metadata=
  python::Value info;
  /// The file in which it was made; empty for one that a copy or a reflection made.
  std::string made_in;
};

/// Before a script asks for all tables of a MetaData that was made elsewhere: imports that have waited describe some.
void LetModelsCome(python::Interpreter& interpreter, const python::Value& metadata);

struct TableState : python::NativeState {
  ~TableState() override;
  sql::Name name;
  std::optional<sql::Name> schema;
  python::Value metadata;
  std::vector<python::Value> columns;
  std::vector<python::Value> constraints;
  std::vector<python::Value> indexes;
  std::optional<std::string> comment;
  std::vector<std::string> prefixes;
  schema::Options options;
  python::Value info;
};

const python::TypeObject* MetaDataClass();
const python::TypeObject* TableClass();
const python::TypeObject* ConstraintClass();
const python::TypeObject* IndexClass();

/// The constraint of a value that is one, or null.
const schema::Constraint* FindConstraint(const python::Value& value);

/// "app.users" or "users".
std::string FullTableName(const python::InstanceObject& table);

/// Tells a column's table that its name or type changed.
void UpdateTableOf(ColumnState& state);

/// The parts of a table as they stand in sa.Table(...) and op.create_table(...): columns, constraints, indexes.
void AddTableItem(python::Interpreter& interpreter, python::InstanceObject& table, const python::Value& item);

/// The table as a value. Throws TypeError naming `argument` for what is no Table.
schema::Table ReadTable(python::Interpreter& interpreter, const python::Value& value, std::string_view argument);

/// A Table object in `metadata` (empty: one of its own) from a value.
python::Value WrapTable(python::Interpreter& interpreter, const schema::Table& table, const python::Value& metadata);

/// The naming convention of a MetaData object (or None).
schema::NamingConvention ReadNamingConvention(python::Interpreter& interpreter, const python::Value& metadata);

/// MetaData, Table, Index, PrimaryKeyConstraint, ForeignKeyConstraint, UniqueConstraint, CheckConstraint, Constraint.
void AddTableClasses(python::ModuleObject& module);

}  // namespace limbeck::pymodules

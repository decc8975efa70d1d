#pragma once

#include "python/interpreter.h"
#include "schema/column.h"
#include "schema/constraint.h"

// sa.Column and what is written inside one.

namespace limbeck::pymodules {

struct ColumnState;

/// How expressions find the Column that they were made of, as long as there is one. A copy of a Column has its own.
class ColumnHandle {
 public:
  ColumnHandle() = default;
  ColumnHandle(const ColumnHandle&) {}
  // NOLINTNEXTLINE(bugprone-unhandled-self-assignment): nothing is taken over, whoever it is.
  ColumnHandle& operator=(const ColumnHandle&) { return *this; }
  ~ColumnHandle() {
    if (column_) *column_ = nullptr;
  }

  std::shared_ptr<const void> Share(ColumnState& column) {
    if (!column_) column_ = std::make_shared<ColumnState*>(&column);
    return column_;
  }

 private:
  std::shared_ptr<ColumnState*> column_;
};

struct ColumnState : python::NativeState {
  schema::Column column;
  bool says_nullable = false;    ///< nullable= was given
  python::Value type;            ///< as the script gave it; empty when it did not
  python::Value server_default;  ///< the script's own object
  python::Value client_default;
  python::Value onupdate;
  python::Value info;
  std::vector<python::Value> foreign_keys;
  /// The table it was put into: not owned, set and cleared by it; null before.
  python::InstanceObject* table = nullptr;
  /// What the column is in an expression; kept up to date with name, type and table.
  std::optional<sql::Expression> expression;
  ColumnHandle handle;
};

const python::TypeObject* ColumnClass();

/// The state of a Column, or null.
ColumnState* FindColumn(const python::Value& value);
/// The expression that a Column stands for, or null for another value.
const sql::Expression* ColumnExpression(const python::Value& value);
/// The table of the first Column in an expression that is in one, or null.
python::InstanceObject* FindTableOf(const sql::Expression& expression);
/// The Column that an expression, or what a label names, is; or null.
const ColumnState* FindColumnOf(const sql::Expression& expression);
/// After a change of name, type or table.
void UpdateExpression(ColumnState& state, const sql::Name& table, const std::optional<sql::Name>& schema);

/// Throws ArgumentError where a column that a table is to have has no name.
void RequireColumnName(const schema::Column& column);

/// The column as a value. Throws TypeError naming `argument` for what is no Column.
schema::Column ReadColumn(python::Interpreter& interpreter, const python::Value& value, std::string_view argument);

/// A Column of a value: for tables read from a database, and copies.
python::Value WrapColumn(python::Interpreter& interpreter, const schema::Column& column);

/// What a schema::Column does not say: the script's own objects.
void CopyScriptObjects(const ColumnState& original, ColumnState& copy);

/// What `server_default=` may be: a str, text(), a function, Computed, Identity, FetchedValue.
schema::ServerDefault ReadServerDefault(python::Interpreter& interpreter, const python::Value& value);

/// A name of a constraint or an index: None, a str, or op.f("...").
schema::ConstraintName ReadConstraintName(python::Interpreter& interpreter, const python::Value& value);

/// A table's or a column's name: a str or quoted_name("x", quote=True).
sql::Name ReadName(python::Interpreter& interpreter, const python::Value& value, std::string_view argument);

/// op.f("name"): a str that says that it is final.
python::Value MakeFinalName(const std::string& name);

/// Column, ForeignKey, Computed, Identity, Sequence, FetchedValue, DefaultClause, quoted_name, conv.
/// quoted_name() and conv(), the strings that say how they want to be treated as names.
void AddNameClasses(python::ModuleObject& module);

void AddColumnClasses(python::ModuleObject& module);

}  // namespace limbeck::pymodules

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "schema/column.h"
#include "schema/constraint.h"
#include "schema/options.h"
#include "sql/expression.h"

namespace limbeck::schema {

/// A column by its name, or an expression.
struct IndexElement {
  std::variant<sql::Name, sql::Expression> data;

  IndexElement(const char* column) : data(sql::Name(column)) {}
  IndexElement(std::string column) : data(sql::Name(std::move(column))) {}
  IndexElement(sql::Name column) : data(std::move(column)) {}
  IndexElement(sql::Expression expression) : data(std::move(expression)) {}

  const sql::Name* column() const { return std::get_if<sql::Name>(&data); }
  const sql::Expression* expression() const { return std::get_if<sql::Expression>(&data); }
  bool operator==(const IndexElement&) const = default;
};

struct Index {
  ConstraintName name;
  std::vector<IndexElement> elements;
  bool unique = false;
  Options options;
  /// Made by a column's index=True.
  bool column_flag = false;
  bool operator==(const Index&) const = default;
};

/// A table as a value: as a script writes it, or as a database has it. Constraints are in the order in which the
/// script made them; those that columns carry (unique=, index=, ForeignKey, Boolean) are still with the columns:
/// Spelled() writes them out.
struct Table {
  sql::Name name;
  std::optional<sql::Name> schema;
  std::vector<Column> columns;
  std::vector<Constraint> constraints;
  std::vector<Index> indexes;
  std::optional<std::string> comment;
  /// CREATE prefix TABLE
  std::vector<std::string> prefixes;
  Options options;

  /// Returns nullptr when there is no such column.
  const Column* FindColumn(std::string_view name) const;
  Column* FindColumn(std::string_view name);
  /// Returns nullptr when the key is not written out as a constraint.
  const PrimaryKey* FindPrimaryKey() const;
  /// The columns of the primary key: those of its constraint, or those that say primary_key.
  std::vector<sql::Name> PrimaryKeyColumns() const;
  bool operator==(const Table&) const = default;
};

/// A key of the table or of the column itself starts at the column.
bool HasForeignKey(const Table& table, const Column& column);

/// The column that numbers rows by itself (SERIAL, AUTOINCREMENT), or nullptr.
const Column* AutoincrementColumn(const Table& table);

}  // namespace limbeck::schema

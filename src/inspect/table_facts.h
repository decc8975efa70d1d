#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/table.h"

namespace limbeck::inspect {

// What a catalogue says about a table, as SQLAlchemy's inspector tells it: names, texts and options are those that
// its get_columns(), get_indexes() and so on give.

struct ColumnFacts {
  std::string name;
  sql::Type type;
  bool nullable = true;
  /// SQL text.
  std::optional<std::string> default_text;
  /// PostgreSQL: serial or identity. SQLite does not say.
  std::optional<bool> autoincrement;
  std::optional<std::string> comment;
  /// GENERATED ALWAYS AS (text).
  std::optional<std::string> computed;
  bool computed_is_stored = false;
  std::optional<schema::Identity> identity;
  /// PostgreSQL: the default's sequence belongs to the column, as that of a serial does.
  std::optional<std::string> owned_sequence;
  /// SQLite: place in the primary key, from 1; 0 for none.
  int key_position = 0;
  bool operator==(const ColumnFacts&) const = default;
};

struct IndexFacts {
  struct Element {
    std::string text;
    bool is_expression = false;
    /// "desc", "nulls_first", "nulls_last": what is not the default.
    std::vector<std::string> sorting;
    bool operator==(const Element&) const = default;
  };

  std::string name;
  std::vector<Element> elements;
  bool unique = false;
  /// Not known to SQLite.
  std::optional<std::vector<std::string>> include_columns;
  /// The constraint that the index belongs to.
  std::optional<std::string> duplicates_constraint;
  schema::Options options;
  bool operator==(const IndexFacts&) const = default;
};

enum class TableKind { kTable, kView, kMaterializedView };

struct TableFacts {
  std::string name;
  /// As asked for: nullopt is where names without a schema are looked for.
  std::optional<std::string> schema;
  TableKind kind = TableKind::kTable;
  std::vector<ColumnFacts> columns;
  std::optional<schema::PrimaryKey> primary_key;
  std::vector<schema::ForeignKey> foreign_keys;
  std::vector<schema::Unique> uniques;
  std::vector<schema::Check> checks;
  std::vector<IndexFacts> indexes;
  std::optional<std::string> comment;
  /// What SQLAlchemy warns about on the way, with the question that warns.
  std::vector<std::string> column_warnings;
  std::vector<std::string> index_warnings;
  std::vector<std::string> key_warnings;
};

/// The column as Table(autoload_with=) makes it.
schema::Column ToColumn(const ColumnFacts& facts);
/// The index as Table(autoload_with=) makes it.
schema::Index ToIndex(const IndexFacts& facts);
/// The table as Table(autoload_with=) makes it: indexes that belong to constraints are left out.
schema::Table ToTable(const TableFacts& facts);

}  // namespace limbeck::inspect

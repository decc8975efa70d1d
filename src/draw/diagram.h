#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "schema/table.h"

namespace limbeck::draw {

/// A column as a picture shows it.
struct Column {
  std::string name;
  std::string type;
  bool in_key = false;
  /// Part of a foreign key.
  bool refers = false;
  bool nullable = true;
  bool operator==(const Column&) const = default;
};

struct Table {
  /// With its schema, where it has one.
  std::string name;
  std::vector<Column> columns;
  /// How many columns are not among `columns`.
  size_t folded = 0;
  /// Place of its group in Diagram::groups.
  size_t group = 0;
  std::string comment;
  bool operator==(const Table&) const = default;
};

/// A foreign key.
struct Link {
  size_t from = 0;  ///< the table that refers
  size_t to = 0;    ///< the table that is referred to
  std::vector<std::string> columns;
  std::vector<std::string> referents;
  /// A row need not refer to anything.
  bool optional = false;
  /// At most one row refers to each.
  bool unique = false;
  /// Too far to be drawn as a line: the column says where it goes.
  bool is_far = false;
  bool operator==(const Link&) const = default;
};

/// Tables that foreign keys hold together, called after the one that most of them refer to; or
/// tables that nothing holds together.
struct Group {
  std::string name;
  std::vector<size_t> tables;
  bool operator==(const Group&) const = default;
};

/// What is drawn, whatever it is drawn as. Plain values; tables are meant by their places.
struct Diagram {
  std::vector<Table> tables;
  std::vector<Link> links;
  std::vector<Group> groups;
};

/// Which columns are shown.
enum class Columns {
  kAuto,  ///< all of them in a small picture, keys in a big one
  kAll,
  kKeys,  ///< primary and foreign keys
};

/// Gives a column's type its text.
using TypeText = std::function<std::string(const sql::Type&)>;

/// The tables with their foreign keys spelled out as constraints. References to tables that are not among them are
/// left out.
Diagram MakeDiagram(const std::vector<schema::Table>& tables, const TypeText& type_text, Columns columns);

/// From here on a picture is big: tables are put in groups, columns are folded.
constexpr size_t kBig = 25;

}  // namespace limbeck::draw

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/connection.h"

namespace limbeck::inspect {

/// One thing that a schema consists of, as a text that two databases can be compared by: a column is a thing of its
/// own, and so is a constraint. The order of columns does not count, nor what a text has in blanks.
struct SchemaObject {
  /// "table", "column", "index", "enum", ...
  std::string kind;
  /// "users", "users.email"; with its schema where that is not the connection's own.
  std::string name;
  /// "VARCHAR(255) NOT NULL"
  std::string definition;
  /// The schema where that is not the connection's own, else empty.
  std::string schema = {};
  bool operator==(const SchemaObject&) const = default;
};

/// All of a database, in the order of kinds and names.
using Snapshot = std::vector<SchemaObject>;

/// The version table is no part of what is compared.
struct SnapshotOptions {
  std::string version_table = "alembic_version";
  /// nullopt: the connection's own.
  std::optional<std::string> version_schema;
  /// PostgreSQL: only these schemas beside the connection's own; nullopt: all of them.
  std::optional<std::vector<std::string>> beside;
  /// PostgreSQL: what the connection is to look along (SearchPathOf), which decides whose names need a schema; empty:
  /// as it does already.
  std::string search_path = {};
};

/// PostgreSQL's search_path of the connection; empty elsewhere.
std::string SearchPathOf(driver::Connection& connection);

/// Tables, columns, constraints, indexes, views, triggers; on PostgreSQL also types, sequences, functions, policies,
/// extensions and comments. Takes a fixed number of queries on PostgreSQL. What an extension brings is left out.
Snapshot TakeSnapshot(driver::Connection& connection, const SnapshotOptions& options = {});

/// A thing that two snapshots do not have alike.
struct SchemaDifference {
  std::string kind;
  std::string name;
  /// Its definition in either; nullopt where it is not.
  std::optional<std::string> expected;
  std::optional<std::string> found;
  bool operator==(const SchemaDifference&) const = default;

  /// "column users.email: VARCHAR(255) expected, VARCHAR(120) found"
  std::string Text() const;
};

/// What is not alike, in order. The parts of a table that only one of them has are told by the table alone. Of schemas
/// of which nothing is expected, nothing found is told.
std::vector<SchemaDifference> CompareSnapshots(const Snapshot& expected, const Snapshot& found);

}  // namespace limbeck::inspect

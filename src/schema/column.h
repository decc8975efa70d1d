#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schema/constraint.h"
#include "schema/options.h"
#include "sql/expression.h"
#include "sql/shared.h"
#include "sql/type.h"

namespace limbeck::schema {

/// Integers that a sequence counts with; what is not set is left to the database.
struct SequenceOptions {
  std::optional<int64_t> start;
  std::optional<int64_t> increment;
  std::optional<int64_t> minvalue;
  std::optional<int64_t> maxvalue;
  std::optional<bool> nominvalue;
  std::optional<bool> nomaxvalue;
  std::optional<bool> cycle;
  std::optional<int64_t> cache;
  std::optional<bool> order;  ///< Oracle's
  bool operator==(const SequenceOptions&) const = default;
};

struct Sequence {
  sql::Name name;
  std::optional<sql::Name> schema;
  SequenceOptions options;
  std::optional<sql::Type> data_type;
  /// Only used where a database has no other way to number rows.
  bool optional = false;
  bool operator==(const Sequence&) const = default;
};

/// sa.Computed()
struct Computed {
  sql::Expression expression;
  std::optional<bool> persisted;
  bool operator==(const Computed&) const = default;
};

/// sa.Identity()
struct Identity {
  bool always = false;
  std::optional<bool> on_null;
  SequenceOptions options;
  bool operator==(const Identity&) const = default;
};

/// sa.FetchedValue(): the database sets it, by means that are not part of the column.
struct FetchedValue {
  bool operator==(const FetchedValue&) const = default;
};

/// What the database puts into a column by itself. A plain string of a script is a literal ('...'), sa.text() is SQL.
using ServerDefault = std::variant<std::string, sql::Expression, Computed, Identity, FetchedValue>;

/// What `default=` gives on the client's side.
struct NoDefault {
  bool operator==(const NoDefault&) const = default;
};
/// A Python function; it is the script's, so here is only that there is one.
struct CallableDefault {
  bool operator==(const CallableDefault&) const = default;
};
/// A sequence is met too rarely for each column to have room for one.
using ClientDefault = std::variant<NoDefault, sql::Value, sql::Expression, CallableDefault, sql::Shared<Sequence>>;

/// autoincrement=: a key column counts by itself when it is the only one, an integer, and refers to nothing ("auto").
enum class Autoincrement { kAuto, kYes, kNo, kIgnoreForeignKey };

struct Column {
  sql::Name name;
  sql::Type type;
  /// nullopt: not said, which means yes, unless the column is part of the primary key or an identity.
  std::optional<bool> nullable;
  bool primary_key = false;
  std::optional<ServerDefault> server_default;
  ClientDefault client_default;
  Autoincrement autoincrement = Autoincrement::kAuto;
  /// unique=True and index=True; constraints and indexes that are written out are the table's.
  bool unique = false;
  bool index = false;
  std::optional<std::string> comment;
  /// ForeignKey(...) arguments of the column. `columns` of each is empty: it is this one.
  std::vector<ForeignKey> foreign_keys;
  /// CheckConstraint arguments of the column; they are written with it.
  std::vector<Check> checks;
  Options options;
  /// Part of every table of the database (PostgreSQL's oid, xmin): never written.
  bool system = false;
  /// Other name in scripts and models; empty when it is the name.
  std::string key;

  /// What scripts call the column by.
  sql::Name KeyName() const { return key.empty() ? name : sql::Name(key); }
  bool is_nullable() const { return nullable.value_or(!primary_key && !identity()); }
  const Computed* computed() const;
  const Identity* identity() const;
  bool operator==(const Column&) const = default;
};

}  // namespace limbeck::schema

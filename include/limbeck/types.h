#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "limbeck/export.h"

// Column types, as values: limbeck::types::String(50).

namespace limbeck {

namespace sql {
struct Type;
}

/// A column type. Cheap to copy; may be shared by threads. Each database writes it in its own words: DateTime(true) is
/// TIMESTAMP WITH TIME ZONE on PostgreSQL and DATETIME on SQLite.
class LIMBECK_API Type {
 public:
  explicit Type(sql::Type type);

  /// Another type on one database: types::BigInteger().On("sqlite", types::Integer()).
  Type On(const std::string& dialect, const Type& other) const;

  const sql::Type& value() const { return *value_; }

 private:
  std::shared_ptr<const sql::Type> value_;
};

namespace types {

LIMBECK_API Type String(std::optional<int> length = std::nullopt);
LIMBECK_API Type Text();
LIMBECK_API Type Integer();
LIMBECK_API Type BigInteger();
LIMBECK_API Type SmallInteger();
LIMBECK_API Type Numeric(std::optional<int> precision = std::nullopt, std::optional<int> scale = std::nullopt);
LIMBECK_API Type Float();
LIMBECK_API Type Double();
LIMBECK_API Type Boolean();
LIMBECK_API Type Date();
LIMBECK_API Type Time(bool timezone = false);
LIMBECK_API Type DateTime(bool timezone = false);
LIMBECK_API Type Interval();
LIMBECK_API Type Binary();
LIMBECK_API Type Json();
LIMBECK_API Type Jsonb();
LIMBECK_API Type Uuid();
/// A named type on PostgreSQL, made with the first table that has it; elsewhere a text as long as its longest value.
LIMBECK_API Type Enum(const std::string& name, std::vector<std::string> values);
LIMBECK_API Type Array(const Type& item);
/// Any other type, in the database's own words: "VECTOR(3)".
LIMBECK_API Type Raw(std::string text);

}  // namespace types
}  // namespace limbeck

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

// Column types, as values: limbeck::types::String(50).

namespace limbeck {

namespace sql {
struct Type;
}

/// A column type. Cheap to copy; may be shared by threads. Each database writes it in its own words: DateTime(true) is
/// TIMESTAMP WITH TIME ZONE on PostgreSQL and DATETIME on SQLite.
class Type {
 public:
  explicit Type(sql::Type type);

  /// Another type on one database: types::BigInteger().On("sqlite", types::Integer()).
  Type On(const std::string& dialect, const Type& other) const;

  const sql::Type& value() const { return *value_; }

 private:
  std::shared_ptr<const sql::Type> value_;
};

namespace types {

Type String(std::optional<int> length = std::nullopt);
Type Text();
Type Integer();
Type BigInteger();
Type SmallInteger();
Type Numeric(std::optional<int> precision = std::nullopt, std::optional<int> scale = std::nullopt);
Type Float();
Type Double();
Type Boolean();
Type Date();
Type Time(bool timezone = false);
Type DateTime(bool timezone = false);
Type Interval();
Type Binary();
Type Json();
Type Jsonb();
Type Uuid();
/// A named type on PostgreSQL, made with the first table that has it; elsewhere a text as long as its longest value.
Type Enum(const std::string& name, std::vector<std::string> values);
Type Array(const Type& item);
/// Any other type, in the database's own words: "VECTOR(3)".
Type Raw(std::string text);

}  // namespace types
}  // namespace limbeck

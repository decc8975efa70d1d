#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace limbeck::driver {

using Null = std::monostate;

struct Blob {
  std::string bytes;
  bool operator==(const Blob&) const = default;
};

/// A text with a PostgreSQL type: `{"12.50", 1700}` is a numeric. SQLite binds the text alone.
struct TypedText {
  std::string text;
  uint32_t type = 0;
  bool operator==(const TypedText&) const = default;
};

/// A value for a place in a statement: `?` on SQLite, `$1` on PostgreSQL. PostgreSQL is told the type that psycopg2's
/// literal would have had: integer or bigint by size, numeric for a double, bytea, boolean; a text is left to the
/// server, as a quoted literal is.
using Parameter = std::variant<Null, bool, int64_t, double, std::string, Blob, TypedText>;
using Parameters = std::vector<Parameter>;

}  // namespace limbeck::driver

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace limbeck::sql {

/// An identifier as the user wrote it: a table's, a column's, a constraint's. Quotes are the dialect's business,
/// unless the user decided (SQLAlchemy's `quoted_name`). Two names are equal when their texts are.
struct Name {
  std::string text;
  /// true: always quoted; false: never; nullopt: when the dialect needs it.
  std::optional<bool> quote;
  /// Of a table: its schema stands for itself, whatever others stand for (see SchemaMap).
  bool keeps_schema = false;

  Name() = default;
  Name(std::string name, std::optional<bool> quoted = std::nullopt) : text(std::move(name)), quote(quoted) {}
  Name(std::string_view name) : text(name) {}
  Name(const char* name) : text(name) {}

  bool empty() const { return text.empty(); }
  bool operator==(const Name& other) const { return text == other.text; }
};

}  // namespace limbeck::sql

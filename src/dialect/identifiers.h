#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dialect/schema_map.h"
#include "schema/constraint.h"
#include "sql/name.h"

namespace limbeck::dialect {

/// How one database's names look.
struct IdentifierRules {
  /// Lower case, sorted.
  std::span<const std::string_view> reserved_words;
  /// Longest name of a constraint or index, in characters.
  size_t max_length = 63;
};

/// Writes names into statements.
class Identifiers {
 public:
  /// `double_percents`: the text goes through a driver that takes % for its own. `schemas`, which may be null, is
  /// borrowed.
  explicit Identifiers(IdentifierRules rules, bool double_percents = false, const SchemaMap* schemas = nullptr)
      : rules_(rules), double_percents_(double_percents), schemas_(schemas) {}

  /// The name, in quotes where it needs them: reserved words, capitals, anything but letters, digits, _ and $.
  std::string Quote(const sql::Name& name) const;
  /// As Quote, for a name that keeps its case without quotes: functions.
  std::string QuoteIllegal(const sql::Name& name) const;
  /// "schema.table", with the schema that the one given stands for, unless the table keeps its own.
  std::string Table(const sql::Name& table, const std::optional<sql::Name>& schema) const;
  /// As Table, where the schema stands for itself and a dot in it parts it ("database.owner"): in what Alembic itself
  /// writes.
  std::string AlteredTable(const sql::Name& table, const std::optional<sql::Name>& schema) const;
  /// A constraint's or index's name. One that a convention or op.f() made is cut to the database's length, with a
  /// digest at its end; for another that is too long throws Error (IdentifierError).
  std::string Constraint(const schema::ConstraintName& name) const;
  /// The same without quotes: as the database has it.
  sql::Name FinalName(const schema::ConstraintName& name) const;

  bool double_percents() const { return double_percents_; }
  /// Doubles the percent signs if the driver asks for it.
  std::string Percents(std::string text) const;

 private:
  std::string Qualified(const std::optional<sql::Name>& schema, const sql::Name& name) const;
  bool NeedsQuotes(std::string_view name) const;
  std::string InQuotes(std::string_view name) const;

  IdentifierRules rules_;
  bool double_percents_;
  const SchemaMap* schemas_;
};

}  // namespace limbeck::dialect

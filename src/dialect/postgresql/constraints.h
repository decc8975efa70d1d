#pragma once

#include <optional>
#include <string>

#include "dialect/constraint_writer.h"

namespace limbeck::dialect::postgresql {

/// PostgreSQL's constraints: NOT VALID, INCLUDE, NULLS NOT DISTINCT, EXCLUDE.
class PostgresqlConstraints : public ConstraintWriter {
 public:
  using ConstraintWriter::ConstraintWriter;

 protected:
  std::optional<std::string> PrimaryKey(const schema::PrimaryKey& key, const schema::Table& table) override;
  std::optional<std::string> ForeignKey(const schema::ForeignKey& key, const schema::Table& table) override;
  std::optional<std::string> Unique(const schema::Unique& unique, const schema::Table& table) override;
  std::optional<std::string> Check(const schema::Check& check, const schema::Table& table) override;
  std::optional<std::string> Exclude(const schema::Exclude& exclude, const schema::Table& table) override;
  std::string OnDelete(const std::string& action) const override;
  std::string UniqueModifier(const schema::Unique& unique) const override;
};

/// " INCLUDE (a, b)" of an index or a constraint, or nothing.
std::string IncludeText(const schema::Options& options, const Identifiers& identifiers);

}  // namespace limbeck::dialect::postgresql

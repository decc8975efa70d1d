#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialect/writers.h"
#include "schema/constraint.h"
#include "schema/table.h"

namespace limbeck::dialect {

/// Constraints as DDL text: "CONSTRAINT name UNIQUE (a, b)". Tables are spelled out; names are resolved.
class ConstraintWriter {
 public:
  explicit ConstraintWriter(Writers& writers) : writers_(writers) {}
  virtual ~ConstraintWriter() = default;

  /// Returns nullopt for a constraint that is not written in this table's CREATE.
  std::optional<std::string> Text(const schema::Constraint& constraint, const schema::Table& table);
  /// A CHECK that is part of its column.
  virtual std::string ColumnCheck(const schema::Check& check);
  /// MATCH, ON DELETE, ON UPDATE, DEFERRABLE: what stands behind REFERENCES t (c).
  std::string ForeignKeyClauses(const schema::ForeignKey& key);

 protected:
  virtual std::optional<std::string> PrimaryKey(const schema::PrimaryKey& key, const schema::Table& table);
  virtual std::optional<std::string> ForeignKey(const schema::ForeignKey& key, const schema::Table& table);
  virtual std::optional<std::string> Unique(const schema::Unique& unique, const schema::Table& table);
  virtual std::optional<std::string> Check(const schema::Check& check, const schema::Table& table);
  virtual std::optional<std::string> Exclude(const schema::Exclude& exclude, const schema::Table& table);
  virtual std::string OnDelete(const std::string& action) const;
  virtual std::string ReferentTable(const schema::ForeignKey& key) const;
  /// Stands between UNIQUE and its columns.
  virtual std::string UniqueModifier(const schema::Unique&) const { return ""; }

  /// "CONSTRAINT name ", or nothing.
  std::string Prefix(const schema::ConstraintName& name) const;
  std::string ColumnList(const std::vector<sql::Name>& columns) const;
  std::string Deferrability(std::optional<bool> deferrable, const std::optional<std::string>& initially) const;

  Writers& writers() { return writers_; }
  const Writers& writers() const { return writers_; }

 private:
  std::string CheckText(const schema::Check& check);

  Writers& writers_;
};

}  // namespace limbeck::dialect

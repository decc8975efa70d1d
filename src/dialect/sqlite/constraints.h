#pragma once

#include <optional>
#include <string>

#include "dialect/constraint_writer.h"

namespace limbeck::dialect::sqlite {

/// SQLite's constraints: ON CONFLICT; keys into another schema do not exist.
class SqliteConstraints : public ConstraintWriter {
 public:
  using ConstraintWriter::ConstraintWriter;

  std::string ColumnCheck(const schema::Check& check) override;

 protected:
  std::optional<std::string> PrimaryKey(const schema::PrimaryKey& key, const schema::Table& table) override;
  std::optional<std::string> ForeignKey(const schema::ForeignKey& key, const schema::Table& table) override;
  std::optional<std::string> Unique(const schema::Unique& unique, const schema::Table& table) override;
  std::optional<std::string> Check(const schema::Check& check, const schema::Table& table) override;
  std::string ReferentTable(const schema::ForeignKey& key) const override;
};

/// The key column is written as INTEGER PRIMARY KEY AUTOINCREMENT, so that the key has no line of its own.
bool HasInlineKey(const schema::Column& column, const schema::Table& table);

}  // namespace limbeck::dialect::sqlite

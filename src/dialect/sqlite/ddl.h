#pragma once

#include <optional>
#include <string>

#include "dialect/ddl_writer.h"

namespace limbeck::dialect::sqlite {

/// SQLite's DDL.
class SqliteDdl : public DdlWriter {
 public:
  explicit SqliteDdl(Writers& parts);

  std::string ColumnSpecification(const schema::Column& column, const schema::Table& table) override;
  std::string CreateIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) override;
  std::string DropIndex(const schema::ConstraintName& name, const std::optional<sql::Name>& schema,
                        const schema::Options& options, bool if_exists) override;

 protected:
  std::string ComputedText(const schema::Computed& computed) override;
  std::string TableSuffix(const schema::Table& table) override;
  bool CanAddForeignKeys() const override { return false; }

 private:
  std::string InlineKey(const schema::Column& column, const schema::Table& table);
  std::string IndexName(const schema::ConstraintName& name, const std::optional<sql::Name>& schema);
};

}  // namespace limbeck::dialect::sqlite

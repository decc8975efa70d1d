#pragma once

#include <optional>
#include <string>

#include "dialect/ddl_writer.h"

namespace limbeck::dialect::postgresql {

/// PostgreSQL's DDL.
class PostgresqlDdl : public DdlWriter {
 public:
  explicit PostgresqlDdl(Writers& parts);

  std::string ColumnSpecification(const schema::Column& column, const schema::Table& table) override;
  std::string CreateIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) override;
  std::string DropIndex(const schema::ConstraintName& name, const std::optional<sql::Name>& schema,
                        const schema::Options& options, bool if_exists) override;

  /// CREATE TYPE ... AS ENUM, CREATE DOMAIN
  std::string CreateType(const sql::Type& type);
  std::string DropType(const sql::Type& type, bool if_exists);

 protected:
  std::string ComputedText(const schema::Computed& computed) override;
  std::string TableSuffix(const schema::Table& table) override;
  bool CanAddForeignKeys() const override { return true; }

 private:
  std::string IndexElementText(const schema::IndexElement& element, const schema::Index& index);
  std::string IndexOptions(const schema::Index& index);
  std::string CreateDomain(const sql::DomainDetails& domain, const std::string& name);
  const class PostgresqlTypes& types();
};

}  // namespace limbeck::dialect::postgresql

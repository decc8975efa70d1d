#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialect/operation_writer.h"
#include "dialect/postgresql/ddl.h"

namespace limbeck::dialect::postgresql {

/// Operations as PostgreSQL has them: types before their tables, USING, comments, enums.
class PostgresqlOperations : public OperationWriter {
 public:
  PostgresqlOperations(PostgresqlDdl& ddl_writer, Writers& parts, const RenderOptions& render_options,
                       RunMemory& run_memory)
      : OperationWriter(ddl_writer, parts, render_options, run_memory), postgresql_ddl_(ddl_writer) {}

 protected:
  schema::TypeRules type_rules() const override { return {.dialect = "postgresql"}; }
  bool has_comments() const override { return true; }
  void AddConstraintTo(const schema::Table& table, const schema::Constraint& constraint) override;
  void DropConstraintOf(const schema::Table& table, const schema::ConstraintName& name, std::string_view kind,
                        bool if_exists) override;
  void DropTypeCheckOf(const schema::Table& table, const schema::ConstraintName& name) override;
  void CreateTypesOf(const schema::Table& table) override;
  void DropTypesOf(const schema::Table& table) override;
  void AlterColumn(const ops::AlterColumn& op) override;
  void AlterType(const ops::AlterColumn& op) override;
  void AlterComment(const ops::AlterColumn& op) override;
  void AlterIdentity(const ops::AlterColumn& op) override;
  std::string_view RenameColumnWords() const override { return "RENAME "; }
  bool CanAlter(const ops::BatchStep& step) const override;
  bool casts_to_json() const override { return true; }
  void MakeRoomFor(const BatchPlan& plan, const schema::Table& existing) override;
  dialect::InTransaction IndexInTransaction(const schema::Options& options) const override;
  void CreateType(const ops::CreateType& op) override;
  void DropType(const ops::DropType& op) override;
  void AddEnumValue(const ops::AddEnumValue& op) override;
  void RenameEnumValue(const ops::RenameEnumValue& op) override;
  void RenameType(const ops::RenameType& op) override;
  void ReplaceEnum(const ops::ReplaceEnum& op) override;

 private:
  /// False when the run has met the type before; from then on it has.
  bool IsNew(const sql::Type& type);
  std::string AlterType(const sql::Name& name, const std::optional<sql::Name>& schema) const;

  PostgresqlDdl& postgresql_ddl_;
};

}  // namespace limbeck::dialect::postgresql

#pragma once

#include <string>
#include <string_view>

#include "dialect/operation_writer.h"

namespace limbeck::dialect::sqlite {

/// Operations as SQLite has them: a constraint cannot come or go without a new table, there are no named types and
/// no comments.
class SqliteOperations : public OperationWriter {
 public:
  using OperationWriter::OperationWriter;

 protected:
  schema::TypeRules type_rules() const override {
    return {.dialect = "sqlite", .native_enum = false, .native_boolean = false};
  }
  bool has_comments() const override { return false; }
  void AddConstraintTo(const schema::Table& table, const schema::Constraint& constraint) override;
  void DropConstraintOf(const schema::Table& table, const schema::ConstraintName& name, std::string_view kind,
                        bool if_exists) override;
  void DropTypeCheckOf(const schema::Table& table, const schema::ConstraintName& name) override;
  void CreateTypesOf(const schema::Table&) override {}
  void DropTypesOf(const schema::Table&) override {}
  void AlterComment(const ops::AlterColumn& op) override;
  void AlterIdentity(const ops::AlterColumn& op) override;
  std::string_view RenameColumnWords() const override { return "RENAME COLUMN "; }
  bool CanAlter(const ops::BatchStep& step) const override;
  bool casts_to_json() const override { return false; }
  void MakeRoomFor(const BatchPlan& plan, const schema::Table& existing) override;
  void CreateType(const ops::CreateType& op) override;
  void DropType(const ops::DropType& op) override;
  void AddEnumValue(const ops::AddEnumValue& op) override;
  void RenameEnumValue(const ops::RenameEnumValue& op) override;
  void RenameType(const ops::RenameType& op) override;
  void ReplaceEnum(const ops::ReplaceEnum& op) override;
};

}  // namespace limbeck::dialect::sqlite

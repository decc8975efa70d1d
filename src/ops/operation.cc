#include "ops/operation.h"

namespace limbeck::ops {
namespace {

struct NameOf {
  const char* operator()(const CreateTable&) const { return "create_table"; }
  const char* operator()(const DropTable&) const { return "drop_table"; }
  const char* operator()(const RenameTable&) const { return "rename_table"; }
  const char* operator()(const CreateTableComment&) const { return "create_table_comment"; }
  const char* operator()(const DropTableComment&) const { return "drop_table_comment"; }
  const char* operator()(const AddColumn&) const { return "add_column"; }
  const char* operator()(const DropColumn&) const { return "drop_column"; }
  const char* operator()(const AlterColumn&) const { return "alter_column"; }
  const char* operator()(const AddConstraint& op) const { return std::visit(*this, op.constraint); }
  const char* operator()(const DropConstraint&) const { return "drop_constraint"; }
  const char* operator()(const CreateIndex&) const { return "create_index"; }
  const char* operator()(const DropIndex&) const { return "drop_index"; }
  const char* operator()(const ExecuteSql&) const { return "execute"; }
  const char* operator()(const BulkInsert&) const { return "bulk_insert"; }
  const char* operator()(const CreateSchema&) const { return "create_schema"; }
  const char* operator()(const DropSchema&) const { return "drop_schema"; }
  const char* operator()(const CreateSequence&) const { return "create_sequence"; }
  const char* operator()(const DropSequence&) const { return "drop_sequence"; }
  const char* operator()(const CreateType&) const { return "create_type"; }
  const char* operator()(const DropType&) const { return "drop_type"; }
  const char* operator()(const AddEnumValue&) const { return "add_enum_value"; }
  const char* operator()(const RenameEnumValue&) const { return "rename_enum_value"; }
  const char* operator()(const RenameType&) const { return "rename_type"; }
  const char* operator()(const ReplaceEnum&) const { return "replace_enum"; }
  const char* operator()(const BatchAlterTable&) const { return "batch_alter_table"; }

  const char* operator()(const schema::PrimaryKey&) const { return "create_primary_key"; }
  const char* operator()(const schema::ForeignKey&) const { return "create_foreign_key"; }
  const char* operator()(const schema::Unique&) const { return "create_unique_constraint"; }
  const char* operator()(const schema::Check&) const { return "create_check_constraint"; }
  const char* operator()(const schema::Exclude&) const { return "create_exclude_constraint"; }
};

}  // namespace

std::string DirectiveName(const Operation& operation) {
  return std::visit(NameOf{}, operation);
}

}  // namespace limbeck::ops

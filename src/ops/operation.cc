#include "ops/operation.h"

#include "base/text.h"

namespace limbeck::ops {
namespace {

/// "create_materialized_view"
std::string WithKind(const char* verb, const DatabaseObject& object) {
  return verb + ("_" + ReplaceAll(object.kind, " ", "_"));
}

struct NameOf {
  std::string operator()(const CreateTable&) const { return "create_table"; }
  std::string operator()(const DropTable&) const { return "drop_table"; }
  std::string operator()(const RenameTable&) const { return "rename_table"; }
  std::string operator()(const CreateTableComment&) const { return "create_table_comment"; }
  std::string operator()(const DropTableComment&) const { return "drop_table_comment"; }
  std::string operator()(const AddColumn&) const { return "add_column"; }
  std::string operator()(const DropColumn&) const { return "drop_column"; }
  std::string operator()(const AlterColumn&) const { return "alter_column"; }
  std::string operator()(const AddConstraint& op) const { return std::visit(*this, op.constraint); }
  std::string operator()(const DropConstraint&) const { return "drop_constraint"; }
  std::string operator()(const CreateIndex&) const { return "create_index"; }
  std::string operator()(const DropIndex&) const { return "drop_index"; }
  std::string operator()(const ExecuteSql&) const { return "execute"; }
  std::string operator()(const BulkInsert&) const { return "bulk_insert"; }
  std::string operator()(const CreateSchema&) const { return "create_schema"; }
  std::string operator()(const DropSchema&) const { return "drop_schema"; }
  std::string operator()(const CreateSequence&) const { return "create_sequence"; }
  std::string operator()(const DropSequence&) const { return "drop_sequence"; }
  std::string operator()(const CreateType&) const { return "create_type"; }
  std::string operator()(const DropType&) const { return "drop_type"; }
  std::string operator()(const AddEnumValue&) const { return "add_enum_value"; }
  std::string operator()(const RenameEnumValue&) const { return "rename_enum_value"; }
  std::string operator()(const RenameType&) const { return "rename_type"; }
  std::string operator()(const ReplaceEnum&) const { return "replace_enum"; }
  std::string operator()(const CreateObject& op) const { return WithKind("create", op.object); }
  std::string operator()(const DropObject& op) const { return WithKind("drop", op.object); }
  std::string operator()(const ReplaceObject& op) const { return WithKind("replace", op.after); }
  std::string operator()(const BatchAlterTable&) const { return "batch_alter_table"; }

  std::string operator()(const schema::PrimaryKey&) const { return "create_primary_key"; }
  std::string operator()(const schema::ForeignKey&) const { return "create_foreign_key"; }
  std::string operator()(const schema::Unique&) const { return "create_unique_constraint"; }
  std::string operator()(const schema::Check&) const { return "create_check_constraint"; }
  std::string operator()(const schema::Exclude&) const { return "create_exclude_constraint"; }
};

}  // namespace

std::string DirectiveName(const Operation& operation) {
  return std::visit(NameOf{}, operation);
}

}  // namespace limbeck::ops

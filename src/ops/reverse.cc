#include "ops/reverse.h"

#include <algorithm>
#include <utility>

#include "limbeck/error.h"

namespace limbeck::ops {
namespace {

Error NotReversible(const std::string& directive, const std::string& reason) {
  return Error(ErrorKind::kUnsupported, directive + " cannot be reversed: " + reason);
}

std::optional<ConstraintType> TypeOf(const schema::Constraint& constraint) {
  if (std::holds_alternative<schema::PrimaryKey>(constraint)) return ConstraintType::kPrimary;
  if (std::holds_alternative<schema::ForeignKey>(constraint)) return ConstraintType::kForeignKey;
  if (std::holds_alternative<schema::Unique>(constraint)) return ConstraintType::kUnique;
  if (std::holds_alternative<schema::Check>(constraint)) return ConstraintType::kCheck;
  return std::nullopt;
}

// What was there takes the place of what came, where something came.
template <typename T>
void Swap(std::optional<T>& wanted, std::optional<T>& existing, const char* argument) {
  if (!wanted) return;
  if (!existing) throw NotReversible("alter_column", std::string(argument) + " was not given");
  std::swap(wanted, existing);
}

struct Reverser {
  Operation operator()(const CreateTable& op) const {
    return DropTable{.table = op.table.name,
                     .schema = op.table.schema,
                     .if_exists = op.if_not_exists,
                     .options = op.table.options,
                     .original = op.table};
  }
  Operation operator()(const DropTable& op) const {
    if (!op.original) throw NotReversible("drop_table", "the table's columns are not known");
    return CreateTable{.table = *op.original, .if_not_exists = op.if_exists, .constraints_included = true};
  }
  Operation operator()(const RenameTable& op) const {
    return RenameTable{.table = op.new_name, .new_name = op.table, .schema = op.schema};
  }
  Operation operator()(const CreateTableComment& op) const {
    if (!op.existing_comment) {
      return DropTableComment{.table = op.table, .existing_comment = op.comment, .schema = op.schema};
    }
    return CreateTableComment{op.table, op.existing_comment, op.comment, op.schema};
  }
  Operation operator()(const DropTableComment& op) const {
    return CreateTableComment{.table = op.table, .comment = op.existing_comment, .schema = op.schema};
  }

  Operation operator()(const AddColumn& op) const {
    return DropColumn{.table = op.table,
                      .column = op.column.name,
                      .schema = op.schema,
                      .if_exists = op.if_not_exists,
                      .original = op.column};
  }
  Operation operator()(const DropColumn& op) const {
    if (!op.original) throw NotReversible("drop_column", "the column's definition is not known");
    return AddColumn{.table = op.table, .column = *op.original, .schema = op.schema, .if_not_exists = op.if_exists};
  }
  Operation operator()(const AlterColumn& op) const { return ReverseAlter(op); }

  Operation operator()(const AddConstraint& op) const {
    return DropConstraint{.name = schema::NameOf(op.constraint),
                          .table = op.table,
                          .type = TypeOf(op.constraint),
                          .schema = op.schema,
                          .original = op.constraint};
  }
  Operation operator()(const DropConstraint& op) const {
    if (!op.original) throw NotReversible("drop_constraint", "the constraint's definition is not known");
    return AddConstraint{op.table, op.schema, *op.original};
  }
  Operation operator()(const CreateIndex& op) const {
    return DropIndex{.name = op.index.name,
                     .table = op.table,
                     .schema = op.schema,
                     .if_exists = op.if_not_exists,
                     .options = op.index.options,
                     .original = op.index};
  }
  Operation operator()(const DropIndex& op) const {
    if (!op.original || !op.table) throw NotReversible("drop_index", "the index's definition is not known");
    return CreateIndex{*op.table, op.schema, *op.original, op.if_exists};
  }

  Operation operator()(const ExecuteSql&) const { throw NotReversible("execute", "nobody knows what the SQL did"); }
  Operation operator()(const BulkInsert&) const { throw NotReversible("bulk_insert", "rows have no way back"); }

  Operation operator()(const CreateSchema& op) const {
    return DropSchema{.name = op.name, .if_exists = op.if_not_exists};
  }
  Operation operator()(const DropSchema& op) const { return CreateSchema{op.name, op.if_exists}; }
  Operation operator()(const CreateSequence& op) const { return DropSequence{op.sequence, op.if_not_exists}; }
  Operation operator()(const DropSequence& op) const { return CreateSequence{op.sequence, op.if_exists}; }
  Operation operator()(const CreateType& op) const {
    return DropType{.type = op.type, .comes_with_table = op.comes_with_table};
  }
  Operation operator()(const DropType& op) const { return CreateType{op.type, op.comes_with_table}; }
  Operation operator()(const RenameType& op) const { return RenameType{op.new_name, op.name, op.schema}; }
  Operation operator()(const RenameEnumValue& op) const {
    return RenameEnumValue{op.enum_name, op.new_value, op.old_value, op.schema};
  }
  Operation operator()(const AddEnumValue& op) const {
    if (!op.way_back) throw NotReversible("add_enum_value", "PostgreSQL cannot remove a value of an enum");
    return *op.way_back;
  }
  Operation operator()(const ReplaceEnum& op) const { return ReverseEnum(op); }
  Operation operator()(const CreateObject& op) const { return DropObject{op.object}; }
  Operation operator()(const DropObject& op) const { return CreateObject{op.object}; }
  Operation operator()(const ReplaceObject& op) const { return ReplaceObject{op.after, op.before}; }
  Operation operator()(const BatchAlterTable& op) const;

  static Operation ReverseAlter(const AlterColumn& op);
  static Operation ReverseEnum(const ReplaceEnum& op);
};

Operation Reverser::ReverseEnum(const ReplaceEnum& op) {
  if (op.old_values.empty()) throw NotReversible("replace_enum", "the old list of values is not known");
  ReplaceEnum reversed = op;
  std::swap(reversed.new_values, reversed.old_values);
  for (auto& [old_name, new_name] : reversed.renamed_values) std::swap(old_name, new_name);
  return reversed;
}

Operation Reverser::ReverseAlter(const AlterColumn& op) {
  AlterColumn reversed = op;
  Swap(reversed.type, reversed.existing_type, "existing_type");
  Swap(reversed.nullable, reversed.existing_nullable, "existing_nullable");
  Swap(reversed.autoincrement, reversed.existing_autoincrement, "existing_autoincrement");
  if (op.server_default.touched()) {
    if (!op.existing_server_default.touched()) {
      throw NotReversible("alter_column", "existing_server_default was not given");
    }
    std::swap(reversed.server_default, reversed.existing_server_default);
  }
  if (op.comment.touched()) {
    reversed.comment = op.existing_comment ? Change<std::string>(*op.existing_comment) : std::nullopt;
    reversed.existing_comment = op.comment.value() ? std::optional(*op.comment.value()) : std::nullopt;
  }
  std::swap(reversed.options, reversed.existing_options);
  if (op.new_name) {
    reversed.column = *op.new_name;
    reversed.new_name = op.column;
  }
  return reversed;
}

Operation Reverser::operator()(const BatchAlterTable& op) const {
  BatchAlterTable reversed = op;
  reversed.steps.clear();
  for (auto step = op.steps.rbegin(); step != op.steps.rend(); ++step) {
    Operation back = std::visit(*this, *step);
    std::visit(
        [&](auto& part) {
          if constexpr (std::is_constructible_v<BatchStep, decltype(part)>) reversed.steps.emplace_back(part);
        },
        back);
  }
  // The script's picture of the table is of before the batch.
  reversed.copy_from = {};
  return reversed;
}

}  // namespace

Operation Reverse(const Operation& operation) {
  return std::visit(Reverser{}, operation);
}

}  // namespace limbeck::ops

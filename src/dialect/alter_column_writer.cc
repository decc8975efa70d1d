#include "dialect/operation_writer.h"
#include "sql/errors.h"

// alter_column: one statement for each property that changes, the new name last.

namespace limbeck::dialect {
namespace {

template <typename T>
bool Holds(const ops::Change<schema::ServerDefault>& change) {
  return change.value() && std::holds_alternative<T>(*change.value());
}

template <typename T>
bool Concerns(const ops::AlterColumn& op) {
  return Holds<T>(op.server_default) || Holds<T>(op.existing_server_default);
}

}  // namespace

std::string OperationWriter::AlterColumnPrefix(const ops::AlterColumn& op) const {
  return AlterTable(op.table, op.schema) + "ALTER COLUMN " + writers_.identifiers.Quote(op.column) + " ";
}

std::optional<schema::Check> OperationWriter::TypeCheckOf(const ops::AlterColumn& op, const sql::Type& type) const {
  schema::Table table = BareTable(op.table, op.schema);
  table.columns.push_back({.name = op.column, .type = type});
  schema::Table spelled = Spell(table);
  if (spelled.constraints.empty()) return std::nullopt;
  return std::get<schema::Check>(spelled.constraints[0]);
}

void OperationWriter::AlterColumnAndChecks(const ops::AlterColumn& op) {
  if (op.autoincrement || op.existing_autoincrement) {
    Warn("autoincrement and existing_autoincrement only make sense for MySQL");
  }
  schema::Table table = BareTable(op.table, op.schema);
  if (op.existing_type && op.type) {
    if (std::optional<schema::Check> old_check = TypeCheckOf(op, *op.existing_type)) {
      DropTypeCheckOf(table, old_check->name);
    }
  }
  AlterColumn(op);
  if (!op.type) return;
  if (std::optional<schema::Check> check = TypeCheckOf(op, *op.type)) AddConstraintTo(table, *check);
}

void OperationWriter::AlterColumn(const ops::AlterColumn& op) {
  if (op.nullable) Emit(AlterColumnPrefix(op) + (*op.nullable ? "DROP NOT NULL" : "SET NOT NULL"));
  AlterServerDefault(op);
  if (op.type) AlterType(op);
  if (op.comment.touched()) AlterComment(op);
  AlterName(op);
}

void OperationWriter::AlterServerDefault(const ops::AlterColumn& op) {
  if (!op.server_default.touched()) return;
  if (Concerns<schema::Computed>(op)) {
    throw sql::CompileError(
        "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not "
        "supported.");
  }
  if (Concerns<schema::Identity>(op)) return AlterIdentity(op);
  const schema::ServerDefault* value = op.server_default.value();
  Emit(AlterColumnPrefix(op) + (value ? "SET DEFAULT " + ddl_.DefaultText(*value).value_or("") : "DROP DEFAULT"));
}

void OperationWriter::AlterType(const ops::AlterColumn& op) {
  Emit(AlterColumnPrefix(op) + "TYPE " + writers_.types->Text(*op.type));
}

void OperationWriter::AlterName(const ops::AlterColumn& op) {
  if (!op.new_name) return;
  Emit(AlterTable(op.table, op.schema) + std::string(RenameColumnWords()) + writers_.identifiers.Quote(op.column) +
       " TO " + writers_.identifiers.Quote(*op.new_name));
}

}  // namespace limbeck::dialect

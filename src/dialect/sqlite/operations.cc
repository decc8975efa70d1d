#include "dialect/sqlite/operations.h"

#include "sql/errors.h"

namespace limbeck::dialect::sqlite {
namespace {

[[noreturn]] void RefuseAlterOfConstraints() {
  throw sql::NotImplementedError(
      "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which allows for "
      "SQLite migrations using a copy-and-move strategy.");
}

[[noreturn]] void RefuseEnum(std::string_view directive) {
  throw Error(ErrorKind::kUnsupported,
              std::string(directive) + " needs PostgreSQL: SQLite keeps an Enum as text, with a CHECK at most")
      .Hint("give the column its new Enum with batch_alter_table and alter_column(type_=...)");
}

// ADD COLUMN takes no default that has to be computed, and no constraint but those written with the column.
bool CanAddColumn(const ops::AddColumn& op, const schema::TypeRules& rules) {
  const schema::Column& column = op.column;
  bool computes = column.server_default && std::holds_alternative<sql::Expression>(*column.server_default);
  bool stores = column.computed() && column.computed()->persisted.value_or(false);
  bool unique = column.unique && !column.index;
  bool refers = column.foreign_keys.size() > (op.inline_references.value_or(false) ? 1U : 0U);
  return !computes && !stores && !unique && !refers && !schema::TypeCheck(column, rules);
}

}  // namespace

bool SqliteOperations::CanAlter(const ops::BatchStep& step) const {
  if (const auto* add = std::get_if<ops::AddColumn>(&step)) return CanAddColumn(*add, type_rules());
  return std::holds_alternative<ops::CreateIndex>(step) || std::holds_alternative<ops::DropIndex>(step);
}

void SqliteOperations::MakeRoomFor(const BatchPlan&, const schema::Table&) {}

void SqliteOperations::AddConstraintTo(const schema::Table&, const schema::Constraint& constraint) {
  const auto* check = std::get_if<schema::Check>(&constraint);
  if (!check || !check->type_bound) RefuseAlterOfConstraints();
  Warn(
      "Skipping unsupported ALTER for creation of implicit constraint. Please refer to the batch mode feature which "
      "allows for SQLite migrations using a copy-and-move strategy.");
}

void SqliteOperations::DropConstraintOf(const schema::Table&, const schema::ConstraintName&, std::string_view, bool) {
  RefuseAlterOfConstraints();
}

void SqliteOperations::DropTypeCheckOf(const schema::Table&, const schema::ConstraintName&) {}

void SqliteOperations::AlterComment(const ops::AlterColumn&) {
  throw sql::UnsupportedCompilationError(
      "Compiler <sqlalchemy.dialects.sqlite.base.SQLiteDDLCompiler object> can't render element of type <class "
      "'alembic.ddl.base.ColumnComment'>: <class 'alembic.ddl.base.ColumnComment'> construct has no default "
      "compilation handler.");
}

void SqliteOperations::AlterIdentity(const ops::AlterColumn&) {
  throw sql::CompileError(
      "Adding, removing or modifying an \"identity\" construct, e.g. GENERATED AS IDENTITY, to or from an existing "
      "column is not supported in this dialect.");
}

// Enum.create() and drop() do nothing where an Enum is no type of the database.
void SqliteOperations::CreateType(const ops::CreateType&) {}
void SqliteOperations::DropType(const ops::DropType&) {}

void SqliteOperations::AddEnumValue(const ops::AddEnumValue&) {
  RefuseEnum("add_enum_value");
}
void SqliteOperations::RenameEnumValue(const ops::RenameEnumValue&) {
  RefuseEnum("rename_enum_value");
}
void SqliteOperations::RenameType(const ops::RenameType&) {
  RefuseEnum("rename_type");
}
void SqliteOperations::ReplaceEnum(const ops::ReplaceEnum&) {
  RefuseEnum("replace_enum");
}

}  // namespace limbeck::dialect::sqlite

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialect/batch.h"
#include "dialect/ddl_writer.h"
#include "dialect/dialect.h"
#include "dialect/writers.h"
#include "ops/operation.h"
#include "schema/spell.h"

namespace limbeck::dialect {

/// Operations as statements, as Alembic's `impl` classes make them: which statements an operation takes, and in which
/// order. One object renders one operation; what it was given is borrowed.
class OperationWriter {
 public:
  OperationWriter(DdlWriter& ddl, Writers& writers, const RenderOptions& options, RunMemory& memory)
      : ddl_(ddl), writers_(writers), options_(options), memory_(memory) {}
  virtual ~OperationWriter() = default;

  Rendered Write(const ops::Operation& operation);
  /// A batch that rebuilds the table, which is given as it is.
  Rendered WriteRebuild(const ops::BatchAlterTable& op, const schema::Table& existing, const ExistingTable& facts);
  /// The steps, up to `end`, are not possible with ALTER alone.
  bool NeedsRebuild(const ops::BatchAlterTable& op, size_t end) const;

 protected:
  // What databases differ in.
  virtual schema::TypeRules type_rules() const = 0;
  virtual bool has_comments() const = 0;
  /// ALTER TABLE ... ADD, of a constraint whose name is resolved.
  virtual void AddConstraintTo(const schema::Table& table, const schema::Constraint& constraint) = 0;
  virtual void DropConstraintOf(const schema::Table& table, const schema::ConstraintName& name, std::string_view kind,
                                bool if_exists) = 0;
  /// The CHECK of a column's type, which nobody wrote as a constraint.
  virtual void DropTypeCheckOf(const schema::Table& table, const schema::ConstraintName& name) = 0;
  /// Types that come and go with a table.
  virtual void CreateTypesOf(const schema::Table& table) = 0;
  virtual void DropTypesOf(const schema::Table& table) = 0;
  virtual void AlterColumn(const ops::AlterColumn& op);
  virtual void AlterComment(const ops::AlterColumn& op) = 0;
  virtual void AlterIdentity(const ops::AlterColumn& op) = 0;
  /// Between the table and the old name of a column.
  virtual std::string_view RenameColumnWords() const = 0;
  /// ALTER TABLE can do the step.
  virtual bool CanAlter(const ops::BatchStep& step) const = 0;
  /// A batch casts columns that become JSON.
  virtual bool casts_to_json() const = 0;
  /// Before a table gets a successor: what would clash with it goes.
  virtual void MakeRoomFor(const BatchPlan& plan, const schema::Table& existing) = 0;
  virtual InTransaction IndexInTransaction(const schema::Options&) const { return InTransaction::kFine; }
  virtual void CreateType(const ops::CreateType& op) = 0;
  virtual void DropType(const ops::DropType& op) = 0;
  virtual void AddEnumValue(const ops::AddEnumValue& op) = 0;
  virtual void RenameEnumValue(const ops::RenameEnumValue& op) = 0;
  virtual void RenameType(const ops::RenameType& op) = 0;
  virtual void ReplaceEnum(const ops::ReplaceEnum& op) = 0;

  void Emit(std::string text, InTransaction in_transaction = InTransaction::kFine);
  void EmitAll(const std::vector<std::string>& texts);
  void Warn(std::string message) { result_.warnings.push_back(std::move(message)); }
  /// "ALTER TABLE t "
  std::string AlterTable(const sql::Name& table, const std::optional<sql::Name>& schema) const;
  /// "ALTER TABLE t ALTER COLUMN c "
  std::string AlterColumnPrefix(const ops::AlterColumn& op) const;
  virtual void AlterType(const ops::AlterColumn& op);
  void AlterServerDefault(const ops::AlterColumn& op);
  void AlterName(const ops::AlterColumn& op);
  schema::Table Spell(const schema::Table& table, bool included = false) const;

  DdlWriter& ddl() { return ddl_; }
  Writers& writers() { return writers_; }
  const Writers& writers() const { return writers_; }
  RunMemory& memory() { return memory_; }

 private:
  struct Dispatcher;

  void Perform(const ops::Operation& operation);
  void CreateTable(const ops::CreateTable& op);
  /// A spelled table with all that comes with it.
  void EmitTable(const schema::Table& table, bool if_not_exists);
  void DropTable(const ops::DropTable& op);
  void RenameTable(const ops::RenameTable& op);
  void CreateTableComment(const ops::CreateTableComment& op);
  void DropTableComment(const ops::DropTableComment& op);
  void AddColumn(const ops::AddColumn& op);
  void AddWhatComesWith(const ops::AddColumn& op, const schema::Table& spelled);
  void DropColumn(const ops::DropColumn& op);
  void AlterColumnAndChecks(const ops::AlterColumn& op);
  void AddConstraint(const ops::AddConstraint& op);
  void DropConstraint(const ops::DropConstraint& op);
  void CreateIndex(const ops::CreateIndex& op);
  void DropIndex(const ops::DropIndex& op);
  void EmitIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists = false);
  void BulkInsert(const ops::BulkInsert& op);
  void Batch(const ops::BatchAlterTable& op);
  void CheckPlacement(const ops::BatchAlterTable& op) const;
  void EmitPlan(const BatchPlan& plan, const schema::Table& existing);
  std::string CopyRowsText(const BatchPlan& plan, const schema::Table& existing);

  std::string InlineReferences(const ops::AddColumn& op);
  /// The CHECK that the type asks for; its name resolved.
  std::optional<schema::Check> TypeCheckOf(const ops::AlterColumn& op, const sql::Type& type) const;
  sql::Expression RowValue(const schema::Column& column, const sql::Expression& value) const;
  std::optional<sql::Expression> MissingRowValue(const schema::Column& column) const;
  const schema::NamingConvention& naming() const;

  DdlWriter& ddl_;
  Writers& writers_;
  const RenderOptions& options_;
  RunMemory& memory_;
  Rendered result_;
};

/// The name under which a constraint is dropped: the naming convention may build more than is given.
schema::ConstraintName ResolvedName(const ops::DropConstraint& op, const schema::NamingConvention& naming);

/// A table of which no more than the name is known.
schema::Table BareTable(const sql::Name& name, const std::optional<sql::Name>& schema);

}  // namespace limbeck::dialect

#include <vector>

#include "base/text.h"
#include "dialect/operation_writer.h"
#include "sql/errors.h"

// batch_alter_table: its steps one by one where ALTER can do them, else a new table in the old one's place.

namespace limbeck::dialect {
namespace {

ops::Operation AsOperation(const ops::BatchStep& step) {
  return std::visit([](const auto& op) { return ops::Operation(op); }, step);
}

}  // namespace

bool OperationWriter::NeedsRebuild(const ops::BatchAlterTable& op, size_t end) const {
  if (op.recreate != ops::Recreate::kAuto) return op.recreate == ops::Recreate::kAlways;
  for (size_t i = 0; i < end; ++i) {
    if (!CanAlter(op.steps[i])) return true;
  }
  return false;
}

void OperationWriter::CheckPlacement(const ops::BatchAlterTable& op) const {
  for (size_t i = 0; i < op.steps.size(); ++i) {
    const auto* add = std::get_if<ops::AddColumn>(&op.steps[i]);
    if (!add || (!add->insert_before && !add->insert_after) || NeedsRebuild(op, i)) continue;
    throw sql::CommandError(
        "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'");
  }
}

void OperationWriter::Batch(const ops::BatchAlterTable& op) {
  CheckPlacement(op);
  if (!NeedsRebuild(op, op.steps.size())) {
    for (const ops::BatchStep& step : op.steps) Perform(AsOperation(step));
    return;
  }
  if (!op.copy_from) {
    throw sql::CommandError(
        "This operation cannot proceed in --sql mode; batch mode with dialect " + std::string(type_rules().dialect) +
        " requires a live database connection with which to reflect the table \"" + op.table.text +
        "\". To generate a batch SQL migration script using table \"move and copy\", a complete Table object should be "
        "passed to the \"copy_from\" argument of the batch_alter_table() method so that table reflection can be "
        "skipped.");
  }
  result_ = WriteRebuild(op, *op.copy_from, {.reflected = false});
}

Rendered OperationWriter::WriteRebuild(const ops::BatchAlterTable& op, const schema::Table& existing,
                                       const ExistingTable& facts) {
  CheckPlacement(op);
  BatchPlan plan = PlanBatch(op, existing,
                             {.rules = type_rules(),
                              .naming = naming(),
                              .reflected = facts.reflected,
                              .keep_unnamed_checks = facts.keep_unnamed_checks,
                              .casts_to_json = casts_to_json()});
  for (const std::string& warning : plan.warnings) Warn(warning);
  EmitPlan(plan, existing);
  return std::move(result_);
}

std::string OperationWriter::CopyRowsText(const BatchPlan& plan, const schema::Table& existing) {
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (const BatchTransfer& transfer : plan.transfers) {
    columns.push_back(writers_.identifiers.Quote(transfer.into));
    std::string value = writers_.defaults->Write(transfer.value);
    bool is_cast = transfer.value.As<sql::Cast>() != nullptr;
    values.push_back(is_cast ? value + " AS " + writers_.identifiers.Quote(transfer.from) : value);
  }
  return "INSERT INTO " + writers_.identifiers.Table(plan.new_table.name, plan.new_table.schema) + " (" +
         Join(columns, ", ") + ") SELECT " + Join(values, ", ") + " \nFROM " +
         writers_.identifiers.Table(existing.name, existing.schema);
}

void OperationWriter::EmitPlan(const BatchPlan& plan, const schema::Table& existing) {
  MakeRoomFor(plan, existing);
  EmitTable(plan.new_table, /*if_not_exists=*/false);
  Emit(CopyRowsText(plan, existing));
  Emit(ddl_.DropTable(existing.name, existing.schema, /*if_exists=*/false));
  DropTypesOf(Spell(existing, /*included=*/true));
  RenameTable({.table = plan.new_table.name, .new_name = existing.name, .schema = existing.schema});
  schema::Table renamed = plan.new_table;
  renamed.name = existing.name;
  for (const schema::Index& index : plan.indexes) EmitIndex(index, renamed);
}

}  // namespace limbeck::dialect

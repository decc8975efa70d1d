#include "engine/batch_rebuild.h"

#include "inspect/catalogue.h"
#include "limbeck/error.h"

namespace limbeck::engine {
namespace {

/// reflect_args=: the script's columns stand for those that were read, or come behind them.
void ReplaceColumns(const std::vector<schema::Column>& columns, schema::Table& table) {
  for (const schema::Column& column : columns) {
    if (schema::Column* found = table.FindColumn(column.name.text)) {
      *found = column;
    } else {
      table.columns.push_back(column);
    }
  }
}

schema::Table ReadExisting(driver::Connection& connection, const ops::BatchAlterTable& batch,
                           std::vector<std::string>& warnings) {
  std::optional<std::string> schema;
  if (batch.schema) schema = batch.schema->text;
  const std::optional<inspect::TableFacts> facts = inspect::ReadTable(connection, batch.table.text, schema);
  if (!facts) {
    const std::string name = (schema ? *schema + "." : "") + batch.table.text;
    throw Error(ErrorKind::kScript, name).ExceptionClass("sqlalchemy.exc.NoSuchTableError");
  }
  for (const auto* list : {&facts->column_warnings, &facts->key_warnings, &facts->index_warnings}) {
    warnings.insert(warnings.end(), list->begin(), list->end());
  }
  schema::Table table = inspect::ToTable(*facts);
  table.name = batch.table;
  table.schema = batch.schema;
  ReplaceColumns(batch.reflect_columns, table);
  return table;
}

}  // namespace

dialect::Rendered RenderRebuild(driver::Connection& connection, const dialect::Dialect& dialect,
                                const ops::BatchAlterTable& batch, const dialect::RenderOptions& options,
                                dialect::RunMemory& memory, std::vector<std::string>& warnings) {
  if (batch.copy_from) return dialect.Render(batch, options, memory);
  return dialect.RenderBatch(batch, ReadExisting(connection, batch, warnings), {}, options, memory);
}

}  // namespace limbeck::engine

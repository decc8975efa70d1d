#include "library/model_tables.h"

#include <algorithm>

#include "limbeck/error.h"
#include "ops/sink.h"

namespace limbeck::library {
namespace {

schema::Table& TableOf(std::vector<schema::Table>& tables, const ops::CreateIndex& operation) {
  const auto is_meant = [&](const schema::Table& table) {
    return table.name == operation.table && table.schema == operation.schema;
  };
  const auto found = std::find_if(tables.begin(), tables.end(), is_meant);
  if (found != tables.end()) return *found;
  throw Error(ErrorKind::kConfig,
              "an index of the models is on \"" + operation.table.text + "\", which is none of them");
}

}  // namespace

std::vector<schema::Table> ModelTables(const Models& models) {
  ops::RecordingSink recorded;
  Operations operations(recorded);
  for (const limbeck::CreateTable& table : models.tables) operations.CreateTable(table);
  for (const limbeck::CreateIndex& index : models.indexes) operations.CreateIndex(index);
  std::vector<schema::Table> tables;
  for (const ops::Operation& operation : recorded.operations()) {
    if (const auto* table = std::get_if<ops::CreateTable>(&operation)) tables.push_back(table->table);
    if (const auto* index = std::get_if<ops::CreateIndex>(&operation)) {
      TableOf(tables, *index).indexes.push_back(index->index);
    }
  }
  return tables;
}

}  // namespace limbeck::library

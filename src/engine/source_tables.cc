#include "engine/source_tables.h"

#include "pymodules/comparison_backend.h"

namespace limbeck::engine {

SourceTables::SourceTables(OpenSchema schema, const SchemaScope& scope) : schema_(std::move(schema)), scope_(scope) {
  for (compare::ModelTable& model : ReadAsModels(schema_.connection(), scope_)) {
    tables_.push_back(std::move(model.table));
  }
}

SourceTables::Contents SourceTables::Make(const pymodules::Models&) {
  driver::Connection& connection = schema_.connection().driver();
  const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(connection);
  return {{ReadDatabaseSchema(schema_.connection(), scope_).tables, {}},
          pymodules::ReadFreeSequences(*catalogue, std::nullopt),
          pymodules::ReadObjectVersions(connection)};
}

}  // namespace limbeck::engine

#include "engine/source_tables.h"

#include "pymodules/comparison_backend.h"

namespace limbeck::engine {

SourceTables::SourceTables(OpenSchema schema, const SchemaScope& scope)
    : schema_(std::move(schema)), read_(ReadDatabaseSchema(schema_.connection(), scope)) {
  for (compare::ModelTable& model : AsModels(read_, schema_.connection())) {
    tables_.push_back(std::move(model.table));
  }
}

SourceTables::Contents SourceTables::Make(const pymodules::Models&) {
  driver::Connection& connection = schema_.connection().driver();
  const std::unique_ptr<inspect::Catalogue> catalogue = inspect::OpenCatalogue(connection);
  return {{read_.tables, {}},
          pymodules::ReadFreeSequences(*catalogue, std::nullopt),
          pymodules::ReadObjectVersions(connection)};
}

}  // namespace limbeck::engine

#include "inspect/catalogue.h"

#include "inspect/postgresql/catalogue.h"
#include "inspect/rehearsal/database.h"
#include "inspect/sqlite/catalogue.h"

namespace limbeck::inspect {

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection) {
  if (driver::StandIn* stand_in = connection.stand_in()) return rehearsal::CatalogueOf(*stand_in);
  if (connection.backend() == driver::Backend::kSqlite) return sqlite::OpenCatalogue(connection);
  return postgresql::OpenCatalogue(connection);
}

std::optional<TableFacts> ReadTable(driver::Connection& connection, const std::string& name,
                                    const std::optional<std::string>& schema) {
  TableQuery query;
  query.schema = schema;
  query.names = {name};
  query.views = true;
  query.materialized_views = true;
  std::vector<TableFacts> tables = OpenCatalogue(connection)->Tables(query);
  if (tables.empty()) return std::nullopt;
  return std::move(tables.front());
}

}  // namespace limbeck::inspect

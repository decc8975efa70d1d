#include "inspect/has_table.h"

#include "inspect/catalogue.h"

namespace limbeck::inspect {

bool HasTable(driver::Connection& connection, const std::string& table, const std::optional<std::string>& schema) {
  return OpenCatalogue(connection)->HasTable(table, schema);
}

}  // namespace limbeck::inspect

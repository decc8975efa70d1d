#include "inspect/database_objects.h"

#include "inspect/postgresql/database_objects.h"
#include "inspect/sqlite/database_objects.h"

namespace limbeck::inspect {

std::vector<ObjectFacts> ReadObjects(driver::Connection& connection) {
  return connection.backend() == driver::Backend::kSqlite ? sqlite::ReadObjects(connection)
                                                          : postgresql::ReadObjects(connection);
}

}  // namespace limbeck::inspect

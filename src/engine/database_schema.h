#pragma once

#include <set>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/compare.h"
#include "pymodules/script_connection.h"

namespace limbeck::engine {

/// What a database holds, as comparison takes it.
struct DatabaseSchema {
  std::string default_schema;
  std::vector<compare::DatabaseTable> tables;
};

/// Which tables of a database count.
struct SchemaScope {
  /// Names, as "alembic_version".
  std::set<std::string> left_out;
  /// Not only the default schema, but all that are not the database's own.
  bool all_schemas = false;
};

/// The tables of a database, read by a number of queries that does not depend on how many there are.
DatabaseSchema ReadDatabaseSchema(pymodules::ScriptConnection& connection, const SchemaScope& scope);

/// The same tables as models have them, in an order in which they can be created.
std::vector<compare::ModelTable> AsModels(const DatabaseSchema& schema, pymodules::ScriptConnection& connection);

/// What has to be done to `from` so that it is as `to`: both databases are of one kind. Server defaults are compared.
/// Neither is changed. Throws Error (kCommand) for databases of two kinds.
compare::Changes CompareDatabases(pymodules::ScriptConnection& from, pymodules::ScriptConnection& to,
                                  const SchemaScope& scope);

/// The same with tables in place of `to`, in an order in which they can be created.
compare::Changes CompareToTables(pymodules::ScriptConnection& from, const std::vector<compare::ModelTable>& to,
                                 const SchemaScope& scope);

}  // namespace limbeck::engine

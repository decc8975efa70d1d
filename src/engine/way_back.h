#pragma once

#include "compare/change.h"
#include "driver/connection.h"
#include "engine/change_sql.h"
#include "pymodules/script_connection.h"

namespace limbeck::engine {

/// What takes the changes back, in SQL, before they have been made. Where the database must rebuild a table for that,
/// the statements depend on the table as it will be: the changes are then tried on a scratch copy of the schema, which
/// is made with the connector. The database itself is read only.
std::vector<ChangeSql> SqlOfWayBack(const compare::Changes& changes, pymodules::ScriptConnection& connection,
                                    driver::Connector& connector);

/// The statements of all changes, with a blank line between.
std::string TextOf(const std::vector<ChangeSql>& changes);

}  // namespace limbeck::engine

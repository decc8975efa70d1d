#pragma once

#include <string>
#include <vector>

#include "compare/change.h"
#include "pymodules/script_connection.h"

namespace limbeck::engine {

/// One change with the statements that carry it out.
struct ChangeSql {
  compare::Change change;
  /// As `--sql` prints them, with their terminators.
  std::vector<std::string> statements;
};

/// What the changes are in the SQL of the database behind the connection, which is read where a table has to be
/// rebuilt, and not changed. Throws what the dialect refuses.
std::vector<ChangeSql> SqlOf(const compare::Changes& changes, pymodules::ScriptConnection& connection);

/// Whether the database has to put a new table in an old one's place for some of the changes.
bool Rebuilds(const compare::Changes& changes, const dialect::Dialect& dialect);

/// Carries the changes out. The caller holds the transaction.
void ApplyChanges(const compare::Changes& changes, pymodules::ScriptConnection& connection);

}  // namespace limbeck::engine

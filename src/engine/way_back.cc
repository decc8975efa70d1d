#include "engine/way_back.h"

#include "base/text.h"
#include "engine/database_schema.h"
#include "engine/scratch_database.h"

namespace limbeck::engine {

std::vector<ChangeSql> SqlOfWayBack(const compare::Changes& changes, pymodules::ScriptConnection& connection,
                                    driver::Connector& connector) {
  const compare::Changes back = compare::Reverse(changes);
  if (!Rebuilds(back, connection.dialect())) return SqlOf(back, connection);
  const ScratchDatabase scratch(connector, connection.url());
  pymodules::ScriptConnection copy(connector.Connect(scratch.url()));
  ApplyChanges(CompareDatabases(copy, connection, {}), copy);
  ApplyChanges(changes, copy);
  return SqlOf(back, copy);
}

std::string TextOf(const std::vector<ChangeSql>& changes) {
  std::vector<std::string> statements;
  for (const ChangeSql& change : changes) {
    for (const std::string& statement : change.statements) statements.emplace_back(Trim(statement));
  }
  return Join(statements, "\n\n");
}

}  // namespace limbeck::engine

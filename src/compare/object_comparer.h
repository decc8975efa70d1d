#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/hooks.h"

// Views, functions, triggers, policies and extensions, each side in the words of one server, so that texts can be
// compared. A thing that changes goes and comes again, with all that hangs on it, unless CREATE OR REPLACE can do it.

namespace limbeck::compare {

/// One of them as a database has it.
struct ObjectVersion {
  ops::DatabaseObject object;
  /// How the database words what `object.create` makes, where that is known and differs.
  std::vector<std::string> again;
  /// What CREATE OR REPLACE cannot change; nullopt where there is no such statement.
  std::optional<std::string> shape;
  std::string key;
  /// Keys of others of the same database, "table NAME", "column TABLE.NAME" and "type NAME", without which it cannot
  /// be.
  std::vector<std::string> needs;
};

/// Those that others need first; else the order is kept.
std::vector<const ObjectVersion*> InOrder(const std::vector<ObjectVersion>& objects);

/// Completes what a comparison of the tables gave. Both sides are in the order in which they were made. What hangs on a
/// column that goes or changes its type makes room for that. Extensions come before the tables; none is dropped, for it
/// may be somebody else's. Nor is anything of a schema of which nothing is wanted.
void CompareObjects(const std::vector<ObjectVersion>& wanted, const std::vector<ObjectVersion>& known, Hooks& hooks,
                    Changes& changes);

}  // namespace limbeck::compare

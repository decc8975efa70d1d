#pragma once

#include <string>
#include <vector>

#include "assure/replay.h"
#include "graph/node.h"
#include "inspect/snapshot.h"

namespace limbeck::assure {

/// What a database is after a revision, when all that stand before it in the order of an upgrade are applied.
struct KnownSchema {
  /// Null before the first.
  const graph::Node* node = nullptr;
  /// Rows of the version table.
  std::vector<std::string> heads;
  inspect::Snapshot schema;
};

/// Runs the whole project on scratch databases, revision by revision. The nodes are of the replay's project.
std::vector<KnownSchema> ReplaySchemas(Replay& replay);

/// Which revision to take where several have the same schema, because one only changes rows.
enum class AmongEqual { kRefuse, kEarliest, kLatest };

/// How a database without a version stands to the project.
struct AdoptionMatch {
  enum class Kind {
    kEmpty,      ///< nothing is there: an upgrade is what it needs
    kFound,      ///< the schema is that of `known`
    kAmbiguous,  ///< it is that of several revisions, `equal`
    kNone,       ///< it is none; `known` is nearest
  };
  Kind kind = Kind::kNone;
  const KnownSchema* known = nullptr;
  std::vector<const KnownSchema*> equal = {};
  /// From the nearest.
  std::vector<inspect::SchemaDifference> differences = {};
};

/// Compares a live schema with all that are known; refers to them. A merge of branches counts as done where its
/// branches are. Safe from several threads.
AdoptionMatch MatchSchema(const std::vector<KnownSchema>& known, const inspect::Snapshot& live, AmongEqual among);

/// Writes the rows of a known schema into the version table of the project's own database, unless it has some already
/// (Error kCommand).
void StampAs(engine::Project& project, engine::RunRequest request, const std::vector<std::string>& heads);

/// What of a live schema is not that of these revisions.
std::vector<inspect::SchemaDifference> CompareWithRevisions(Replay& replay, const std::vector<std::string>& revisions,
                                                            const inspect::Snapshot& live);

}  // namespace limbeck::assure

#pragma once

#include <vector>

#include "graph/identifier.h"
#include "graph/resolver.h"
#include "graph/revision_map.h"

namespace limbeck::graph {

struct IterateOptions {
  /// Take in what the upper end needs on branches that the lower end is not on.
  bool implicit_base = false;
  /// Take in the lower end too.
  bool inclusive = false;
  /// A relative end must not go past the end of the graph.
  bool must_fit = true;
  /// The revisions to take back from `upper` (current) to reach `lower`, with all that stands on them.
  bool for_downgrade = false;
};

/// The revisions between two ends, newest first, in Alembic's order. Both ends may be symbols or rows of a version
/// table; None is the base.
std::vector<const Node*> IterateRevisions(const Resolver& resolver, const Identifier& upper, const Identifier& lower,
                                          const IterateOptions& options, Warnings* warnings = nullptr);

/// What `history` lists: the range with both ends, newest first. An empty end is the base, or all heads.
std::vector<const Node*> WalkRevisions(const RevisionMap& map, const Identifier& base, const Identifier& head,
                                       Warnings* warnings = nullptr);

}  // namespace limbeck::graph

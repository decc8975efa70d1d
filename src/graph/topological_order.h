#pragma once

#include <vector>

#include "graph/revision_map.h"
#include "graph/traversal.h"

namespace limbeck::graph {

/// The revisions with each before what it needs, in the very order that Alembic gives them: down from the heads, one
/// branch as far as it goes. `heads` are the ends to start from; those not among the revisions do not count.
///
/// Throws AssertionError if the heads do not lead to all of the revisions.
std::vector<const Node*> TopologicalOrder(const RevisionMap& map, const NodeSet& revisions,
                                          const std::vector<const Node*>& heads);

}  // namespace limbeck::graph

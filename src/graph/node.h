#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/revision.h"

namespace limbeck::graph {

/// A revision in its map: what it says, and how it is linked. Owned by the RevisionMap; links point into the same map.
///
/// "Needs" are what must be applied before it: its down revisions and, of its dependencies, those that none of its
/// ancestors has already.
struct Node {
  Revision revision;
  /// Counts the map's revisions in the order given.
  size_t index = 0;

  /// down_revision, resolved, in the order written.
  std::vector<const Node*> down;
  /// depends_on, resolved.
  std::vector<const Node*> dependencies;
  std::vector<const Node*> needs;
  /// Those that name this one as a down revision.
  std::vector<const Node*> children;
  /// Those that name it as a down revision or a dependency.
  std::vector<const Node*> dependents;
  /// Its own branch labels, then those that spread to it from above and below.
  std::vector<std::string> labels;

  const std::string& id() const { return revision.id; }
  bool is_head() const { return children.empty(); }
  /// Not even another's dependency: what the version table holds after `upgrade heads`.
  bool is_effective_head() const { return dependents.empty(); }
  bool is_base() const { return revision.down_revisions.empty(); }
  bool is_effective_base() const { return is_base() && revision.dependencies.empty(); }
  bool is_branch_point() const { return children.size() > 1; }
  bool is_merge_point() const { return revision.down_revisions.size() > 1; }
  bool HasLabel(std::string_view label) const;
};

}  // namespace limbeck::graph

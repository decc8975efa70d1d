#pragma once

#include <cstddef>
#include <vector>

#include "graph/node.h"
#include "graph/revision_map.h"
#include "graph/target.h"
#include "graph/wording.h"

namespace limbeck::graph {

/// Some of a map's revisions. Remembers the order in which they came, where Python's sets forget it.
class NodeSet {
 public:
  explicit NodeSet(const RevisionMap& map) : NodeSet(map.size()) {}

  /// False if it was in already.
  bool Insert(const Node* node);
  bool Contains(const Node* node) const { return node != nullptr && members_[node->index]; }
  bool empty() const { return nodes_.empty(); }
  const std::vector<const Node*>& nodes() const { return nodes_; }

  /// The members that are (not) in the other set.
  NodeSet Intersection(const NodeSet& other) const;
  NodeSet Difference(const NodeSet& other) const;
  void Update(const NodeSet& other);

 private:
  explicit NodeSet(size_t capacity) : members_(capacity) {}
  NodeSet Filtered(const NodeSet& other, bool wanted) const;

  std::vector<bool> members_;
  std::vector<const Node*> nodes_;
};

/// Which way to walk: down_revision only, or with the dependencies; and the same upward.
enum class Direction { kDown, kNeeds, kChildren, kDependents };

const std::vector<const Node*>& Neighbours(const Node& node, Direction direction);

/// Alembic's walk: depth first, the last neighbour first, on no stack but its own. `meet(node, is_new)` hears of every
/// meeting, before the node's neighbours are looked at, and ends the walk by returning false. What is in `seen` is met
/// but not passed.
template <typename Meet>
void Walk(const Node* start, Direction direction, NodeSet& seen, Meet meet) {
  std::vector<const Node*> waiting = {start};
  while (!waiting.empty()) {
    const Node* node = waiting.back();
    waiting.pop_back();
    const bool is_new = seen.Insert(node);
    if (!meet(node, is_new)) return;
    if (!is_new) continue;
    const auto& neighbours = Neighbours(*node, direction);
    waiting.insert(waiting.end(), neighbours.begin(), neighbours.end());
  }
}

/// What can be reached from the targets, these included, in the order of the walk. Throws AssertionError for a target
/// that is no revision.
NodeSet Reach(const RevisionMap& map, const std::vector<Target>& targets, Direction direction);

/// The same, and throws "Requested revision x overlaps with other requested revisions y" when one target is met on
/// the walk from another.
NodeSet ReachApart(const RevisionMap& map, const std::vector<Target>& targets, Direction direction,
                   const Wording& wording);

/// Nodes as targets.
std::vector<Target> Targets(const std::vector<const Node*>& nodes);

}  // namespace limbeck::graph

#include "graph/traversal.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace limbeck::graph {
namespace {

std::string Ids(const std::vector<const Node*>& nodes) {
  std::vector<std::string> ids;
  ids.reserve(nodes.size());
  for (const Node* node : nodes) ids.push_back(node->id());
  return Join(ids, ", ");
}

void AddNew(std::vector<const Node*>& nodes, const Node* node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

}  // namespace

bool NodeSet::Insert(const Node* node) {
  if (members_[node->index]) return false;
  members_[node->index] = true;
  nodes_.push_back(node);
  return true;
}

NodeSet NodeSet::Intersection(const NodeSet& other) const {
  return Filtered(other, true);
}

NodeSet NodeSet::Difference(const NodeSet& other) const {
  return Filtered(other, false);
}

NodeSet NodeSet::Filtered(const NodeSet& other, bool wanted) const {
  NodeSet result(members_.size());
  for (const Node* node : nodes_) {
    if (other.Contains(node) == wanted) result.Insert(node);
  }
  return result;
}

void NodeSet::Update(const NodeSet& other) {
  for (const Node* node : other.nodes()) Insert(node);
}

const std::vector<const Node*>& Neighbours(const Node& node, Direction direction) {
  switch (direction) {
    case Direction::kDown:
      return node.down;
    case Direction::kNeeds:
      return node.needs;
    case Direction::kChildren:
      return node.children;
    case Direction::kDependents:
      break;
  }
  return node.dependents;
}

NodeSet Reach(const RevisionMap& map, const std::vector<Target>& targets, Direction direction) {
  NodeSet seen(map);
  for (const Target& target : targets) Walk(RequireRevision(target), direction, seen, [](auto&&...) { return true; });
  return seen;
}

NodeSet ReachApart(const RevisionMap& map, const std::vector<Target>& targets, Direction direction,
                   const Wording& wording) {
  NodeSet asked(map);
  for (const Target& target : targets) {
    if (target.node() != nullptr) asked.Insert(target.node());
  }
  NodeSet seen(map);
  for (const Target& target : targets) {
    const Node* start = RequireRevision(target);
    std::vector<const Node*> overlaps;
    Walk(start, direction, seen, [&](const Node* node, bool) {
      if (node != start && asked.Contains(node)) AddNew(overlaps, node);
      return true;
    });
    if (overlaps.empty()) continue;
    throw wording.Invalid(
        fmt::format("Requested revision {} overlaps with other requested revisions {}", start->id(), Ids(overlaps)));
  }
  return seen;
}

std::vector<Target> Targets(const std::vector<const Node*>& nodes) {
  return {nodes.begin(), nodes.end()};
}

}  // namespace limbeck::graph

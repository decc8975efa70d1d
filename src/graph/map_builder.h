#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/revision_map.h"
#include "graph/traversal.h"

namespace limbeck::graph {

/// Links the revisions of one map, in Alembic's order of steps: which failure is met first is part of the behaviour.
/// A helper of RevisionMap alone, used while the map is made or added to.
class RevisionMap::Builder {
 public:
  Builder(RevisionMap& map, Warnings* warnings, const Wording& wording)
      : map_(map), warnings_(warnings), wording_(wording) {}

  void BuildAll(std::vector<Revision> revisions);
  const Node& AddOne(Revision revision);

 private:
  Node& Insert(Revision revision);
  void NameLabels(const Node& node, const Wording& wording);
  void ResolveDown(Node& node);
  void ResolveDependencies(Node& node);
  void LinkAll();
  void Link(const Node& node);
  void LinkTo(std::string_view name, const Node& node, bool is_down);

  void FindAllNeeds();
  void FindNeeds(Node& node, const std::vector<int>& uses);
  bool NeedsWalk(const std::vector<const Node*>& wanted, const std::vector<int>& uses) const;
  void RequireSoundLinks(const Node& node, bool labels_are_names) const;

  void SpreadLabels(const Node& source);

  void DetectCycles(CycleKind kind) const;
  void Mark(std::vector<bool>& marks, const std::vector<const Node*>& nodes) const;
  std::vector<const Node*> Heads(CycleKind kind) const;
  std::vector<const Node*> Bases(CycleKind kind) const;
  void FindHiddenCycle();
  void CollectEnds();
  void Warn(std::string text);
  Node& Mutable(const Node* node) { return map_.nodes_[node->index]; }

  RevisionMap& map_;
  Warnings* warnings_;
  const Wording& wording_;
  /// By index: revisions that no other, of those linked so far, has below it.
  std::vector<bool> heads_;
  std::vector<bool> effective_heads_;
  /// Some down_revision is the label of a branch, which Alembic accepts and then trips over; or it is not there at
  /// all, in a revision whose id is given again later.
  bool has_unsound_links_ = false;
};

}  // namespace limbeck::graph

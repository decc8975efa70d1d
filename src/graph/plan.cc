#include "graph/plan.h"

#include <algorithm>

#include "graph/iterate.h"
#include "graph/resolver.h"
#include "graph/traversal.h"

namespace limbeck::graph {
namespace {

std::vector<Step> RevisionSteps(const std::vector<const Node*>& nodes, bool is_upgrade) {
  std::vector<Step> steps;
  steps.reserve(nodes.size());
  for (const Node* node : nodes) steps.emplace_back(RevisionStep{node, is_upgrade});
  return steps;
}

/// The current heads that any of the asked-for revisions concerns.
std::vector<const Node*> ConcernedHeads(const Resolver& resolver, const std::vector<const Node*>& heads,
                                        const std::vector<std::string>& revisions) {
  NodeSet concerned(resolver.map());
  for (const std::string& revision : revisions) {
    if (revision.empty()) continue;
    for (const Node* head : resolver.FilterForLineage(heads, revision, true)) concerned.Insert(head);
  }
  return concerned.nodes();
}

void StampBase(const std::vector<const Node*>& heads, std::vector<Step>& steps) {
  for (const Node* head : heads) {
    steps.emplace_back(StampStep{.from = {head->id()}, .to = {}, .is_upgrade = false, .is_branch_move = true});
  }
}

/// All concerned heads move to the revision at once; or it comes beside them, when it is on no branch of theirs.
void StampRevision(const RevisionMap& map, const Node* revision, const std::vector<const Node*>& heads,
                   std::vector<Step>& steps) {
  const auto any_head_in = [&](Direction direction) {
    const NodeSet reached = Reach(map, {revision}, direction);
    return std::any_of(heads.begin(), heads.end(), [&](const Node* head) { return reached.Contains(head); });
  };
  const bool is_downgrade = any_head_in(Direction::kDependents);
  const bool is_upgrade = any_head_in(Direction::kNeeds);
  if (is_downgrade && is_upgrade) throw AssertionError("the revision lies both below and above the current ones");
  std::vector<std::string> from;
  if (is_downgrade || is_upgrade) {
    for (const Node* head : heads) from.push_back(head->id());
  }
  const bool is_new_branch = from.empty();
  steps.emplace_back(StampStep{from, {revision->id()}, !is_downgrade, is_new_branch});
}

}  // namespace

std::vector<Step> UpgradeSteps(const RevisionMap& map, const std::string& destination,
                               const std::vector<std::string>& current, Warnings* warnings) {
  const Resolver resolver(map, Wording::Upgrade(destination));
  std::vector<const Node*> nodes = IterateRevisions(resolver, destination, current, {.implicit_base = true}, warnings);
  std::reverse(nodes.begin(), nodes.end());
  return RevisionSteps(nodes, true);
}

std::vector<Step> DowngradeSteps(const RevisionMap& map, const std::string& destination,
                                 const std::vector<std::string>& current, Warnings* warnings) {
  const Resolver resolver(map, Wording::Downgrade(destination));
  return RevisionSteps(IterateRevisions(resolver, current, destination, {.for_downgrade = true}, warnings), false);
}

std::vector<Step> StampSteps(const RevisionMap& map, const std::vector<std::string>& revisions,
                             const std::vector<std::string>& current) {
  const Resolver resolver(map, Wording::Stamp());
  const std::vector<std::string> asked = revisions.empty() ? std::vector<std::string>{"base"} : revisions;
  const std::vector<const Node*> rows = RequireRevisions(resolver.GetRevisions(current));
  const std::vector<const Node*> heads = ConcernedHeads(resolver, rows, asked);
  std::vector<Target> targets = resolver.GetRevisions(asked);
  if (targets.empty()) targets.emplace_back();
  std::vector<Step> steps;
  for (const Target& target : targets) {
    if (target.is_nowhere()) {
      StampBase(heads, steps);
      continue;
    }
    const Node* revision = RequireRevision(target);
    if (std::find(heads.begin(), heads.end(), revision) == heads.end()) StampRevision(map, revision, heads, steps);
  }
  return steps;
}

}  // namespace limbeck::graph

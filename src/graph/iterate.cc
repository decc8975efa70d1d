#include "graph/iterate.h"

#include <algorithm>
#include <utility>

#include "graph/follow.h"
#include "graph/topological_order.h"
#include "graph/traversal.h"

namespace limbeck::graph {
namespace {

/// The revisions to order, and the ends from which the order starts.
struct Collected {
  NodeSet revisions;
  std::vector<const Node*> ends;
};

class Collector {
 public:
  Collector(const Resolver& resolver, const Identifier& upper, const Identifier& lower, const IterateOptions& options,
            Warnings* warnings)
      : resolver_(resolver),
        map_(resolver.map()),
        upper_(upper),
        lower_(lower),
        options_(options),
        warnings_(warnings) {}

  Collected ForUpgrade();
  Collected ForDowngrade();

 private:
  std::vector<const Node*> UpgradeEnds();
  std::vector<Target> LowerRevisions();
  std::vector<const Node*> DowngradeRoots(const DowngradeTarget& goal) const;
  std::vector<const Node*> RootsOnBranch(const std::vector<const Node*>& roots, const std::string& branch) const;

  const Resolver& resolver_;
  const RevisionMap& map_;
  Identifier upper_;
  /// A relative lower end is replaced by the revision that it leads to.
  Identifier lower_;
  const IterateOptions& options_;
  Warnings* warnings_;
};

Collected Collector::ForUpgrade() {
  const std::vector<const Node*> ends = UpgradeEnds();
  const NodeSet required = ReachApart(map_, Targets(ends), Direction::kNeeds, resolver_.wording());
  std::vector<Target> lower = resolver_.GetRevisions(lower_);
  const bool is_below = std::all_of(lower.begin(), lower.end(), [&](const Target& target) {
    return target.is_nowhere() || required.Contains(target.node());
  });
  if (!options_.implicit_base && !is_below) throw resolver_.wording().NotAncestor(lower_, upper_);
  if (!lower.empty() && lower[0].is_nowhere()) lower = LowerRevisions();

  NodeSet needed = required.Difference(ReachApart(map_, lower, Direction::kNeeds, resolver_.wording()));
  if (options_.inclusive) {
    for (const Node* node : RequireRevisions(resolver_.GetRevisions(lower_))) needed.Insert(node);
  }
  if (!lower.empty() && !options_.implicit_base) {
    needed = needed.Intersection(ReachApart(map_, lower, Direction::kChildren, resolver_.wording()));
  }
  return {std::move(needed), ends};
}

/// The upper ends; of several, only those on the branch that a lower end "BRANCH@..." names.
std::vector<const Node*> Collector::UpgradeEnds() {
  std::vector<const Node*> ends = RequireRevisions(UpgradeTargets(resolver_, lower_, upper_, options_.must_fit));
  const auto* lower = std::get_if<std::string>(&lower_);
  if (lower == nullptr || lower->find('@') == std::string::npos) return ends;
  std::string branch = lower->substr(0, lower->find('@'));
  if (const Node* node = resolver_.GetRevision(branch); node != nullptr && node->id() == branch) {
    if (node->labels.size() != 1) throw AssertionError("the revision belongs to no branch, or to more than one");
    branch = node->labels[0];
  }
  std::erase_if(ends, [&](const Node* node) { return !node->HasLabel(branch); });
  return ends;
}

/// A lower end like "-3" is counted down from the upper end when it goes past the end counted from the heads.
std::vector<Target> Collector::LowerRevisions() {
  const Target target = FindDowngradeTarget(resolver_, upper_, lower_, options_.must_fit, warnings_).target;
  if (target.is_base()) {
    lower_ = std::monostate();
    return {};
  }
  lower_ = RequireRevision(target)->id();
  return {target};
}

Collected Collector::ForDowngrade() {
  const DowngradeTarget goal = FindDowngradeTarget(resolver_, upper_, lower_, options_.must_fit, warnings_);
  const std::vector<const Node*> roots = DowngradeRoots(goal);
  const std::vector<const Node*> heads = RequireRevisions(resolver_.GetRevisions(upper_));
  const NodeSet active = Reach(map_, Targets(heads), Direction::kNeeds);
  NodeSet dropped = Reach(map_, Targets(roots), Direction::kDependents).Intersection(active);
  if (options_.implicit_base) dropped.Update(active.Difference(Reach(map_, Targets(roots), Direction::kNeeds)));
  const Node* node = goal.target.node();
  const bool is_current = std::find(heads.begin(), heads.end(), node) != heads.end();
  if (node != nullptr && dropped.empty() && !is_current) {
    throw resolver_.wording().NotAncestor(std::string("Nothing to drop"), upper_);
  }
  return {std::move(dropped), heads};
}

/// The lowest revisions to take back.
std::vector<const Node*> Collector::DowngradeRoots(const DowngradeTarget& goal) const {
  std::vector<const Node*> roots;
  if (const Node* node = goal.target.node()) {
    roots = options_.inclusive ? std::vector<const Node*>{node} : node->children;
  } else {
    for (const RevisionMap::Name& name : map_.names()) {
      if (name.node->is_base()) roots.push_back(name.node);
    }
  }
  return goal.branch && roots.size() > 1 ? RootsOnBranch(roots, *goal.branch) : roots;
}

std::vector<const Node*> Collector::RootsOnBranch(const std::vector<const Node*>& roots,
                                                  const std::string& branch) const {
  const NodeSet ancestors = Reach(map_, {resolver_.ResolveBranch(branch)}, Direction::kDown);
  NodeSet found(map_);
  for (const Node* root : roots) {
    if (ancestors.Contains(root)) found.Insert(root);
  }
  if (found.empty()) throw resolver_.wording().Invalid("Not a valid downgrade target from current heads");
  return found.nodes();
}

}  // namespace

std::vector<const Node*> IterateRevisions(const Resolver& resolver, const Identifier& upper, const Identifier& lower,
                                          const IterateOptions& options, Warnings* warnings) {
  Collector collector(resolver, upper, lower, options, warnings);
  const Collected collected = options.for_downgrade ? collector.ForDowngrade() : collector.ForUpgrade();
  std::vector<const Node*> revisions = TopologicalOrder(resolver.map(), collected.revisions, collected.ends);
  // An id may read as a symbol ("head"), and Alembic looks each up by name.
  for (const Node*& node : revisions) node = RequireRevision(resolver.GetRevision(node->id()));
  return revisions;
}

std::vector<const Node*> WalkRevisions(const RevisionMap& map, const Identifier& base, const Identifier& head,
                                       Warnings* warnings) {
  const Identifier lower = IsEmpty(base) ? Identifier(std::string("base")) : base;
  const Identifier upper = IsEmpty(head) ? Identifier(std::string("heads")) : head;
  const Resolver resolver(map, Wording::Range(lower, upper));
  return IterateRevisions(resolver, upper, lower, {.inclusive = true, .must_fit = false}, warnings);
}

}  // namespace limbeck::graph

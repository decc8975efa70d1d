#include "graph/lineage.h"

namespace limbeck::graph {

Lineage::Lineage(const Resolver& resolver, const std::string& symbol, bool with_dependencies)
    : resolver_(resolver), with_dependencies_(with_dependencies) {
  const ResolvedNumber resolved = resolver.ResolveNumber(symbol);
  if (resolved.branch && !resolved.branch->empty()) names_.push_back(*resolved.branch);
  names_.insert(names_.end(), resolved.ids.begin(), resolved.ids.end());
}

bool Lineage::Includes(const Node* node) {
  if (includes_all()) return true;
  if (!relatives_) relatives_ = Relatives();
  return relatives_->Contains(node);
}

NodeSet Lineage::Relatives() const {
  std::vector<Target> named;
  for (const std::string& name : names_) named.emplace_back(resolver_.ForIdent(name));
  const RevisionMap& map = resolver_.map();
  NodeSet relatives = Reach(map, named, with_dependencies_ ? Direction::kDependents : Direction::kChildren);
  relatives.Update(Reach(map, named, with_dependencies_ ? Direction::kNeeds : Direction::kDown));
  return relatives;
}

}  // namespace limbeck::graph

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/resolver.h"
#include "graph/traversal.h"

namespace limbeck::graph {

/// Answers which revisions are an ancestor, a descendant or the same as the one that a symbol names; for the base,
/// all are. What the symbol names is looked up with the first question, so that a wrong one does no harm before.
class Lineage {
 public:
  Lineage(const Resolver& resolver, const std::string& symbol, bool with_dependencies);

  bool Includes(const Node* node);
  bool includes_all() const { return names_.empty(); }

 private:
  NodeSet Relatives() const;

  const Resolver& resolver_;
  bool with_dependencies_;
  std::vector<std::string> names_;
  std::optional<NodeSet> relatives_;
};

}  // namespace limbeck::graph

#include "graph/target.h"

#include <fmt/format.h>

#include "graph/wording.h"

namespace limbeck::graph {
namespace {

std::string WhyNoRevision(const Target& target) {
  return target.is_base() ? "the symbol leads to the base, below the first revision"
                          : "the symbol leads to no revision: the walk goes past the last one";
}

}  // namespace

Target Target::Base() {
  Target target;
  target.is_base_ = true;
  return target;
}

const Node* RequireRevision(const Target& target) {
  if (target.node() == nullptr) throw AssertionError(WhyNoRevision(target));
  return target.node();
}

std::vector<const Node*> RequireRevisions(const std::vector<Target>& targets) {
  std::vector<const Node*> nodes;
  nodes.reserve(targets.size());
  for (const Target& target : targets) nodes.push_back(RequireRevision(target));
  return nodes;
}

std::vector<const Node*> RequireAttribute(const std::vector<Target>& targets, std::string_view attribute) {
  std::vector<const Node*> nodes;
  nodes.reserve(targets.size());
  for (const Target& target : targets) {
    if (target.node() == nullptr) {
      const std::string_view type = target.is_base() ? "str" : "NoneType";
      throw PythonError("AttributeError", fmt::format("'{}' object has no attribute '{}'", type, attribute),
                        WhyNoRevision(target));
    }
    nodes.push_back(target.node());
  }
  return nodes;
}

}  // namespace limbeck::graph

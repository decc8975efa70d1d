#include "graph/node.h"

#include <algorithm>

namespace limbeck::graph {

bool Node::HasLabel(std::string_view label) const {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

}  // namespace limbeck::graph

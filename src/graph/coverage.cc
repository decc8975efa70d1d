#include "graph/coverage.h"

namespace limbeck::graph {

void Coverage::AddHead(const Node* node) {
  if (IsHead(node)) return;
  std::vector<const Node*> newly_covered;
  if (!Covers(node)) newly_covered.push_back(node);
  is_head_[node->index] = true;
  while (!newly_covered.empty()) {
    const Node* above = newly_covered.back();
    newly_covered.pop_back();
    for (const Node* need : above->needs) {
      if (!Covers(need)) newly_covered.push_back(need);
      ++counts_[need->index];
    }
  }
}

void Coverage::RemoveHead(const Node* node) {
  if (!IsHead(node)) return;
  is_head_[node->index] = false;
  std::vector<const Node*> uncovered;
  if (!Covers(node)) uncovered.push_back(node);
  while (!uncovered.empty()) {
    const Node* above = uncovered.back();
    uncovered.pop_back();
    for (const Node* need : above->needs) {
      --counts_[need->index];
      if (!Covers(need)) uncovered.push_back(need);
    }
  }
}

}  // namespace limbeck::graph

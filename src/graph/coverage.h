#pragma once

#include <cstdint>
#include <vector>

#include "graph/revision_map.h"

namespace limbeck::graph {

/// Some heads and all that they stand on, kept up to date while heads come and go. Changes cost no more than what
/// they put under, or take from under, the heads; moving a head by one step costs nothing else when the new head is
/// added before the old one is removed.
///
/// Counts for each revision how many covered ones need it directly, so that it must not be used on a map with a hidden
/// cycle. Refers to the map.
class Coverage {
 public:
  explicit Coverage(const RevisionMap& map) : counts_(map.size()), is_head_(map.size()) {}

  /// Nothing happens if it is a head already.
  void AddHead(const Node* node);
  /// Nothing happens if it is no head.
  void RemoveHead(const Node* node);

  bool IsHead(const Node* node) const { return is_head_[node->index]; }
  /// A head, or below one.
  bool Covers(const Node* node) const { return is_head_[node->index] || counts_[node->index] > 0; }
  /// How many covered revisions need it directly; none for a head with nothing above.
  uint32_t UsesOf(const Node* node) const { return counts_[node->index]; }

 private:
  std::vector<uint32_t> counts_;
  std::vector<bool> is_head_;
};

}  // namespace limbeck::graph

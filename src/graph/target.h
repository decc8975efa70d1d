#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/node.h"
#include "limbeck/error.h"

namespace limbeck::graph {

/// Where a symbol leads: to a revision, to the base below all revisions, or nowhere ("-9" with three revisions).
/// "base" itself leads to no target at all; the base comes out of walks like "a-1".
class Target {
 public:
  /// Nowhere.
  Target() = default;
  /// A revision; nullptr is nowhere.
  Target(const Node* node) : node_(node) {}  // NOLINT: a revision is a target
  static Target Base();

  const Node* node() const { return node_; }
  bool is_base() const { return is_base_; }
  bool is_nowhere() const { return node_ == nullptr && !is_base_; }
  bool operator==(const Target&) const = default;

 private:
  const Node* node_ = nullptr;
  bool is_base_ = false;
};

/// The revision, where only a revision will do; throws Python's AssertionError otherwise.
const Node* RequireRevision(const Target& target);
std::vector<const Node*> RequireRevisions(const std::vector<Target>& targets);

/// The same for commands that go and read an attribute of what they got: throws Python's AttributeError.
std::vector<const Node*> RequireAttribute(const std::vector<Target>& targets, std::string_view attribute);

}  // namespace limbeck::graph

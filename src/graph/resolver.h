#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/identifier.h"
#include "graph/revision_map.h"
#include "graph/target.h"
#include "graph/wording.h"

namespace limbeck::graph {

/// What a symbol stands for before revisions are looked up: "alpha@head" is {the head's id} of branch "alpha".
struct ResolvedNumber {
  std::vector<std::string> ids;
  /// What stood before the "@"; may be empty text.
  std::optional<std::string> branch;
  bool operator==(const ResolvedNumber&) const = default;
};

/// Finds the revisions that symbols name: full and partial ids, branch labels, head, heads, base, LABEL@..., ID@head,
/// and a bare -N (from the heads down). Failures get the words it is made with. Cheap to make; refers to the map.
class Resolver {
 public:
  explicit Resolver(const RevisionMap& map, Wording wording = {}) : map_(map), wording_(std::move(wording)) {}
  /// The map must outlive the resolver.
  explicit Resolver(RevisionMap&&, Wording = {}) = delete;

  const RevisionMap& map() const { return map_; }
  const Wording& wording() const { return wording_; }

  std::vector<Target> GetRevisions(const Identifier& identifier) const;
  std::vector<Target> GetRevisions(const std::string& symbol) const;
  std::vector<Target> GetRevisions(const std::vector<std::string>& symbols) const;
  /// At most one, or "Multiple head revisions are present ..."; nullptr for the base.
  const Node* GetRevision(const std::string& symbol) const;

  ResolvedNumber ResolveNumber(const std::string& symbol) const;
  /// The head of the project or of one branch, if there is any.
  std::optional<std::string> CurrentHead(const std::optional<std::string>& branch = {}) const;
  /// The base of the project, if there is any; throws if there are several.
  std::optional<std::string> CurrentBase() const;
  /// The revision a branch is known by: that of a label or a (partial) id.
  const Node* ResolveBranch(const std::string& label) const;
  /// A full or partial id or label, where `branch` (if any) has it.
  const Node* ForIdent(const std::string& id, const std::optional<std::string>& branch = {}) const;

  /// Those of the targets that are an ancestor, a descendant or the same as what `check_against` names; all, if that
  /// is the base.
  std::vector<const Node*> FilterForLineage(const std::vector<const Node*>& targets, const std::string& check_against,
                                            bool with_dependencies = false) const;
  std::vector<std::string> FilterForLineage(const std::vector<std::string>& targets, const std::string& check_against,
                                            bool with_dependencies = false) const;

  /// The rows of a version table and what they depend on: of all that is applied, the last of each branch.
  std::vector<const Node*> AllCurrent(const std::vector<std::string>& rows) const;

 private:
  std::vector<std::string> PartialMatches(const std::string& id, const std::string& branch) const;
  [[noreturn]] void FailToFind(const std::string& id, const std::vector<std::string>& matches) const;
  std::vector<Target> FollowFromHeads(int64_t steps, const std::optional<std::string>& branch) const;

  const RevisionMap& map_;
  Wording wording_;
};

}  // namespace limbeck::graph

#include "graph/resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "graph/follow.h"
#include "graph/lineage.h"
#include "graph/relative.h"
#include "graph/traversal.h"

namespace limbeck::graph {
namespace {

/// Alembic compares no partial id with names as short as this.
constexpr size_t kShortName = 3;

std::string NotFoundText(const std::string& id) {
  const bool is_short = Utf8Count(id) <= kShortName;
  return fmt::format("No such revision or branch '{}'{}", id,
                     is_short ? "; please ensure at least four characters are present for partial revision identifier "
                                "matches"
                              : "");
}

std::string AmbiguousText(const std::string& id, const std::vector<std::string>& matches) {
  std::vector<std::string> shown;
  for (size_t i = 0; i < std::min<size_t>(matches.size(), 3); ++i) shown.push_back("'" + matches[i] + "'");
  return fmt::format("Multiple revisions start with '{}': {}...", id, Join(shown, ", "));
}

std::string Suggestion(const RevisionMap& map, const std::string& id) {
  std::vector<std::string> names;
  names.reserve(map.names().size());
  for (const RevisionMap::Name& name : map.names()) names.emplace_back(name.text);
  const std::string nearest = DidYouMean(id, names);
  return nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest);
}

/// The revisions that no other one left stands on, one looked at after the other: on a cycle the last stays.
std::vector<const Node*> LastOfEach(const RevisionMap& map, const NodeSet& revisions) {
  std::vector<const Node*> left = revisions.nodes();
  for (const Node* node : revisions.nodes()) {
    const NodeSet above = Reach(map, {node}, Direction::kChildren);
    const auto stands_on_it = [&](const Node* other) { return other != node && above.Contains(other); };
    if (std::any_of(left.begin(), left.end(), stands_on_it)) std::erase(left, node);
  }
  return left;
}

bool IsGiven(const std::optional<std::string>& branch) {
  return branch && !branch->empty();
}

}  // namespace

std::vector<Target> Resolver::GetRevisions(const Identifier& identifier) const {
  if (const auto* symbol = std::get_if<std::string>(&identifier)) return GetRevisions(*symbol);
  return GetRevisions(NamesOf(identifier));
}

std::vector<Target> Resolver::GetRevisions(const std::vector<std::string>& symbols) const {
  std::vector<Target> targets;
  for (const std::string& symbol : symbols) {
    const std::vector<Target> found = GetRevisions(symbol);
    targets.insert(targets.end(), found.begin(), found.end());
  }
  return targets;
}

std::vector<Target> Resolver::GetRevisions(const std::string& symbol) const {
  const ResolvedNumber resolved = ResolveNumber(symbol);
  if (resolved.ids.size() == 1) {
    if (const auto steps = ParseNegativeInteger(resolved.ids[0])) return FollowFromHeads(*steps, resolved.branch);
  }
  std::vector<Target> targets;
  targets.reserve(resolved.ids.size());
  for (const std::string& id : resolved.ids) targets.emplace_back(ForIdent(id, resolved.branch));
  return targets;
}

std::vector<Target> Resolver::FollowFromHeads(int64_t steps, const std::optional<std::string>& branch) const {
  std::vector<Target> targets;
  for (const Target& head : GetRevisions(std::string("heads"))) {
    if (branch && !RequireRevision(head)->HasLabel(*branch)) continue;
    targets.push_back(Follow(*this, head, {.steps = steps}));
  }
  return targets;
}

const Node* Resolver::GetRevision(const std::string& symbol) const {
  const ResolvedNumber resolved = ResolveNumber(symbol);
  if (resolved.ids.size() > 1) throw wording_.MultipleHeads(resolved.ids, symbol);
  if (!resolved.ids.empty()) return ForIdent(resolved.ids[0], resolved.branch);
  if (IsGiven(resolved.branch)) ResolveBranch(*resolved.branch);
  return nullptr;
}

ResolvedNumber Resolver::ResolveNumber(const std::string& symbol) const {
  ResolvedNumber resolved;
  std::string id = symbol;
  if (const size_t at = symbol.find('@'); at != std::string::npos) {
    resolved.branch = symbol.substr(0, at);
    id = symbol.substr(at + 1);
  }
  if (id == "heads") {
    resolved.ids = IsGiven(resolved.branch) ? FilterForLineage(map_.heads(), *resolved.branch) : map_.effective_heads();
  } else if (id == "head") {
    if (const auto head = CurrentHead(resolved.branch)) resolved.ids.push_back(*head);
  } else if (id != "base") {
    resolved.ids.push_back(id);
  }
  return resolved;
}

std::optional<std::string> Resolver::CurrentHead(const std::optional<std::string>& branch) const {
  const std::vector<std::string> heads = IsGiven(branch) ? FilterForLineage(map_.heads(), *branch) : map_.heads();
  if (heads.size() > 1) throw wording_.MultipleHeads(heads, IsGiven(branch) ? *branch + "@head" : "head");
  if (heads.empty()) return std::nullopt;
  return heads[0];
}

std::optional<std::string> Resolver::CurrentBase() const {
  const std::vector<std::string>& bases = map_.bases();
  if (bases.size() > 1) {
    throw Error(ErrorKind::kCommand, "The script directory has multiple bases. Please use get_bases().");
  }
  if (bases.empty()) return std::nullopt;
  return bases[0];
}

const Node* Resolver::ResolveBranch(const std::string& label) const {
  if (const Node* node = map_.Find(label)) return node;
  if (label.empty()) throw AssertionError("the name of the branch is empty");
  const std::vector<std::string> matches = PartialMatches(label, "");
  if (matches.size() != 1) {
    throw wording_.Unresolved(fmt::format("No such branch: '{}'", label), label).Hint(Suggestion(map_, label));
  }
  return map_.Find(matches[0]);
}

const Node* Resolver::ForIdent(const std::string& id, const std::optional<std::string>& branch) const {
  const Node* branch_node = IsGiven(branch) ? ResolveBranch(*branch) : nullptr;
  const Node* node = map_.Find(id);
  if (node == nullptr) {
    if (id.empty()) throw AssertionError("the revision is an empty text");
    const std::vector<std::string> matches = PartialMatches(id, branch.value_or(""));
    if (matches.size() != 1) FailToFind(id, matches);
    node = map_.Find(matches[0]);
  }
  if (branch_node == nullptr || Lineage(*this, branch_node->id(), false).Includes(map_.Canonical(*node))) return node;
  const std::string text = fmt::format("Revision {} is not a member of branch '{}'", node->id(), *branch);
  throw wording_.Unresolved(text, id).Hint(text);
}

std::vector<std::string> Resolver::PartialMatches(const std::string& id, const std::string& branch) const {
  std::vector<std::string> matches;
  for (const RevisionMap::Name& name : map_.names()) {
    if (name.text.starts_with(id) && Utf8Count(name.text) > kShortName) matches.emplace_back(name.text);
  }
  return branch.empty() ? matches : FilterForLineage(matches, branch);
}

void Resolver::FailToFind(const std::string& id, const std::vector<std::string>& matches) const {
  if (matches.empty()) throw wording_.Unresolved(NotFoundText(id), id).Hint(Suggestion(map_, id));
  const std::string text = AmbiguousText(id, matches);
  throw wording_.Unresolved(text, id).Hint(text);
}

std::vector<const Node*> Resolver::FilterForLineage(const std::vector<const Node*>& targets,
                                                    const std::string& check_against, bool with_dependencies) const {
  Lineage lineage(*this, check_against, with_dependencies);
  std::vector<const Node*> found;
  std::copy_if(targets.begin(), targets.end(), std::back_inserter(found),
               [&](const Node* node) { return lineage.Includes(node); });
  return found;
}

std::vector<std::string> Resolver::FilterForLineage(const std::vector<std::string>& targets,
                                                    const std::string& check_against, bool with_dependencies) const {
  Lineage lineage(*this, check_against, with_dependencies);
  std::vector<std::string> found;
  std::copy_if(targets.begin(), targets.end(), std::back_inserter(found),
               [&](const std::string& name) { return lineage.includes_all() || lineage.Includes(ForIdent(name)); });
  return found;
}

std::vector<const Node*> Resolver::AllCurrent(const std::vector<std::string>& rows) const {
  const std::vector<Target> named = GetRevisions(rows);
  NodeSet applied(map_);
  for (const Node* node : RequireRevisions(named)) applied.Insert(node);
  applied.Update(Reach(map_, named, Direction::kNeeds));
  if (map_.has_hidden_cycle()) return LastOfEach(map_, applied);
  NodeSet passed(map_);
  for (const Node* node : applied.nodes()) {
    for (const Node* down : node->down) Walk(down, Direction::kDown, passed, [](auto&&...) { return true; });
  }
  return applied.Difference(passed).nodes();
}

}  // namespace limbeck::graph

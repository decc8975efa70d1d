#include "graph/follow.h"

#include <fmt/format.h>

#include <set>

#include "graph/lineage.h"
#include "graph/relative.h"

namespace limbeck::graph {
namespace {

constexpr std::string_view kAmbiguousDowngrade =
    "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release.";

std::vector<const Node*> ById(const RevisionMap& map, const std::vector<std::string>& ids) {
  std::vector<const Node*> nodes;
  nodes.reserve(ids.size());
  for (const std::string& id : ids) nodes.push_back(map.Find(id));
  return nodes;
}

std::vector<Target> OneUp(const Resolver& resolver, const Target& from, std::optional<Lineage>& lineage) {
  if (from.is_base()) throw AssertionError("no way leads up from the base");
  std::vector<const Node*> nodes =
      from.is_nowhere() ? ById(resolver.map(), resolver.map().bases()) : from.node()->children;
  if (lineage) std::erase_if(nodes, [&](const Node* node) { return !lineage->Includes(node); });
  return Targets(nodes);
}

std::vector<Target> OneDown(const RevisionMap& map, const Target& from) {
  if (from.is_base()) return {};
  const std::vector<const Node*> nodes = from.is_nowhere() ? ById(map, map.heads()) : from.node()->down;
  return nodes.empty() ? std::vector<Target>{Target::Base()} : Targets(nodes);
}

Error WrongCount(const Resolver& resolver, const RelativeSymbol& relative, const std::string& number) {
  return resolver.wording().Invalid(
      fmt::format("Relative revision {} didn't produce {} migrations", number, relative.Magnitude()));
}

/// The applied revisions of a branch that no other of them stands on, when the branch has no head among the current.
std::vector<std::string> TipsOfBranch(const Resolver& resolver, const std::vector<Target>& current,
                                      const std::string& branch) {
  const NodeSet applied = Reach(resolver.map(), current, Direction::kNeeds);
  const std::vector<const Node*> on_branch = resolver.FilterForLineage(applied.nodes(), branch);
  std::set<const Node*> passed;
  for (const Node* node : on_branch) passed.insert(node->needs.begin(), node->needs.end());
  std::vector<std::string> tips;
  for (const Node* node : on_branch) {
    if (!passed.contains(node)) tips.push_back(node->id());
  }
  return tips;
}

/// Where "+N" starts from.
Target StartOfUpgrade(const Resolver& resolver, const std::vector<std::string>& current,
                      const std::optional<std::string>& branch) {
  std::vector<std::string> starts = current;
  if (branch) {
    const std::vector<Target> revisions = resolver.GetRevisions(current);
    starts.clear();
    for (const Node* node : resolver.FilterForLineage(RequireRevisions(revisions), *branch)) {
      starts.push_back(node->id());
    }
    if (starts.empty()) starts = TipsOfBranch(resolver, revisions, *branch);
  }
  if (starts.size() > 1) throw resolver.wording().Invalid("Ambiguous upgrade from multiple current revisions");
  return starts.empty() ? Target() : resolver.GetRevision(starts[0]);
}

Target SymbolOnBranch(const Resolver& resolver, const std::optional<std::string>& branch, const std::string& symbol) {
  return resolver.GetRevision(branch ? *branch + "@" + symbol : symbol);
}

Target FollowUpgrade(const Resolver& resolver, const std::vector<std::string>& current, const RelativeSymbol& relative,
                     bool must_fit) {
  if (relative.steps <= 0 && !relative.symbol) throw WrongCount(resolver, relative, relative.Number());
  if (relative.steps <= 0) {
    return Follow(resolver, SymbolOnBranch(resolver, relative.branch, *relative.symbol),
                  {.steps = relative.steps, .must_fit = must_fit});
  }
  const Target start = relative.symbol ? Target(resolver.GetRevision(*relative.symbol))
                                       : StartOfUpgrade(resolver, current, relative.branch);
  const Target end =
      Follow(resolver, start, {.steps = relative.steps, .branch = relative.branch, .must_fit = must_fit});
  if (!relative.symbol && end.is_nowhere()) throw WrongCount(resolver, relative, relative.text);
  return end;
}

/// The current revision of a branch: a head, or one that a head of another branch depends on.
std::string CurrentOnBranch(const Resolver& resolver, const std::vector<std::string>& current,
                            const std::string& branch) {
  std::vector<std::string> found = resolver.FilterForLineage(current, branch);
  if (found.empty()) {
    for (const Node* node : resolver.FilterForLineage(resolver.AllCurrent(current), branch)) {
      found.push_back(node->id());
    }
  }
  if (found.size() != 1) {
    throw AssertionError(
        fmt::format("branch '{}' has {} current revisions, so that a step from it is ambiguous", branch, found.size()));
  }
  return found[0];
}

/// "-N" and "LABEL@-N".
DowngradeTarget FollowDownFromCurrent(const Resolver& resolver, const std::vector<std::string>& current,
                                      const RelativeSymbol& relative, bool must_fit, Warnings* warnings) {
  std::string symbol;
  if (relative.branch) {
    symbol = CurrentOnBranch(resolver, current, *relative.branch);
  } else {
    if (current.empty()) throw WrongCount(resolver, relative, relative.text);
    const bool is_ambiguous = std::set<std::string>(current.begin(), current.end()).size() > 1;
    if (is_ambiguous && warnings != nullptr) warnings->emplace_back(kAmbiguousDowngrade);
    symbol = current[0];
  }
  const std::string branch = relative.branch.value_or(symbol);
  const Target end =
      Follow(resolver, SymbolOnBranch(resolver, branch, symbol), {.steps = relative.steps, .must_fit = must_fit});
  if (end.is_nowhere()) throw WrongCount(resolver, relative, relative.text);
  return {branch, end};
}

/// "SYMBOL-N" and "SYMBOL+N".
DowngradeTarget FollowFromSymbol(const Resolver& resolver, const RelativeSymbol& relative, bool must_fit) {
  const bool is_up = relative.steps >= 0;
  const Target start = is_up ? Target(resolver.GetRevision(*relative.symbol))
                             : SymbolOnBranch(resolver, relative.branch, *relative.symbol);
  const Steps steps = {.steps = relative.steps, .branch = is_up ? relative.branch : std::nullopt, .must_fit = must_fit};
  const Target end = Follow(resolver, start, steps);
  if (end.is_nowhere()) throw resolver.wording().Invalid("Walked too far");
  return {relative.branch, end};
}

}  // namespace

Target Follow(const Resolver& resolver, const Target& start, const Steps& steps) {
  std::optional<Lineage> lineage;
  const bool is_up = steps.steps > 0;
  Target current = start;
  for (int64_t left = steps.steps; left != 0; left -= is_up ? 1 : -1) {
    if (is_up && !lineage && steps.branch && !steps.branch->empty()) lineage.emplace(resolver, *steps.branch, false);
    const std::vector<Target> next = is_up ? OneUp(resolver, current, lineage) : OneDown(resolver.map(), current);
    if (next.empty()) return steps.must_fit ? Target() : current;
    if (next.size() > 1) throw resolver.wording().Invalid("Ambiguous walk");
    current = next[0];
  }
  return current;
}

std::vector<Target> UpgradeTargets(const Resolver& resolver, const Identifier& current, const Identifier& target,
                                   bool must_fit) {
  const auto* symbol = std::get_if<std::string>(&target);
  const auto relative = symbol != nullptr ? ParseRelative(*symbol) : std::nullopt;
  if (!relative) return resolver.GetRevisions(target);
  return {FollowUpgrade(resolver, NamesOf(current), *relative, must_fit)};
}

DowngradeTarget FindDowngradeTarget(const Resolver& resolver, const Identifier& current, const Identifier& target,
                                    bool must_fit, Warnings* warnings) {
  if (std::holds_alternative<std::monostate>(target)) return {};
  const auto* symbol = std::get_if<std::string>(&target);
  if (symbol == nullptr) {
    throw PythonError("AssertionError", "Expected downgrade target in string form",
                      "one target can be reached, not several");
  }
  if (const auto relative = ParseRelative(*symbol)) {
    if (relative->symbol) return FollowFromSymbol(resolver, *relative, must_fit);
    if (relative->steps >= 0) throw WrongCount(resolver, *relative, relative->text);
    return FollowDownFromCurrent(resolver, NamesOf(current), *relative, must_fit, warnings);
  }
  const size_t at = symbol->rfind('@');
  if (at == std::string::npos) return {std::nullopt, resolver.GetRevision(*symbol)};
  const std::string branch = symbol->substr(0, at);
  const Target end = resolver.GetRevision(symbol->substr(at + 1));
  return {branch.empty() ? std::nullopt : std::optional(branch), end};
}

}  // namespace limbeck::graph

#include "graph/topological_order.h"

#include <gtest/gtest.h>

#include <map>

#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

std::vector<const Node*> HeadsOf(const RevisionMap& map) {
  std::vector<const Node*> heads;
  for (const std::string& id : map.effective_heads()) heads.push_back(map.Find(id));
  return heads;
}

std::vector<const Node*> OrderOfAll(const RevisionMap& map) {
  const std::vector<const Node*> heads = HeadsOf(map);
  return TopologicalOrder(map, Reach(map, Targets(heads), Direction::kNeeds), heads);
}

/// The rules at the head of topological_order.cc with nothing clever about them.
Ids PlainOrder(const RevisionMap& map) {
  std::vector<const Node*> heads = HeadsOf(map);
  std::sort(heads.begin(), heads.end(),
            [&](const Node* one, const Node* two) { return map.PositionOf(one->id()) < map.PositionOf(two->id()); });
  std::map<const Node*, bool> done;
  Ids order;
  for (size_t at = 0; !heads.empty();) {
    const Node* node = heads[at];
    const auto stands_on_it = [&](const Node* head) {
      return head != node && Reach(map, {head}, Direction::kNeeds).Contains(node);
    };
    const auto above = std::find_if(heads.begin(), heads.end(), stands_on_it);
    if (above != heads.end()) {
      at = static_cast<size_t>(above - heads.begin());
      continue;
    }
    order.push_back(node->id());
    done[node] = true;
    std::vector<const Node*> next;
    for (const Node* need : node->needs) {
      if (!done[need] && std::find(heads.begin(), heads.end(), need) == heads.end()) next.push_back(need);
    }
    if (next.empty()) {
      heads.erase(heads.begin() + static_cast<std::ptrdiff_t>(at));
      at = at == 0 ? 0 : at - 1;
      continue;
    }
    heads[at] = next[0];
    heads.insert(heads.end(), next.begin() + 1, next.end());
  }
  return order;
}

TEST(TopologicalOrder, WalksOneBranchAsFarAsItGoes) {
  const RevisionMap map(Revisions("a b<a c<b d<a e<d m<c,e"));
  EXPECT_EQ(IdsOf(OrderOfAll(map)), (Ids{"m", "c", "b", "e", "d", "a"}));
}

TEST(TopologicalOrder, TakesHeadsInTheOrderOfTheMap) {
  const RevisionMap map(Revisions("c<a b<a a"));
  EXPECT_EQ(IdsOf(TopologicalOrder(map, Reach(map, Targets(HeadsOf(map)), Direction::kNeeds),
                                   {map.Find("b"), map.Find("c")})),
            (Ids{"c", "b", "a"}));
}

TEST(TopologicalOrder, RefusesWhatItsHeadsDoNotLeadTo) {
  const RevisionMap map(Revisions("a b<a c<a"));
  const NodeSet all = Reach(map, Targets(HeadsOf(map)), Direction::kNeeds);
  try {
    TopologicalOrder(map, all, {map.Find("b")});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.exception_class(), "AssertionError");
    EXPECT_EQ(error.hint(), "the target does not lead down to all of the revisions");
  }
}

TEST(TopologicalOrder, IsThatOfThePlainRules) {
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    const RevisionMap map(RandomGraph(120, seed));
    EXPECT_EQ(IdsOf(OrderOfAll(map)), PlainOrder(map)) << "seed " << seed;
  }
  for (const auto& revisions : {Chain(50), Fan(50), Ladder(50), Comb(50), Dependent(50)}) {
    const RevisionMap map(revisions);
    EXPECT_EQ(IdsOf(OrderOfAll(map)), PlainOrder(map));
  }
}

TEST(TopologicalOrder, GoesOnThroughACycleThatIsNotFound) {
  const RevisionMap map(Revisions("a b<a c<b,d d<c e<d"));
  EXPECT_TRUE(map.has_hidden_cycle());
  EXPECT_EQ(IdsOf(OrderOfAll(map)), (Ids{"e", "d", "c", "b", "a"}));
}

/// Quadratic time, or a stack for each revision, would not come through this.
TEST(TopologicalOrder, TakesLargeGraphs) {
  const RevisionMap chain(Chain(100000));
  EXPECT_EQ(OrderOfAll(chain).size(), chain.size());
  for (const auto& make : {Fan, Ladder, Comb, Dependent}) {
    const RevisionMap map(make(30000));
    EXPECT_EQ(OrderOfAll(map).size(), map.size());
  }
}

}  // namespace
}  // namespace limbeck::graph

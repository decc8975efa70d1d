#include "draw/revisions.h"

#include <gtest/gtest.h>

namespace limbeck::draw {
namespace {

using graph::Revision;
using State = RevisionBox::State;

graph::RevisionMap Diamond() {
  return graph::RevisionMap(
      {{.id = "a", .docstring = "start"},
       {.id = "b", .down_revisions = {"a"}, .branch_labels = {"left"}, .docstring = "\"left\" <1>"},
       {.id = "c", .down_revisions = {"a"}},
       {.id = "d", .down_revisions = {"b", "c"}},
       {.id = "e", .dependencies = {"c"}}});
}

std::vector<const graph::Node*> All(const graph::RevisionMap& map) {
  std::vector<const graph::Node*> nodes;
  for (auto it = map.nodes().rbegin(); it != map.nodes().rend(); ++it) nodes.push_back(&*it);
  return nodes;
}

std::vector<DatabaseMark> Two(const graph::RevisionMap& map) {
  return {{"staging", {map.Find("d")}}, {"production", {map.Find("b")}}};
}

/// `length` revisions, each on the one before: "r0", "r1" ...
graph::RevisionMap Chain(int length) {
  std::vector<Revision> revisions;
  for (int i = 0; i < length; ++i) {
    revisions.push_back({.id = "r" + std::to_string(i)});
    if (i > 0) revisions.back().down_revisions = {"r" + std::to_string(i - 1)};
  }
  return graph::RevisionMap(std::move(revisions));
}

TEST(Revisions, StatesSayWhoHasWhat) {
  const graph::RevisionMap map = Diamond();
  const std::vector<State> expected = {State::kApplied, State::kApplied, State::kSome, State::kSome, State::kPending};
  EXPECT_EQ(StatesOf(map, Two(map)), expected);
  EXPECT_EQ(StatesOf(map, {}), std::vector<State>{});
}

TEST(Revisions, DotHasBoxesLinksAndDatabases) {
  const graph::RevisionMap map = Diamond();
  EXPECT_EQ(ToDot(MakeRevisionDiagram(map, All(map), Two(map), true)),
            R"(digraph revisions {
  graph [rankdir=BT, bgcolor=white, ranksep=0.35, nodesep=0.3, pad=0.3, fontname="Helvetica"];
  node [shape=box, fontname="Helvetica", fontsize=11, color="#808080"];
  edge [color="#808080", arrowsize=0.7];
  r0 [label=<<B>e</B>>, style="rounded,filled,dashed", fillcolor="white", penwidth=2];
  r1 [label=<<B>d</B>>, style="rounded,filled", fillcolor="#fbe0b8", penwidth=2];
  r2 [label=<<B>c</B>>, style="rounded,filled", fillcolor="#fbe0b8"];
  r3 [label=<<B>b</B> <I>left</I><BR/>&quot;left&quot; &lt;1&gt;>, style="rounded,filled", fillcolor="#d3eccd"];
  r4 [label=<<B>a</B><BR/>start>, style="rounded,filled", fillcolor="#d3eccd"];
  r2 -> r0 [style=dashed];
  r3 -> r1;
  r2 -> r1;
  r4 -> r2;
  r4 -> r3;
  d0 [label="staging", shape=cylinder, style=filled, fillcolor="#cfe3f7"];
  d0 -> r1 [style=dotted, constraint=false];
  {rank=same; d0; r1}
  d1 [label="production", shape=cylinder, style=filled, fillcolor="#cfe3f7"];
  d1 -> r3 [style=dotted, constraint=false];
  {rank=same; d1; r3}
}
)");
}

TEST(Revisions, MermaidEscapesInItsOwnWay) {
  const graph::RevisionMap map = Diamond();
  EXPECT_EQ(ToMermaid(MakeRevisionDiagram(map, {map.Find("b"), map.Find("a")}, {}, true)),
            R"(flowchart BT
    r0["<b>b</b> <i>left</i><br/>#quot;left#quot; #lt;1#gt;"]
    r1["<b>a</b><br/>start"]
    r1 --> r0
)");
  EXPECT_EQ(ToMermaid(MakeRevisionDiagram(map, {map.Find("a")}, {{"app", {map.Find("a")}}}, true)),
            R"(flowchart BT
    r0["<b>a</b><br/>start"]:::applied
    d0[("app")]
    d0 -.- r0
    classDef applied fill:#d3eccd,stroke:#808080
    classDef some fill:#fbe0b8,stroke:#808080
    classDef pending fill:#fff,stroke:#808080,stroke-dasharray:4
)");
}

TEST(Revisions, LongRowsAreFoldedWhereNothingHappens) {
  const graph::RevisionMap map = Chain(40);
  const std::vector<DatabaseMark> databases = {{"app", {map.Find("r30")}}};
  const RevisionDiagram diagram = MakeRevisionDiagram(map, All(map), databases, true);
  std::vector<std::pair<std::string, size_t>> boxes;
  for (const RevisionBox& box : diagram.boxes) boxes.emplace_back(box.id, box.count);
  const std::vector<std::pair<std::string, size_t>> expected = {
      {"r39", 1}, {"r38", 8}, {"r30", 1}, {"r29", 29}, {"r0", 1}};
  EXPECT_EQ(boxes, expected);
  const std::vector<RevisionLink> links = {{0, 1}, {1, 2}, {2, 3}, {3, 4}};
  EXPECT_EQ(diagram.links, links);
  EXPECT_EQ(MakeRevisionDiagram(map, All(map), databases, false).boxes.size(), 40U);
  const graph::RevisionMap small = Chain(5);
  EXPECT_EQ(MakeRevisionDiagram(small, All(small), {}, true).boxes.size(), 5U);
}

}  // namespace
}  // namespace limbeck::draw

#include "graph/describe.h"

#include <gtest/gtest.h>

#include "graph/revision_map.h"
#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

TEST(Describe, BranchesAreListedBelowTheirPoint) {
  const RevisionMap map(Revisions("base b<base@alpha cc<base d<b,cc"));
  EXPECT_EQ(BranchEntry(*map.Find("base"), false),
            "base (branchpoint)\n"
            "     -> b (alpha)\n"
            "     -> cc\n");
  EXPECT_EQ(BranchEntry(*map.Find("base"), true),
            "Rev: base (branchpoint)\n"
            "Parent: <base>\n"
            "Branches into: b, cc\n"
            "Path: /p/base.py\n"
            "\n"
            "    step base\n"
            "\n"
            "     -> b (alpha), step b\n"
            "     -> cc, step cc\n");
}

TEST(Describe, TheLongFormShowsAllThereIs) {
  const RevisionMap map(Revisions("a b c<a,b@x,y+d d<a e<c f<c"));
  EXPECT_EQ(LogEntry(*map.Find("c"), true),
            "Rev: c (branchpoint) (mergepoint) (current)\n"
            "Merges: a, b\n"
            "Also depends on: d\n"
            "Branches into: e, f\n"
            "Branch names: x, y\n"
            "Path: /p/c.py\n"
            "\n"
            "    step c\n");
  EXPECT_EQ(ShortLine(*map.Find("c"), kHistoryLine), "a, b (d) -> c (x, y) (branchpoint) (mergepoint), step c");
  EXPECT_EQ(ShortLine(*map.Find("d"), kHeadsLine), "d (effective head)");
}

}  // namespace
}  // namespace limbeck::graph

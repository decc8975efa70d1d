#include "graph/head_maintainer.h"

#include <gtest/gtest.h>

#include "graph/plan.h"
#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

Ids LogOf(const RevisionMap& map, const std::vector<Step>& steps, const Ids& rows) {
  HeadMaintainer maintainer(map, rows);
  Ids log;
  for (const Step& step : steps) log.push_back(maintainer.Apply(step).log);
  return log;
}

TEST(HeadMaintainer, SaysWhatItDoesForTheDebugLog) {
  const RevisionMap map(Revisions("a b<a c<a d<b,c e<d"));
  EXPECT_EQ(LogOf(map, UpgradeSteps(map, "head", {}), {}),
            (Ids{"new branch insert a", "update a to c", "new branch insert b", "merge, delete ['b'], update c to d",
                 "update d to e"}));
  EXPECT_EQ(LogOf(map, DowngradeSteps(map, "base", {"e"}), {"e"}),
            (Ids{"update e to d", "unmerge, insert ('b',), update d to c", "branch delete b", "update c to a",
                 "branch delete a"}));
}

TEST(HeadMaintainer, MovesRowsAsStampSteps) {
  const RevisionMap map(Revisions("a b<a c<a"));
  const Step unmerge = StampStep{{"a"}, {"b", "c"}, true, false};
  HeadMaintainer maintainer(map, {"a"});
  EXPECT_EQ(maintainer.Apply(StampStep{{"a"}, {"b"}, true, false}).log, "update a to b");
  EXPECT_EQ(maintainer.Apply(StampStep{{}, {"c"}, true, true}).log, "new branch insert c");
  EXPECT_EQ(maintainer.Apply(StampStep{{"b", "c"}, {"a"}, false, false}).log, "merge, delete ['b'], update c to a");
  EXPECT_EQ(maintainer.heads(), std::set<std::string>{"a"});
  EXPECT_EQ(maintainer.Apply(StampStep{{"a"}, {}, false, true}).log, "branch delete a");
  EXPECT_EQ(maintainer.heads(), std::set<std::string>{});
}

TEST(HeadMaintainer, FailsAsAlembicDoesWhereRowsDoNotFit) {
  const RevisionMap map(Revisions("a b<a c d<b,c"));
  const struct {
    Ids rows;
    Step step;
    std::string exception;
    std::string text;
    std::string hint;
  } cases[] = {
      {{"a"},
       RevisionStep{map.Find("a"), true},
       "AssertionError",
       "",
       "the version table already holds a, which is to be inserted"},
      {{"c"},
       RevisionStep{map.Find("b"), false},
       "KeyError",
       "'b'",
       "the version table does not hold b, which is to be updated"},
      {{"a"},
       RevisionStep{map.Find("b"), false},
       "AssertionError",
       "",
       "the version table already holds a, to which b is to be updated"},
      {{"a"},
       RevisionStep{map.Find("d"), false},
       "AssertionError",
       "Can't do an UPDATE because downrevision is ambiguous",
       "the version table does not hold d, which is to be taken back"},
      {{"a"},
       StampStep{{"x"}, {}, false, true},
       "KeyError",
       "'x'",
       "the version table does not hold x, which is to be deleted"},
  };
  for (const auto& row : cases) {
    try {
      HeadMaintainer(map, row.rows).Apply(row.step);
      FAIL() << row.hint;
    } catch (const Error& error) {
      EXPECT_EQ(error.exception_class(), row.exception);
      EXPECT_EQ(error.message(), row.text);
      EXPECT_EQ(error.hint(), row.hint);
    }
  }
}

/// All up: the rows are the effective heads. All down again: no row is left.
void GoUpAndDown(const RevisionMap& map) {
  HeadMaintainer maintainer(map, {});
  for (const Step& step : UpgradeSteps(map, "heads", {})) maintainer.Apply(step);
  const Ids rows(maintainer.heads().begin(), maintainer.heads().end());
  EXPECT_EQ(maintainer.heads(), std::set<std::string>(map.effective_heads().begin(), map.effective_heads().end()));
  for (const Step& step : DowngradeSteps(map, "base", rows)) maintainer.Apply(step);
  EXPECT_EQ(maintainer.heads(), std::set<std::string>{});
}

TEST(HeadMaintainer, LeavesNoTraceAfterUpAndDown) {
  for (uint32_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    GoUpAndDown(RevisionMap(GrownGraph(200, seed)));
  }
}

/// Looking at all ancestors in each step would not come through this.
TEST(HeadMaintainer, TakesLargeGraphs) {
  GoUpAndDown(RevisionMap(Chain(100000)));
  for (const auto& make : {Fan, Ladder, Comb, Dependent}) GoUpAndDown(RevisionMap(make(20000)));
}

}  // namespace
}  // namespace limbeck::graph

#include "graph/revision_map.h"

#include <gtest/gtest.h>

#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

template <typename Act>
Error ErrorOf(Act act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::kInternal, "nothing was thrown");
}

TEST(RevisionMap, SaysWhichFileNamesAMissingRevision) {
  Warnings warnings;
  const Error error = ErrorOf([&] { RevisionMap(Revisions("a b<x c<b"), &warnings); });
  EXPECT_EQ(error.kind(), ErrorKind::kScript);
  EXPECT_EQ(error.exception_class(), "KeyError");
  EXPECT_EQ(error.message(), "'x'");
  EXPECT_EQ(error.hint(), "revision b names 'x' as its down_revision, but no revision has that id");
  EXPECT_EQ(error.place().file, "/p/b.py");
  EXPECT_EQ(warnings, Warnings{"Revision x referenced from x -> b (head), step b is not present"});
}

TEST(RevisionMap, RefusesIdsThatSymbolsWouldTakeApart) {
  EXPECT_EQ(ErrorOf([] { VerifyRevisionId("b+a-c@:@"); }).message(),
            "Character(s) '+, -, :, @' not allowed in revision identifier 'b+a-c@:@'");
  EXPECT_NO_THROW(VerifyRevisionId("a_b.c 1"));
}

TEST(RevisionMap, KeepsItsNodesWhenMovedAndAddedTo) {
  RevisionMap first(Revisions("a b<a"));
  const Node* a = first.Find("a");
  RevisionMap map = std::move(first);
  const Node& c = map.Add(Revisions("c<a@side+b")[0]);
  EXPECT_EQ(map.Find("a"), a);
  EXPECT_EQ(IdsOf(a->children), (Ids{"b", "c"}));
  EXPECT_EQ(IdsOf(c.needs), (Ids{"a", "b"}));
  EXPECT_EQ(map.heads(), (Ids{"b", "c"}));
  EXPECT_EQ(map.effective_heads(), Ids{"c"});
  EXPECT_EQ(map.Find("side"), &c);
}

TEST(RevisionMap, AddsToAnEmptyOne) {
  RevisionMap map;
  map.Add(Revisions("a")[0]);
  map.Add(Revisions("b<a")[0]);
  EXPECT_EQ(map.heads(), Ids{"b"});
  EXPECT_EQ(map.bases(), Ids{"a"});
}

TEST(RevisionMap, NeedsADependencyOnceOnEachLine) {
  const RevisionMap map(Revisions("a b<a+x c<b+x d<c+x,y x y e+x"));
  EXPECT_EQ(IdsOf(map.Find("b")->needs), (Ids{"a", "x"}));
  EXPECT_EQ(IdsOf(map.Find("c")->needs), Ids{"b"});
  EXPECT_EQ(IdsOf(map.Find("d")->needs), (Ids{"c", "y"}));
  EXPECT_EQ(IdsOf(map.Find("e")->needs), Ids{"x"});
}

TEST(RevisionMap, FindsAHiddenCycle) {
  EXPECT_TRUE(RevisionMap(Revisions("a b<a,c c<b d<c")).has_hidden_cycle());
  EXPECT_FALSE(RevisionMap(Revisions("a b<a c<a d<b,c e+d")).has_hidden_cycle());
}

TEST(RevisionMap, SpreadsLabelsDownAChainOfAHundredThousand) {
  std::vector<Revision> revisions = Chain(100000);
  revisions.back().branch_labels = {"top"};
  revisions.front().branch_labels = {"bottom"};
  const RevisionMap map(std::move(revisions));
  EXPECT_EQ(map.Find("m50000")->labels, (Ids{"bottom", "top"}));
  EXPECT_EQ(map.Find("m0")->labels, (Ids{"bottom", "top"}));
}

}  // namespace
}  // namespace limbeck::graph

#include "graph/range.h"

#include <gtest/gtest.h>

#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

template <typename Act>
std::string Failure(Act act) {
  try {
    act();
  } catch (const Error& error) {
    return error.exception_class() + "|" + error.message();
  }
  return "none";
}

TEST(Range, IsTakenApartAsEachCommandDoes) {
  EXPECT_EQ(ParseHistoryRange(" a: "), (RevisionRange{"a", ""}));
  EXPECT_EQ(ParseHistoryRange(":b"), (RevisionRange{"", "b"}));
  EXPECT_EQ(ParseUpgradeRange("a:b", true), (RevisionRange{"a", "b"}));
  EXPECT_EQ(ParseUpgradeRange("b", true), (RevisionRange{std::nullopt, "b"}));
  EXPECT_EQ(ParseDowngradeRange("b", false), (RevisionRange{std::nullopt, "b"}));
}

TEST(Range, IsRefusedWhereACommandTakesNone) {
  const std::string too_many = "ValueError|too many values to unpack (expected 2)";
  EXPECT_EQ(Failure([] { ParseHistoryRange("a"); }), "|History range requires [start]:[end], [start]:, or :[end]");
  EXPECT_EQ(Failure([] { ParseHistoryRange("a:b:c"); }), too_many);
  EXPECT_EQ(Failure([] { ParseUpgradeRange("a:b", false); }), "|Range revision not allowed");
  EXPECT_EQ(Failure([] { ParseUpgradeRange("a:b:c", true); }), too_many);
  EXPECT_EQ(Failure([] { ParseDowngradeRange("a:b", false); }), "|Range revision not allowed");
  EXPECT_EQ(Failure([] { ParseDowngradeRange("a", true); }), "|downgrade with --sql requires <fromrev>:<torev>");
}

TEST(StampTargets, ShareOneStart) {
  EXPECT_EQ(ParseStampTargets({"a:b", "c", "a:d"}, true), (StampTargets{"a", {"b", "c", "d"}}));
  EXPECT_EQ(ParseStampTargets({"a:b"}, false), (StampTargets{std::nullopt, {"a:b"}}));
  EXPECT_EQ(Failure([] {
              ParseStampTargets({"a:b", "c:d"}, true);
            }),
            "|Stamp operation with --sql only supports a single starting revision at a time");
}

TEST(OfflineHeads, AreOneRevisionOrNone) {
  const RevisionMap map(Revisions("abcd1 abcd2<abcd1@alpha"));
  EXPECT_EQ(OfflineHeads(map, std::nullopt), Ids{});
  EXPECT_EQ(OfflineHeads(map, "base"), Ids{});
  EXPECT_EQ(OfflineHeads(map, "head"), Ids{"abcd2"});
  EXPECT_EQ(Failure([&] { OfflineHeads(map, "alpha@base"); }),
            "AttributeError|'NoneType' object has no attribute 'revision'");
  EXPECT_EQ(Failure([&] { OfflineHeads(map, ""); }), "AssertionError|");
}

}  // namespace
}  // namespace limbeck::graph

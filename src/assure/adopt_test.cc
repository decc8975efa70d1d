#include "assure/adopt.h"

#include <gtest/gtest.h>

namespace limbeck::assure {
namespace {

using Kind = AdoptionMatch::Kind;

inspect::SchemaObject Table(const char* name) {
  return {.kind = "table", .name = name, .definition = ""};
}

class MatchTest : public testing::Test {
 protected:
  MatchTest() {
    for (graph::Node* node : {&first_, &second_, &merge_}) node->revision.id = "r" + std::to_string(++count_);
    merge_.revision.down_revisions = {"r1", "r2"};
    known_ = {{nullptr, {}, {}}, {&first_, {"r1"}, {Table("a")}}, {&second_, {"r2"}, {Table("a"), Table("b")}}};
  }

  graph::Node first_;
  graph::Node second_;
  graph::Node merge_;
  int count_ = 0;
  std::vector<KnownSchema> known_;
};

TEST_F(MatchTest, FindsTheRevision) {
  const AdoptionMatch match = MatchSchema(known_, {Table("a")}, AmongEqual::kRefuse);
  EXPECT_EQ(match.kind, Kind::kFound);
  EXPECT_EQ(match.known->heads, std::vector<std::string>{"r1"});
}

TEST_F(MatchTest, NothingIsNothingToAdopt) {
  EXPECT_EQ(MatchSchema(known_, {}, AmongEqual::kRefuse).kind, Kind::kEmpty);
}

TEST_F(MatchTest, NamesTheNearestAndWhatDiffers) {
  const AdoptionMatch match = MatchSchema(known_, {Table("a"), Table("b"), Table("c")}, AmongEqual::kLatest);
  EXPECT_EQ(match.kind, Kind::kNone);
  EXPECT_EQ(match.known->node, &second_);
  ASSERT_EQ(match.differences.size(), 1U);
  EXPECT_EQ(match.differences[0].Text(), "table c: not expected");
}

TEST_F(MatchTest, DoesNotChooseAmongRevisionsThatOnlyChangeRows) {
  known_.push_back({&second_, {"r3"}, {Table("a"), Table("b")}});
  const inspect::Snapshot live = {Table("a"), Table("b")};
  EXPECT_EQ(MatchSchema(known_, live, AmongEqual::kRefuse).kind, Kind::kAmbiguous);
  EXPECT_EQ(MatchSchema(known_, live, AmongEqual::kEarliest).known->heads, std::vector<std::string>{"r2"});
  EXPECT_EQ(MatchSchema(known_, live, AmongEqual::kLatest).known->heads, std::vector<std::string>{"r3"});
}

TEST_F(MatchTest, AMergeIsDoneWhereItsBranchesAre) {
  known_.push_back({&merge_, {"r3"}, {Table("a"), Table("b")}});
  const AdoptionMatch match = MatchSchema(known_, {Table("a"), Table("b")}, AmongEqual::kRefuse);
  EXPECT_EQ(match.kind, Kind::kFound);
  EXPECT_EQ(match.known->heads, std::vector<std::string>{"r3"});
}

}  // namespace
}  // namespace limbeck::assure

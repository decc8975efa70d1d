#include "cli/rename_offers.h"

#include <gtest/gtest.h>

namespace limbeck::cli {
namespace {

const std::vector<compare::RenameCandidate> kCandidates = {{"users:people", "table users", "people"},
                                                           {"posts.name:title", "column posts.name", "title"},
                                                           {"posts.a:b", "column posts.a", "b"}};

TEST(RenameOffers, TakesWhatSomebodySaysYesTo) {
  FakeTerminal terminal;
  terminal.set_is_terminal(true);
  terminal.set_answers({"n", " Yes "});
  EXPECT_EQ(OfferRenames(kCandidates, terminal), std::vector<std::string>{"posts.name:title"});
  EXPECT_EQ(terminal.err(),
            "Is table users renamed to people? [y/N] Is column posts.name renamed to title? [y/N] "
            "Is column posts.a renamed to b? [y/N] ");
}

TEST(RenameOffers, AsksNobodyWithoutATerminal) {
  FakeTerminal terminal;
  terminal.set_answers({"y", "y", "y"});
  EXPECT_EQ(OfferRenames(kCandidates, terminal), std::vector<std::string>());
  EXPECT_EQ(terminal.err(), "");
}

}  // namespace
}  // namespace limbeck::cli

#include "base/pattern.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

TEST(Pattern, FindsGroupsAndSaysWhichTookNoPart) {
  const Pattern pattern(R"((a)|(b)(\w))");
  const auto matches = pattern.FindAll("a b\xC3\xA4");
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].groups, (std::vector<std::optional<std::string>>{"a", "a", std::nullopt, std::nullopt}));
  EXPECT_EQ(matches[1].groups, (std::vector<std::optional<std::string>>{"b\xC3\xA4", std::nullopt, "b", "\xC3\xA4"}));
}

TEST(Pattern, IgnoresCaseAndCrossesLinesWhereAsked) {
  EXPECT_TRUE(Pattern("CHECK", Pattern::Flag::kIgnoreCase).Matches("a check"));
  EXPECT_FALSE(Pattern("a.b").Matches("a\nb"));
  EXPECT_TRUE(Pattern("A.B", Pattern::Flag::kIgnoreCaseDotAll).Matches("a\nb"));
}

TEST(Pattern, ReplacesAndSplits) {
  EXPECT_EQ(Pattern("x*").Replace("axxb", "-"), "-a--b-");
  EXPECT_EQ(Pattern(R"(\s*,\s*)").Split("a , b,c"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(EscapePattern("a.b_c(d)"), R"(a\.b_c\(d\))");
}

TEST(Pattern, TextThatIsNoUtf8MatchesNothing) {
  EXPECT_FALSE(Pattern(".").Matches("\xFF"));
}

}  // namespace
}  // namespace limbeck

#include "graph/relative.h"

#include <gtest/gtest.h>

#include <limits>

namespace limbeck::graph {
namespace {

constexpr int64_t kMost = std::numeric_limits<int64_t>::max();

/// "branch|symbol|text|steps", with "-" for a part that is not there.
std::string Parsed(const std::string& text) {
  const auto relative = ParseRelative(text);
  if (!relative) return "none";
  return relative->branch.value_or("-") + "|" + relative->symbol.value_or("-") + "|" + relative->text + "|" +
         std::to_string(relative->steps);
}

TEST(Relative, IsReadAsTheRegularExpressionReadsIt) {
  const struct {
    std::string text;
    std::string parsed;
  } rows[] = {
      {"+1", "-|-|+1|1"},
      {"-2", "-|-|-2|-2"},
      {"ae10+3", "-|ae10|+3|3"},
      {"alpha@+1", "alpha|-|+1|1"},
      {"alpha@ae10-1", "alpha|ae10|-1|-1"},
      {"a@b@c+1", "a@b|c|+1|1"},
      {"a-b@head", "none"},
      {"a-1b@head", "-|a|-1|-1"},
      {"@+1", "none"},
      {"a@@+1", "a@|-|+1|1"},
      {"+1 and more", "-|-|+1|1"},
      {"head", "none"},
      {"", "none"},
      {"+", "none"},
      {"a+b", "none"},
      {"a\n@+1", "none"},
      {"+007", "-|-|+007|7"},
      {"\xC3\xBC+1", "-|\xC3\xBC|+1|1"},
      {"-99999999999999999999", "-|-|-99999999999999999999|" + std::to_string(-kMost)},
  };
  for (const auto& row : rows) EXPECT_EQ(Parsed(row.text), row.parsed) << row.text;
}

TEST(Relative, PrintsItsNumberAsPythonDoes) {
  EXPECT_EQ(ParseRelative("-007")->Magnitude(), "7");
  EXPECT_EQ(ParseRelative("-007")->Number(), "-7");
  EXPECT_EQ(ParseRelative("-0")->Number(), "0");
  EXPECT_EQ(ParseRelative("+0")->Magnitude(), "0");
  EXPECT_EQ(ParseRelative("-99999999999999999999")->Number(), "-99999999999999999999");
}

TEST(NegativeInteger, IsWhatPythonsIntTakes) {
  EXPECT_EQ(ParseNegativeInteger("-3"), -3);
  EXPECT_EQ(ParseNegativeInteger(" -1_0 "), -10);
  EXPECT_EQ(ParseNegativeInteger("-99999999999999999999"), -kMost);
  for (const std::string text : {"3", "+3", "-", "", "-0", "-1_", "-_1", "-1__0", "- 1", "-1a"}) {
    EXPECT_EQ(ParseNegativeInteger(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace limbeck::graph

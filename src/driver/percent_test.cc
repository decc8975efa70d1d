#include "driver/percent.h"

#include <gtest/gtest.h>

namespace limbeck::driver {
namespace {

struct Row {
  std::string_view encoded;
  std::string_view decoded;
};

TEST(Percent, DecodesAsUnquoteDoes) {
  constexpr Row kRows[] = {
      {"", ""},        {"a+b", "a+b"},      {"%41%62", "Ab"},
      {"%", "%"},      {"%4", "%4"},        {"%zz%41", "%zzA"},
      {"%c3%A9", "é"}, {"%FFx", "\uFFFDx"}, {"p%40ss%2Fw%25", "p@ss/w%"},
  };
  for (const Row& row : kRows) EXPECT_EQ(PercentDecode(row.encoded), row.decoded) << row.encoded;
}

TEST(Percent, EncodesAsQuoteDoes) {
  EXPECT_EQ(PercentEncode("a/b c~é%"), "a/b%20c~%C3%A9%25");
  EXPECT_EQ(PercentEncode("a/b +c!*'()", " +"), "a%2Fb +c%21%2A%27%28%29");
  EXPECT_EQ(PercentEncodePlus("a/b c+d"), "a%2Fb+c%2Bd");
}

TEST(Percent, QueryPartsWithoutValueAreLeftOut) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(ParseQuery("a=1;b=2&&c=%zz&=5&d=&e&a=x+y%2B"),
            (Pairs{{"a", "1;b=2"}, {"c", "%zz"}, {"", "5"}, {"a", "x y+"}}));
  EXPECT_EQ(ParseQuery(""), Pairs{});
}

}  // namespace
}  // namespace limbeck::driver

#include "base/json_string.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

std::string Written(std::string_view value, bool ensure_ascii) {
  std::string text;
  AppendJsonString(text, value, ensure_ascii);
  return text;
}

TEST(JsonString, EscapesWhatJsonMust) {
  EXPECT_EQ(Written("a\"\\\n\t\x01/", true), "\"a\\\"\\\\\\n\\t\\u0001/\"");
}

TEST(JsonString, EscapesBeyondAsciiWhenAsked) {
  EXPECT_EQ(Written("\xC3\xA4\xF0\x9F\x98\x80", true), "\"\\u00e4\\ud83d\\ude00\"");
  EXPECT_EQ(Written("\xC3\xA4", false), "\"\xC3\xA4\"");
  EXPECT_EQ(Written("\xED\xA0\x80", true), "\"\\ud800\"");
}

}  // namespace
}  // namespace limbeck

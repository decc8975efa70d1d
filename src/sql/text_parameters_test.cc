#include "sql/text_parameters.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace limbeck::sql {
namespace {

std::string Marked(const std::string& sql) {
  return ReplaceTextParameters(sql, [](const std::string& name) { return "<" + name + ">"; });
}

TEST(TextParameters, AreWordsBehindOneColon) {
  const std::pair<const char*, const char*> kRows[] = {
      {":a", "<a>"},     {"x:a", "x:a"}, {"a::int", "a::int"},  {"(:a)", "(<a>)"},
      {":a:b", ":a:b"},  {"\\:a", ":a"}, {": a", ": a"},        {":a$1", "<a$1>"},
      {"':a'", "'<a>'"}, {":ä", "<ä>"},  {"\\:a :b", ":a <b>"}, {":a,:b", "<a>,<b>"},
  };
  for (const auto& [sql, expected] : kRows) EXPECT_EQ(Marked(sql), expected) << sql;
}

TEST(TextParameters, AreEscaped) {
  const std::pair<const char*, const char*> kRows[] = {
      {"SELECT 1", "SELECT 1"},     {"a::text", "a::text"}, {"x = :name", "x = \\:name"},
      {"'12:30:00'", "'12:30:00'"}, {"x = :é", "x = \\:é"}, {":x:", ":x:"},
      {"a[1 : 2]", "a[1 : 2]"},     {"(:a)", "(\\:a)"},     {"'a\\:b'", "'a\\\\:b'"},
  };
  for (const auto& [sql, text] : kRows) EXPECT_EQ(EscapeTextParameters(sql), text);
}

// Every text of up to six of the bytes that the two have rules for.
TEST(TextParameters, AreWhatEscapingTakesBack) {
  const std::string kBytes = ":\\a$ \xc3";
  for (size_t length = 0; length <= 6; ++length) {
    for (std::string sql(length, kBytes[0]);;) {
      ASSERT_EQ(Marked(EscapeTextParameters(sql)), sql);
      size_t place = 0;
      for (; place < length; ++place) {
        const size_t next = kBytes.find(sql[place]) + 1;
        sql[place] = kBytes[next % kBytes.size()];
        if (next < kBytes.size()) break;
      }
      if (place == length) break;
    }
  }
}

}  // namespace
}  // namespace limbeck::sql

#include "python/std/regex.h"

#include <gtest/gtest.h>

#include "python/interpreter.h"
#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

TEST(Regex, TranslatesWhatPcreReadsDifferently) {
  struct Row {
    const char* pattern;
    const char* translated;
  };
  const Row rows[] = {
      {"ab_1", "ab_1"},
      {"a b", "a\\x{20}b"},
      {"\\Z", "\\z"},
      {"\\v", "\\x{b}"},
      {"a{,3}", "a{0,3}"},
      {"a{x}", "a\\x{7b}x\\x{7d}"},
      {"(?P<n>a)(?P=n)", "(a)\\g{1}"},
      {"[]a-c]", "[\\x{5d}\\x{61}-\\x{63}]"},
      {"\\s", "[\\s\\x1c-\\x1f]"},
      {"^*", "(?:^)*"},
      {"(?x)a # note\n b", "ab"},
      {"(?i-s:a)", "(?i-s:a)"},
  };
  ScriptHostForTests host;
  const Interpreter interpreter(host.host(), {});
  for (const Row& row : rows) EXPECT_EQ(TranslateRegex(row.pattern, 0, false).text, row.translated);
}

TEST(Regex, KnowsTheGroupThatClosedLast) {
  ScriptHostForTests host;
  const Interpreter interpreter(host.host(), {});
  const Regex nested("((a)b)(c)?", 0, false);
  const auto spans = nested.Match("ab", 0, Regex::Where::kStart, false);
  ASSERT_TRUE(spans);
  EXPECT_EQ(nested.LastClosed(*spans), 1U);
}

}  // namespace
}  // namespace limbeck::python

#include "dialect/sqlite/reflected_defaults.h"

#include <gtest/gtest.h>

namespace limbeck::dialect::sqlite {
namespace {

TEST(ProtectedDefault, StandsInParenthesesUnlessItIsSafe) {
  const std::pair<const char*, const char*> rows[] = {
      {"5", "5"},
      {"10", "(10)"},
      {"-1", "(-1)"},
      {"CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP)"},
      {"'it''s'", "'it''s'"},
      {"'a' || 'b'", "('a' || 'b')"},
      {"(lower('A)'))", "(lower('A)'))"},
      {"('a') || ('b')", "(('a') || ('b'))"},
      {"(\n lower('A')\n)", "((\n lower('A')\n))"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(ProtectedDefault(text), expected);
}

}  // namespace
}  // namespace limbeck::dialect::sqlite

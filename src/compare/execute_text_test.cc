#include "compare/execute_text.h"

#include <gtest/gtest.h>

namespace limbeck::compare {
namespace {

TEST(ExecuteText, EscapesWhatWouldBeAParameter) {
  const std::pair<const char*, const char*> kRows[] = {
      {"SELECT 1", "SELECT 1"}, {"a::text", "a::text"}, {"x = :name", "x = \\:name"}, {"'12:30:00'", "'12:30:00'"},
      {"a[1 : 2]", "a[1 : 2]"}, {"(:a)", "(\\:a)"},     {"'a\\:b'", "'a\\\\:b'"},
  };
  for (const auto& [sql, text] : kRows) EXPECT_EQ(EscapeParameters(sql), text);
}

TEST(ExecuteText, WritesALineForALine) {
  EXPECT_EQ(ExecuteCalls({}, "op."), "");
  EXPECT_EQ(ExecuteCalls({"CREATE TYPE a AS ENUM ('x')", "DROP TYPE b"}, "op."),
            "op.execute(\"CREATE TYPE a AS ENUM ('x')\")\nop.execute('DROP TYPE b')");
  EXPECT_EQ(ExecuteCalls({"CREATE VIEW v AS\n SELECT 1,\n    2"}, "op."),
            "op.execute(\n    'CREATE VIEW v AS\\n'\n    ' SELECT 1,\\n'\n    '    2'\n)");
}

}  // namespace
}  // namespace limbeck::compare

#include "compare/execute_text.h"

#include <gtest/gtest.h>

namespace limbeck::compare {
namespace {

TEST(ExecuteText, WritesALineForALine) {
  EXPECT_EQ(ExecuteCalls({}, "op."), "");
  EXPECT_EQ(ExecuteCalls({"CREATE TYPE a AS ENUM ('x')", "DROP TYPE b"}, "op."),
            "op.execute(\"CREATE TYPE a AS ENUM ('x')\")\nop.execute('DROP TYPE b')");
  EXPECT_EQ(ExecuteCalls({"CREATE VIEW v AS\n SELECT 1,\n    2"}, "op."),
            "op.execute(\n    'CREATE VIEW v AS\\n'\n    ' SELECT 1,\\n'\n    '    2'\n)");
  EXPECT_EQ(ExecuteCalls({"SELECT x = :name"}, "op."), "op.execute('SELECT x = \\\\:name')");
}

}  // namespace
}  // namespace limbeck::compare

#include "engine/script_shape.h"

#include <gtest/gtest.h>

namespace limbeck::engine {
namespace {

TEST(RaisesAlways, IsAStepOfTheFunctionItself) {
  struct Row {
    const char* text;
    int line;
    bool raises;
  };
  const Row rows[] = {
      {"def downgrade():\n    raise RuntimeError('no way back')\n", 2, true},
      {"def downgrade():\n    op.drop('t')\n    raise RuntimeError('no')\n", 3, true},
      {"def downgrade():\n    if rows:\n        raise RuntimeError('rows')\n", 3, false},
      {"def downgrade():\n    raise RuntimeError('no')\n", 1, false},
      {"def upgrade():\n    raise RuntimeError('no')\n", 2, false},
  };
  for (const Row& row : rows) {
    const auto script = std::make_shared<const SourceFile>("a.py", row.text);
    EXPECT_EQ(RaisesAlways(script, "downgrade", row.line), row.raises) << row.text;
  }
}

}  // namespace
}  // namespace limbeck::engine

#include "limbeck/error.h"

#include <gtest/gtest.h>

#include "base/source.h"

namespace limbeck {
namespace {

TEST(Place, CaretStandsUnderTheSpan) {
  const SourceFile file("env.py", "one\n\tsecond = törn\nthird");
  const Place place = file.PlaceOf({14, 19});
  EXPECT_EQ(place.Render(), "env.py:2:11\n    \tsecond = törn\n    \t         ^~~~");
}

TEST(Place, EndOfFileHasAPlace) {
  const SourceFile file("a.py", "x = (");
  EXPECT_EQ(file.PlaceOf({5, 5}).Render(), "a.py:1:6\n    x = (\n         ^");
}

TEST(Error, RendersAllThatItKnows) {
  Error error(ErrorKind::kDatabase, "no such table: users");
  error.At({.file = "v/1.py", .line = 3, .column = 5, .source_line = "    op.x()", .width = 6})
      .While("while applying 3f2a (add users)")
      .Statement("DROP TABLE users")
      .Hint("did you mean 'user'?");
  EXPECT_EQ(error.Render(),
            "no such table: users\n"
            "  at v/1.py:3:5\n"
            "        op.x()\n"
            "        ^~~~~~\n"
            "  while applying 3f2a (add users)\n"
            "  statement: DROP TABLE users\n"
            "  hint: did you mean 'user'?");
}

}  // namespace
}  // namespace limbeck

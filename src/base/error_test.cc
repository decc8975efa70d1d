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

TEST(Error, ShowsWhereTheStatementIsWrongAndWhatTheServerAdds) {
  DatabaseFacts facts;
  facts.detail = "why";
  facts.where = "f()";
  facts.position = 19;
  Error error(ErrorKind::kDatabase, "column \"né\" does not exist");
  error.Statement("SELECT 1,\n  törn, né\nFROM x").Hint("look").Database(facts);
  EXPECT_EQ(error.Render(),
            "column \"né\" does not exist\n"
            "  statement: SELECT 1,\n"
            "  törn, né\n"
            "        ^\n"
            "FROM x\n"
            "  detail: why\n"
            "  where: f()\n"
            "  hint: look");
}

TEST(Error, CaretOfAStatementOfOneLineStandsBehindTheLabel) {
  DatabaseFacts facts;
  facts.position = 8;
  Error error(ErrorKind::kDatabase, "no");
  error.Statement("SELECT x").Database(facts);
  EXPECT_EQ(error.Render(), "no\n  statement: SELECT x\n                    ^");
}

}  // namespace
}  // namespace limbeck

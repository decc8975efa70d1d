#include "draw/diagram.h"

#include <gtest/gtest.h>

#include "draw/helpers_test.h"

namespace limbeck::draw {
namespace {

TEST(Diagram, KnowsKeysAndReferences) {
  const Diagram diagram = MakeShop();
  ASSERT_EQ(diagram.tables.size(), 3U);
  EXPECT_EQ(diagram.tables[1].columns, (std::vector<Column>{{"id", "INTEGER", true, false, false},
                                                            {"a <b>", "TEXT", false, false, true},
                                                            {"customers_id", "INTEGER", false, true, true}}));
  const Link order{.from = 1, .to = 0, .columns = {"customers_id"}, .referents = {"id"}, .optional = true};
  const Link profile{.from = 2, .to = 0, .columns = {"customers_id"}, .referents = {"id"}, .unique = true};
  EXPECT_EQ(diagram.links, (std::vector<Link>{order, profile}));
  EXPECT_EQ(diagram.groups, (std::vector<Group>{{"customers", {0, 1, 2}}}));
}

TEST(Diagram, LeavesOutWhatIsNotThere) {
  EXPECT_TRUE(MakeDiagram({MakeTable("orders", {}, {"nowhere"})}, TypeName, Columns::kAll).links.empty());
}

TEST(Diagram, FoldsColumnsOfABigPicture) {
  const Diagram diagram = MakeDiagram(ManyTables(), TypeName, Columns::kAuto);
  EXPECT_EQ(diagram.tables[1].folded, 1U);
  EXPECT_EQ(diagram.tables[1].columns.size(), 2U);
  EXPECT_EQ(MakeDiagram(ManyTables(), TypeName, Columns::kAll).tables[1].folded, 0U);
  EXPECT_EQ(MakeDiagram({MakeTable("a", {"b"}, {})}, TypeName, Columns::kKeys).tables[0].folded, 1U);
}

TEST(Diagram, DrawsNoLinesBetweenGroups) {
  const Diagram diagram = MakeDiagram(ManyTables(), TypeName, Columns::kAuto);
  size_t far = 0;
  for (const Link& link : diagram.links) {
    EXPECT_EQ(link.is_far, diagram.tables[link.from].group != diagram.tables[link.to].group);
    far += link.is_far ? 1 : 0;
  }
  EXPECT_GT(far, 0U);
}

}  // namespace
}  // namespace limbeck::draw

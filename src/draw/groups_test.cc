#include "draw/groups.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "draw/helpers_test.h"

namespace limbeck::draw {
namespace {

TEST(Groups, FollowForeignKeys) {
  const Diagram diagram = MakeDiagram(ManyTables(), TypeName, Columns::kAuto);
  std::vector<std::string> names;
  for (const Group& group : diagram.groups) names.push_back(group.name);
  EXPECT_EQ(names, (std::vector<std::string>{"users", "films", "on their own"}));
  // What belongs to a star is with its centre.
  EXPECT_EQ(diagram.tables[1].group, diagram.tables[2].group);
  EXPECT_NE(diagram.tables[1].group, diagram.tables[11].group);
}

TEST(Groups, TakeInEveryTableOnce) {
  const Diagram diagram = MakeDiagram(ManyTables(), TypeName, Columns::kAuto);
  std::vector<size_t> all;
  for (const Group& group : diagram.groups) all.insert(all.end(), group.tables.begin(), group.tables.end());
  std::sort(all.begin(), all.end());
  ASSERT_EQ(all.size(), diagram.tables.size());
  for (size_t place = 0; place < all.size(); ++place) EXPECT_EQ(all[place], place);
}

TEST(Groups, TablesAloneAreTogether) {
  const Diagram diagram = MakeDiagram(ManyTables(), TypeName, Columns::kAuto);
  EXPECT_EQ(diagram.tables[21].group, diagram.tables[29].group);
}

TEST(Groups, NothingIsNoGroup) {
  EXPECT_TRUE(FindGroups(Diagram()).empty());
}

}  // namespace
}  // namespace limbeck::draw

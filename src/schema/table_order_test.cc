#include "schema/table_order.h"

#include <gtest/gtest.h>

#include <string>

namespace limbeck::schema {
namespace {

/// "a>b,c": a refers to b and c.
Table MakeTable(const std::string& text) {
  Table table;
  table.name = text.substr(0, 1);
  for (size_t i = 2; i < text.size(); i += 2) {
    ForeignKey key;
    key.columns = {"x"};
    key.referent_table = text.substr(i, 1);
    table.constraints.emplace_back(key);
  }
  return table;
}

struct Case {
  std::vector<std::string> tables;
  std::string order;
  std::string late;
};

TEST(TableOrder, ReferentsComeFirst) {
  const Case cases[] = {
      {{"a", "b", "c"}, "abc", ""}, {{"a>b", "b>c", "c"}, "cba", ""},           {{"a>c", "b", "c", "d>a"}, "bcad", ""},
      {{"a>a", "b>a"}, "ab", ""},   {{"a>b", "b>a", "c>a", "d"}, "abdc", "ab"}, {{"a>z"}, "a", ""},
  };
  for (const Case& row : cases) {
    std::vector<Table> tables;
    for (const std::string& text : row.tables) tables.push_back(MakeTable(text));
    const TableOrder result = SortTables(tables);
    std::string order;
    std::string late;
    for (const size_t place : result.order) order += tables[place].name.text;
    for (size_t i = 0; i < tables.size(); ++i) {
      if (result.keys_are_late[i]) late += tables[i].name.text;
    }
    EXPECT_EQ(order, row.order) << row.tables[0];
    EXPECT_EQ(late, row.late) << row.tables[0];
  }
}

}  // namespace
}  // namespace limbeck::schema

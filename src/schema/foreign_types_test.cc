#include "schema/foreign_types.h"

#include <gtest/gtest.h>

namespace limbeck::schema {
namespace {

Table MakeTable(const char* name, sql::Type type, const char* referent) {
  Table table;
  table.name = name;
  Column column;
  column.name = "id";
  column.type = std::move(type);
  if (referent != nullptr) {
    ForeignKey key;
    key.referent_table = referent;
    key.referent_columns = {"id"};
    column.foreign_keys.push_back(key);
  }
  table.columns.push_back(column);
  return table;
}

TEST(ForeignTypes, AreThoseOfReferents) {
  std::vector<Table> tables = {MakeTable("c", {}, "b"), MakeTable("b", {}, "a"),
                               MakeTable("a", sql::types::String(5), nullptr), MakeTable("d", {}, "nowhere")};
  tables.push_back(MakeTable("e", {}, nullptr));
  ForeignKey key;
  key.columns = {"id"};
  key.referent_table = "a";
  tables[4].constraints.emplace_back(key);
  ResolveReferents(tables);
  for (const size_t place : {0U, 1U, 4U}) EXPECT_EQ(tables[place].columns[0].type, sql::types::String(5)) << place;
  EXPECT_TRUE(tables[3].columns[0].type.is_null());
}

TEST(ForeignTypes, ReferentsAreNamedByTheirKeys) {
  std::vector<Table> tables = {MakeTable("a", sql::types::String(5), nullptr), MakeTable("b", {}, "a")};
  tables[0].columns[0].name = "the_id";
  tables[0].columns[0].key = "id";
  ResolveReferents(tables);
  EXPECT_EQ(tables[1].columns[0].foreign_keys[0].referent_columns, std::vector<sql::Name>{"the_id"});
}

}  // namespace
}  // namespace limbeck::schema

#include "library/model_tables.h"

#include <gtest/gtest.h>

namespace limbeck::library {
namespace {

TEST(ModelTables, HaveTheIndexesThatAreGivenApart) {
  const std::vector<schema::Table> tables = ModelTables(
      {.tables = {{.name = "books", .columns = {{.name = "id", .type = types::Integer(), .primary_key = true}}},
                  {.name = "books", .columns = {{.name = "id", .type = types::Integer()}}, .schema = "old"}},
       .indexes = {{.name = "ix", .table = "books", .columns = {"id"}, .schema = "old"}}});
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].indexes.size(), 0U);
  ASSERT_EQ(tables[1].indexes.size(), 1U);
  EXPECT_EQ(tables[1].schema->text, "old");
}

TEST(ModelTables, RefuseAnIndexOfNothing) {
  try {
    ModelTables({.tables = {}, .indexes = {{.name = "ix", .table = "books", .columns = {"id"}}}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "an index of the models is on \"books\", which is none of them");
  }
}

}  // namespace
}  // namespace limbeck::library

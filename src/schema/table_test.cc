#include "schema/table.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::schema {
namespace {

using sql::TypeKind;

Table TableOf(std::vector<Column> columns, std::vector<Constraint> constraints = {}) {
  return {.name = "t", .columns = std::move(columns), .constraints = std::move(constraints)};
}

std::string Counting(const Table& table) {
  const Column* column = AutoincrementColumn(table);
  return column ? column->name.text : "";
}

TEST(Table, KnowsTheColumnThatCounts) {
  Column id{.name = "id", .type = TypeKind::kInteger, .primary_key = true};
  EXPECT_EQ(Counting(TableOf({id})), "id");

  Column text = id;
  text.type = TypeKind::kString;
  EXPECT_EQ(Counting(TableOf({text})), "");

  Column told_not_to = id;
  told_not_to.autoincrement = Autoincrement::kNo;
  EXPECT_EQ(Counting(TableOf({told_not_to})), "");

  Column with_default = id;
  with_default.server_default = "5";
  EXPECT_EQ(Counting(TableOf({with_default})), "");

  Column identity = id;
  identity.server_default = Identity{};
  EXPECT_EQ(Counting(TableOf({identity})), "id");

  Column refers = id;
  refers.foreign_keys = {ForeignKey{.referent_table = "o"}};
  EXPECT_EQ(Counting(TableOf({refers})), "");
  refers.autoincrement = Autoincrement::kIgnoreForeignKey;
  EXPECT_EQ(Counting(TableOf({refers})), "id");
  EXPECT_EQ(Counting(TableOf({id}, {ForeignKey{.columns = {"id"}, .referent_table = "o"}})), "");

  Column plain{.name = "id", .type = TypeKind::kInteger};
  EXPECT_EQ(Counting(TableOf({plain})), "");
  EXPECT_EQ(Counting(TableOf({plain}, {PrimaryKey{.columns = {"id"}}})), "id");
}

TEST(Table, OneOfSeveralKeyColumnsCountsIfItSaysSo) {
  Column a{.name = "a", .type = TypeKind::kInteger, .primary_key = true};
  Column b{.name = "b", .type = TypeKind::kInteger, .primary_key = true};
  EXPECT_EQ(Counting(TableOf({a, b})), "");
  b.autoincrement = Autoincrement::kYes;
  EXPECT_EQ(Counting(TableOf({a, b})), "b");
  a.autoincrement = Autoincrement::kYes;
  EXPECT_THROW(Counting(TableOf({a, b})), Error);
}

TEST(Column, IsNullableUnlessSomethingSaysNo) {
  EXPECT_TRUE(Column{.name = "a"}.is_nullable());
  EXPECT_FALSE((Column{.name = "a", .primary_key = true}).is_nullable());
  EXPECT_TRUE((Column{.name = "a", .nullable = true, .primary_key = true}).is_nullable());
  EXPECT_FALSE((Column{.name = "a", .server_default = Identity{}}).is_nullable());
}

TEST(ColumnSpec, HasUpToThreeParts) {
  EXPECT_EQ(ParseColumnSpec("o"), (ColumnSpec{.table = "o"}));
  EXPECT_EQ(ParseColumnSpec("o.id"), (ColumnSpec{.table = "o", .column = "id"}));
  EXPECT_EQ(ParseColumnSpec("s.o.id"), (ColumnSpec{"s", "o", "id"}));
  EXPECT_EQ(ParseColumnSpec("db.s.o.id"), (ColumnSpec{"db.s", "o", "id"}));
}

TEST(Options, AreFoundByNameAndKeepTheirOrder) {
  Options options{{"b_x", 1}, {"a_y", "text"}, {"c_z", OptionList{}}};
  options.Set("b_x", 0);
  options.Set("d_w", true);
  EXPECT_FALSE(options.IsTrue("b_x"));
  EXPECT_TRUE(options.IsTrue("a_y"));
  EXPECT_FALSE(options.IsTrue("c_z"));
  EXPECT_FALSE(options.IsTrue("missing"));
  EXPECT_EQ(options.Text("a_y"), "text");
  EXPECT_EQ(options.Text("b_x"), "");
  EXPECT_EQ(options.items()[0].first, "b_x");
  EXPECT_EQ(options.items()[3].first, "d_w");
}

}  // namespace
}  // namespace limbeck::schema

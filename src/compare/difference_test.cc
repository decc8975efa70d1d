#include "compare/difference.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

std::string TextOf(const std::optional<std::string>& text) {
  return text ? *text : "-";
}

/// "add_column app.users.name type: - > VARCHAR(20)"
std::string TextOf(const Difference& difference) {
  std::string text = difference.operation + " " + (difference.schema ? *difference.schema + "." : "") +
                     difference.table + (difference.name.empty() ? "" : "." + difference.name);
  for (const Difference::Fact& fact : difference.facts) {
    text += " " + fact.name + ": " + TextOf(fact.before) + " > " + TextOf(fact.after) + ";";
  }
  return text;
}

struct Row {
  ops::Operation operation;
  const char* text;
};

schema::Table Old() {
  return MakeTable("old", {MakeColumn("a", sql::types::Integer())});
}

std::vector<Row> Rows() {
  schema::Column name = MakeColumn("name", sql::types::String(20));
  name.nullable = false;
  name.server_default = "x";
  ops::AlterColumn alter{.table = "t", .column = "c", .schema = sql::Name("app")};
  alter.nullable = false;
  alter.existing_nullable = true;
  alter.type = sql::types::Text();
  alter.existing_type = sql::types::Integer();
  alter.server_default = std::nullopt;
  alter.existing_server_default = schema::ServerDefault("5");
  schema::ForeignKey key{.name = "fk", .columns = {"a", "b"}, .referent_table = "p", .referent_columns = {"x", "y"}};
  key.ondelete = "CASCADE";
  const schema::Index index{.name = "ix", .elements = {"a"}, .unique = true};
  return {
      {ops::CreateTable{.table = Old()}, "create_table old a: - > INTEGER;"},
      {ops::DropTable{.table = "old", .original = Old()}, "drop_table old a: INTEGER > -;"},
      {ops::RenameTable{.table = "one", .new_name = "two"}, "rename_table one name: one > two;"},
      {ops::AddColumn{.table = "t", .column = name},
       "add_column t.name type: - > STRING(20); nullable: - > false; server_default: - > x;"},
      {ops::DropColumn{.table = "t", .column = "name", .original = name},
       "drop_column t.name type: STRING(20) > -; nullable: false > -; server_default: x > -;"},
      {alter, "alter_column app.t.c type: INTEGER > TEXT; nullable: true > false; server_default: 5 > -;"},
      {ops::AddConstraint{.table = "t", .constraint = key},
       "create_foreign_key t.fk kind: - > foreign_key; columns: - > a, b; references: - > p(x, y); ondelete: - > "
       "CASCADE;"},
      {ops::DropConstraint{
           .name = "uq", .table = "t", .original = schema::Constraint(schema::Unique{.columns = {"a"}})},
       "drop_constraint t.uq kind: unique > -; columns: a > -;"},
      {ops::CreateIndex{.table = "t", .index = index}, "create_index t.ix columns: - > a; unique: - > true;"},
      {ops::DropIndex{.name = "ix", .table = sql::Name("t"), .original = index},
       "drop_index t.ix columns: a > -; unique: true > -;"},
      {ops::CreateTableComment{.table = "t", .comment = "new", .existing_comment = "old"},
       "create_table_comment t comment: old > new;"},
      {ops::DropTableComment{.table = "t", .existing_comment = "old"}, "drop_table_comment t comment: old > -;"},
  };
}

TEST(Difference, TellsOperationsInParts) {
  const FakeBackend backend("postgresql");
  for (const Row& row : Rows()) {
    const std::vector<Difference> told = Describe({row.operation}, backend);
    ASSERT_EQ(told.size(), 1U) << row.text;
    EXPECT_EQ(TextOf(told[0]), row.text);
  }
}

TEST(Difference, TellsEachOperationOfATable) {
  ModifyTable modify{"t", {}, {}};
  modify.operations.emplace_back(ops::DropColumn{.table = "t", .column = "a"});
  modify.operations.emplace_back(ops::DropColumn{.table = "t", .column = "b"});
  const std::vector<Difference> told = Describe({modify}, FakeBackend("sqlite"));
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(TextOf(told[1]), "drop_column t.b");
}

}  // namespace
}  // namespace limbeck::compare

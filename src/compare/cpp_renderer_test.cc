#include "compare/cpp_renderer.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

std::string BodyOf(const Changes& changes, bool in_batches = false) {
  FakeBackend backend(in_batches ? "sqlite" : "postgresql");
  const auto rules = MakeRules(backend);
  return CppRenderer(*rules, in_batches).RenderBody(changes);
}

TEST(CppRenderer, ATable) {
  schema::Column id = MakeColumn("id", sql::types::Integer());
  id.nullable = false;
  schema::Column state = MakeColumn("state", sql::types::Enum({"new", "done"}, "states"));
  state.server_default = "new";
  schema::Table table = MakeTable("jobs", {id, state});
  table.constraints = {schema::PrimaryKey{.columns = {"id"}}, schema::ForeignKey{.name = "fk",
                                                                                 .columns = {"id"},
                                                                                 .referent_table = "queue",
                                                                                 .referent_columns = {"id"},
                                                                                 .ondelete = "CASCADE"}};
  EXPECT_EQ(BodyOf({ops::Operation(ops::CreateTable{.table = table})}), R"(op.CreateTable({
    .name = "jobs",
    .columns = {
      {.name = "id", .type = limbeck::types::Integer(), .nullable = false},
      {.name = "state", .type = limbeck::types::Enum("states", {"new", "done"}), .nullable = true, .server_default = "new"},
    },
    .constraints = {
      limbeck::PrimaryKey{.columns = {"id"}},
      limbeck::ForeignKey{.name = "fk", .columns = {"id"}, .referent_table = "queue", .referent_columns = {"id"}, .on_delete = "CASCADE"},
    },
  });)");
}

TEST(CppRenderer, EachOperation) {
  schema::Index index{.name = "ix", .elements = {"a", sql::Ordered(sql::Column("b"), sql::Operator::kDesc)}};
  index.options.Set("postgresql_where", sql::SqlText("a > 1"));
  ops::AlterColumn change{.table = "t", .column = "a"};
  change.nullable = true;
  change.type = sql::types::String(20);
  const std::pair<ops::Operation, const char*> rows[] = {
      {ops::DropTable{.table = "t", .schema = "app"}, "op.DropTable(\"t\", \"app\");"},
      {ops::AddColumn{.table = "t", .column = MakeColumn("a \"b\"", sql::types::DateTime(true))},
       "op.AddColumn(\"t\", {.name = \"a \\\"b\\\"\", .type = limbeck::types::DateTime(true), .nullable = true});"},
      {ops::DropColumn{.table = "t", .column = "a"}, "op.DropColumn(\"t\", \"a\");"},
      {change,
       "op.AlterColumn({.table = \"t\", .column = \"a\", .type = limbeck::types::String(20), .nullable = true});"},
      {ops::CreateIndex{.table = "t", .index = index},
       "op.CreateIndex({.name = \"ix\", .table = \"t\", .columns = {\"a\", limbeck::Sql{\"b DESC\"}}, .options = "
       "{{\"postgresql_where\", limbeck::Sql{\"a > 1\"}}}});"},
      {ops::DropIndex{.name = "ix", .table = "t"}, "op.DropIndex({.name = \"ix\", .table = \"t\"});"},
      {ops::AddConstraint{.table = "t", .constraint = schema::Unique{.name = "uq", .columns = {"a"}}},
       "op.CreateConstraint(\"t\", limbeck::Unique{.name = \"uq\", .columns = {\"a\"}});"},
      {ops::DropConstraint{.name = "uq", .table = "t", .type = ops::ConstraintType::kUnique},
       "op.DropConstraint({.name = \"uq\", .table = \"t\", .kind = limbeck::ConstraintKind::kUnique});"},
      {ops::CreateTableComment{.table = "t", .comment = "all\nof it"},
       "op.CreateTableComment(\"t\", \"all\\nof it\");"},
      {ops::ExecuteSql{sql::Text{"SELECT 1"}}, "op.Execute(\"SELECT 1\");"},
  };
  for (const auto& [operation, expected] : rows) EXPECT_EQ(BodyOf({operation}), expected);
}

TEST(CppRenderer, StepsOfOneTableAsABatch) {
  const ModifyTable modify{"t",
                           {},
                           {ops::DropColumn{.table = "t", .column = "a"},
                            ops::DropConstraint{.name = "uq", .table = "t", .type = ops::ConstraintType::kUnique}}};
  EXPECT_EQ(BodyOf({modify}, true), R"(op.BatchAlterTable("t", [](limbeck::Batch& batch) {
    batch.DropColumn("a");
    batch.DropConstraint("uq", limbeck::ConstraintKind::kUnique);
  });)");
  EXPECT_EQ(BodyOf({modify}),
            "op.DropColumn(\"t\", \"a\");\n  op.DropConstraint({.name = \"uq\", .table = \"t\", "
            ".kind = limbeck::ConstraintKind::kUnique});");
}

TEST(CppRenderer, RefusesWhatTheHeaderCannotSay) {
  try {
    BodyOf({ops::Operation(ops::BatchAlterTable{})});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.Render(),
              "batch_alter_table cannot be written as C++\n  hint: write the revision with --lang python");
  }
}

TEST(CppRenderer, WhatHasNoFunctionIsSql) {
  EXPECT_EQ(BodyOf({ops::Operation(ops::CreateSequence{}),
                    ops::Operation(ops::CreateType{.type = {}, .comes_with_table = true})}),
            "op.Execute(\"create_sequence\");");
}

}  // namespace
}  // namespace limbeck::compare

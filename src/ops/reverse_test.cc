#include "ops/reverse.h"

#include <gtest/gtest.h>

#include <vector>

#include "limbeck/error.h"
#include "sql/operators.h"

namespace limbeck::ops {
namespace {

const schema::Column kName{.name = "name", .type = sql::types::String(50), .nullable = false};
const schema::Table kTable{.name = "t", .schema = "app", .columns = {kName}};
const schema::Constraint kUnique = schema::Unique{.name = "uq", .columns = {"name"}};
const schema::Index kIndex{.name = "ix", .elements = {"name"}, .unique = true};

std::string ErrorOf(const Operation& operation) {
  try {
    Reverse(operation);
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

// What is reversed twice is what it was.
TEST(Reverse, ThereAndBack) {
  const std::vector<Operation> operations = {
      CreateTable{.table = kTable, .if_not_exists = true, .constraints_included = true},
      RenameTable{.table = "t", .new_name = "u", .schema = "app"},
      CreateTableComment{.table = "t", .comment = "new", .existing_comment = "old"},
      DropTableComment{.table = "t", .existing_comment = "old"},
      AddColumn{.table = "t", .column = kName, .schema = "app"},
      AddConstraint{.table = "t", .constraint = kUnique},
      CreateIndex{.table = "t", .schema = "app", .index = kIndex},
      AlterColumn{.table = "t",
                  .column = "a",
                  .nullable = false,
                  .comment = std::string("new"),
                  .server_default = schema::ServerDefault("5"),
                  .new_name = sql::Name("b"),
                  .type = sql::types::Text(),
                  .existing_type = sql::types::Integer(),
                  .existing_server_default = std::nullopt,
                  .existing_nullable = true,
                  .existing_comment = "old"},
      CreateSchema{"app"},
      CreateSequence{{.name = "s"}},
      CreateType{sql::types::Enum({"a"}, "e")},
      RenameType{"a", "b"},
      CreateType{.type = sql::types::Enum({"a"}, "e"), .comes_with_table = true},
      RenameEnumValue{"e", "a", "b"},
      ReplaceEnum{.enum_name = "e", .new_values = {"a"}, .renamed_values = {{"a", "b"}}, .old_values = {"b", "c"}},
      CreateObject{{.kind = "view", .name = "v", .create = {"CREATE VIEW v AS SELECT 1"}, .drop = "DROP VIEW v"}},
      ReplaceObject{{.kind = "view", .name = "v", .create = {"a"}}, {.kind = "view", .name = "v", .create = {"b"}}},
      BatchAlterTable{.table = "t",
                      .steps = {AddColumn{.table = "t", .column = kName}, CreateIndex{.table = "t", .index = kIndex}}},
  };
  for (const Operation& operation : operations) {
    EXPECT_EQ(Reverse(Reverse(operation)), operation) << DirectiveName(operation);
    EXPECT_NE(Reverse(operation), operation) << DirectiveName(operation);
  }
}

TEST(Reverse, AlterColumnSwapsOldAndNew) {
  AlterColumn op{.table = "t", .column = "a", .type = sql::types::Text(), .existing_type = sql::types::Integer()};
  AlterColumn expected{.table = "t", .column = "a", .type = sql::types::Integer(), .existing_type = sql::types::Text()};
  EXPECT_EQ(Reverse(op), Operation(expected));
}

TEST(Reverse, BatchGoesBackwards) {
  BatchAlterTable op{.table = "t",
                     .steps = {AddColumn{.table = "t", .column = kName}, CreateIndex{.table = "t", .index = kIndex}}};
  Operation reversed = Reverse(op);
  const auto& steps = std::get<BatchAlterTable>(reversed).steps;
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<DropIndex>(steps[0]));
  EXPECT_TRUE(std::holds_alternative<DropColumn>(steps[1]));
}

TEST(Reverse, ATableThatGetsItsFirstComment) {
  CreateTableComment op{.table = "t", .comment = "new"};
  EXPECT_EQ(Reverse(op), Operation(DropTableComment{.table = "t", .existing_comment = "new"}));
}

TEST(Reverse, AnAddedValueGoesWithItsType) {
  const ReplaceEnum back{.enum_name = "e", .new_values = {"a"}, .old_values = {"a", "v"}};
  EXPECT_EQ(Reverse(AddEnumValue{.enum_name = "e", .value = "v", .way_back = back}), Operation(back));
}

TEST(Reverse, OptionsOfTheWayBackTakeTheirPlace) {
  const AlterColumn op{.table = "t",
                       .column = "a",
                       .options = {{"postgresql_using", schema::OptionValue(std::string("a::e"))}},
                       .existing_options = {}};
  AlterColumn expected = op;
  std::swap(expected.options, expected.existing_options);
  EXPECT_EQ(Reverse(op), Operation(expected));
}

TEST(Reverse, SaysWhatIsMissing) {
  EXPECT_EQ(ErrorOf(DropTable{.table = "t"}), "drop_table cannot be reversed: the table's columns are not known");
  EXPECT_EQ(ErrorOf(DropColumn{.table = "t", .column = "a"}),
            "drop_column cannot be reversed: the column's definition is not known");
  EXPECT_EQ(ErrorOf(DropConstraint{.name = "c", .table = "t"}),
            "drop_constraint cannot be reversed: the constraint's definition is not known");
  EXPECT_EQ(ErrorOf(DropIndex{.name = "i"}), "drop_index cannot be reversed: the index's definition is not known");
  EXPECT_EQ(ErrorOf(AlterColumn{.table = "t", .column = "a", .nullable = true}),
            "alter_column cannot be reversed: existing_nullable was not given");
  EXPECT_EQ(ErrorOf(AlterColumn{.table = "t", .column = "a", .server_default = std::nullopt}),
            "alter_column cannot be reversed: existing_server_default was not given");
  EXPECT_EQ(ErrorOf(ExecuteSql{sql::Text{.sql = "x"}}), "execute cannot be reversed: nobody knows what the SQL did");
  EXPECT_EQ(ErrorOf(ReplaceEnum{.enum_name = "e", .new_values = {"v"}}),
            "replace_enum cannot be reversed: the old list of values is not known");
  EXPECT_EQ(ErrorOf(AddEnumValue{"e", "v"}),
            "add_enum_value cannot be reversed: PostgreSQL cannot remove a value of an enum");
}

TEST(Operation, KnowsItsDirective) {
  EXPECT_EQ(DirectiveName(CreateTable{.table = kTable}), "create_table");
  EXPECT_EQ(DirectiveName(AddConstraint{.table = "t", .constraint = kUnique}), "create_unique_constraint");
  EXPECT_EQ(DirectiveName(BatchAlterTable{.table = "t"}), "batch_alter_table");
  EXPECT_EQ(DirectiveName(DropObject{{.kind = "materialized view"}}), "drop_materialized_view");
}

}  // namespace
}  // namespace limbeck::ops

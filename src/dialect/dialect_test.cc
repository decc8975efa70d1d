#include "dialect/dialect.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "dialect/batch.h"
#include "dialect/identifiers.h"
#include "limbeck/error.h"
#include "sql/operators.h"

namespace limbeck::dialect {
namespace {

std::vector<std::string> TextsOf(const Dialect& dialect, const ops::Operation& operation, RunMemory& memory) {
  std::vector<std::string> texts;
  for (const Statement& statement : dialect.Render(operation, {}, memory).statements) texts.push_back(statement.text);
  return texts;
}

std::vector<std::string> TextsOf(const Dialect& dialect, const ops::Operation& operation) {
  RunMemory memory;
  return TextsOf(dialect, operation, memory);
}

std::string ErrorOf(const Dialect& dialect, const ops::Operation& operation) {
  try {
    TextsOf(dialect, operation);
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

const Dialect& Postgresql() {
  return FindDialect("postgresql");
}
const Dialect& Sqlite() {
  return FindDialect("sqlite");
}

TEST(Dialect, IsFoundByName) {
  EXPECT_EQ(FindDialect("postgresql").name(), "postgresql");
  EXPECT_TRUE(FindDialect("postgresql").transactional_ddl());
  EXPECT_FALSE(FindDialect("sqlite").transactional_ddl());
  EXPECT_THROW(FindDialect("mysql"), Error);
}

TEST(Dialect, WritesSmallThings) {
  EXPECT_EQ(Postgresql().Quote("Order"), "\"Order\"");
  EXPECT_EQ(Postgresql().TypeText(sql::types::Array(sql::types::Integer())), "INTEGER[]");
  EXPECT_EQ(Sqlite().Literal("it's"), "'it''s'");
  EXPECT_EQ(Sqlite().DdlExpression(sql::Operate(sql::Operator::kEqual, sql::Column("a"), sql::True())), "a = 1");
  EXPECT_EQ(Postgresql().Literal("a\\b"), "'a\\b'");
}

TEST(Statement, IsPrintedWithBlanksAndTerminator) {
  EXPECT_EQ(OfflineText({.text = "\nCREATE TABLE t (\n\ta INTEGER\n)\n\n"}), "CREATE TABLE t (\n    a INTEGER\n);");
}

// ------------------------------------------------------------------------------------------------ parameters

Statement InsertOf(const Dialect& dialect, ParameterStyle style) {
  sql::Expression shared = sql::Literal(7);
  sql::Insert insert{.table = "t",
                     .values = {{"a", sql::BindParameter{.key = "a", .value = 5}},
                                {"b", sql::Call("f", {shared, shared, sql::Literal("x")})}}};
  return dialect.Render(sql::Statement(insert), {.parameter_style = style});
}

TEST(Parameters, AreWrittenInTheDriversStyle) {
  EXPECT_EQ(InsertOf(Postgresql(), ParameterStyle::kNative).text, "INSERT INTO t (a, b) VALUES ($1, f($2, $3, $4))");
  EXPECT_EQ(InsertOf(Sqlite(), ParameterStyle::kNative).text, "INSERT INTO t (a, b) VALUES (?, f(?, ?, ?))");
  EXPECT_EQ(InsertOf(Sqlite(), ParameterStyle::kNamed).text,
            "INSERT INTO t (a, b) VALUES (:a, f(:param_1, :param_1, :param_2))");
  EXPECT_EQ(InsertOf(Postgresql(), ParameterStyle::kPyformat).text,
            "INSERT INTO t (a, b) VALUES (%(a)s, f(%(param_1)s, %(param_1)s, %(param_2)s))");
}

TEST(Parameters, AreGivenInTheOrderOfTheirPlaces) {
  std::vector<sql::Value> values;
  for (const Parameter& parameter : InsertOf(Postgresql(), ParameterStyle::kNative).parameters) {
    values.push_back(parameter.value);
  }
  EXPECT_EQ(values, (std::vector<sql::Value>{5, 7, 7, "x"}));
}

TEST(Parameters, AListHasOneForEachChoice) {
  sql::Insert insert{.table = "t", .values = {{"a", sql::In(sql::Column("x", sql::types::Integer()), {1, 2})}}};
  Statement statement = Postgresql().Render(sql::Statement(insert), {});
  EXPECT_EQ(statement.text, "INSERT INTO t (a) VALUES ((x IN ($1, $2)))");
  EXPECT_EQ(statement.parameters.size(), 2U);
}

TEST(Parameters, NeedAValueWhenTheyAreSent) {
  EXPECT_EQ(ErrorOf(Postgresql(), ops::ExecuteSql{sql::Text{.sql = "SELECT :a"}}),
            "A value is required for bind parameter 'a'");
}

TEST(Literals, CannotHoldNul) {
  EXPECT_THROW(Postgresql().Literal(std::string_view("a\0b", 3)), Error);
  EXPECT_THROW(Sqlite().Quote(sql::Name(std::string("a\0b", 3))), Error);
}

// ------------------------------------------------------------------------------------------------ enums

const sql::Type kMood = sql::types::Enum({"sad", "ok"}, "mood");

TEST(Enums, AreCreatedOnceInARun) {
  RunMemory memory;
  ops::CreateTable first{.table = {.name = "a", .columns = {{.name = "m", .type = kMood}}}};
  ops::CreateTable second{.table = {.name = "b", .columns = {{.name = "m", .type = kMood}}}};
  EXPECT_EQ(TextsOf(Postgresql(), first, memory).size(), 2U);
  EXPECT_EQ(TextsOf(Postgresql(), second, memory).size(), 1U);
}

TEST(Enums, GoWithATableThatIsKnown) {
  ops::DropTable op{.table = "a", .original = schema::Table{.name = "a", .columns = {{.name = "m", .type = kMood}}}};
  EXPECT_EQ(TextsOf(Postgresql(), op), (std::vector<std::string>{"\nDROP TABLE a", "DROP TYPE mood"}));
  EXPECT_EQ(TextsOf(Sqlite(), op), (std::vector<std::string>{"\nDROP TABLE a"}));
}

TEST(Enums, GetAndChangeValues) {
  EXPECT_EQ(TextsOf(Postgresql(), ops::AddEnumValue{.enum_name = "Mood", .value = "it's", .schema = "app"}),
            (std::vector<std::string>{"ALTER TYPE app.\"Mood\" ADD VALUE 'it''s'"}));
  EXPECT_EQ(TextsOf(Postgresql(),
                    ops::AddEnumValue{.enum_name = "mood", .value = "x", .before = "ok", .if_not_exists = true}),
            (std::vector<std::string>{"ALTER TYPE mood ADD VALUE IF NOT EXISTS 'x' BEFORE 'ok'"}));
  EXPECT_EQ(TextsOf(Postgresql(), ops::AddEnumValue{.enum_name = "mood", .value = "x", .after = "ok"}),
            (std::vector<std::string>{"ALTER TYPE mood ADD VALUE 'x' AFTER 'ok'"}));
  EXPECT_EQ(TextsOf(Postgresql(), ops::RenameEnumValue{"mood", "ok", "fine"}),
            (std::vector<std::string>{"ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'"}));
  EXPECT_EQ(TextsOf(Postgresql(), ops::RenameType{"mood", "Mood", "app"}),
            (std::vector<std::string>{"ALTER TYPE app.mood RENAME TO \"Mood\""}));
}

TEST(Enums, NewValuesAreHiddenInTransactions) {
  RunMemory memory;
  Rendered rendered = Postgresql().Render(ops::AddEnumValue{"mood", "x"}, {}, memory);
  EXPECT_EQ(rendered.statements[0].in_transaction, InTransaction::kHidden);
}

TEST(Enums, AreReplacedUnderNamesThatWantQuotes) {
  ops::ReplaceEnum op{.enum_name = "Mood",
                      .new_values = {"sad"},
                      .columns = {{.table = "t", .column = "a", .server_default = "'sad'::\"Mood\""},
                                  {.table = "t", .column = "b", .server_default = "ARRAY['sad'::\"Mood\"]"}},
                      .compares_types = false};
  op.columns[1].is_array = true;
  EXPECT_EQ(TextsOf(Postgresql(), op),
            (std::vector<std::string>{
                R"(ALTER TYPE "Mood" RENAME TO "Mood_old")", R"(CREATE TYPE "Mood" AS ENUM('sad'))",
                R"(ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT)",
                R"(ALTER TABLE "t" ALTER COLUMN "a" TYPE "Mood" USING "a"::text::"Mood")",
                R"(ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'sad'::"Mood")",
                R"(ALTER TABLE "t" ALTER COLUMN "b" DROP DEFAULT)",
                R"(ALTER TABLE "t" ALTER COLUMN "b" TYPE "Mood"[] USING "b"::text[]::"Mood"[])",
                R"(ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT ARRAY['sad'::"Mood"])", R"(DROP TYPE "Mood_old")"}));
}

TEST(Enums, AreReplacedWithTheirColumns) {
  ops::ReplaceEnum op{.enum_name = "mood",
                      .schema = "app",
                      .new_values = {"sad", "fine"},
                      .columns = {{.table = "t", .column = "m", .server_default = "'ok'::app.mood"},
                                  {.table = "u", .column = "all", .schema = "app", .is_array = true}},
                      .renamed_values = {{"ok", "fine"}}};
  const std::string expected = R"(ALTER TYPE "app"."mood" RENAME TO mood_old
CREATE TYPE "app"."mood" AS ENUM('sad', 'fine')
CREATE FUNCTION new_old_not_equals(
                new_enum_val "app"."mood", old_enum_val "app"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE
CREATE OPERATOR != (
            leftarg = "app"."mood",
            rightarg = "app"."mood_old",
            procedure = new_old_not_equals
        )
CREATE FUNCTION new_old_equals(
                new_enum_val "app"."mood", old_enum_val "app"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE
CREATE OPERATOR = (
            leftarg = "app"."mood",
            rightarg = "app"."mood_old",
            procedure = new_old_equals
        )
ALTER TABLE "t"
             ALTER COLUMN "m" DROP DEFAULT
ALTER TABLE "t"@
                ALTER COLUMN "m" TYPE "app"."mood"@
                USING CASE@
                WHEN "m"::text = 'ok' THEN 'fine'::"app"."mood"

                ELSE "m"::text::"app"."mood"
                END
ALTER TABLE "t"
            ALTER COLUMN "m" SET DEFAULT 'fine'::app.mood
ALTER TABLE "app"."u"@
            ALTER COLUMN "all" TYPE "app"."mood"[]
            USING array_replace("all"::text[], 'ok', 'fine')::"app"."mood"[]
DROP FUNCTION new_old_not_equals(
            new_enum_val "app"."mood", old_enum_val "app"."mood_old"
        ) CASCADE
DROP FUNCTION new_old_equals(
            new_enum_val "app"."mood", old_enum_val "app"."mood_old"
        ) CASCADE
DROP TYPE "app"."mood_old")";
  // An @ stands for a blank at the end of a line.
  EXPECT_EQ(ReplaceAll(Join(TextsOf(Postgresql(), op), "\n"), " \n", "@\n"), expected);
}

TEST(Enums, AreRefusedWhereThereAreNone) {
  EXPECT_EQ(ErrorOf(Sqlite(), ops::AddEnumValue{"mood", "x"}),
            "add_enum_value needs PostgreSQL: SQLite keeps an Enum as text, with a CHECK at most");
  EXPECT_TRUE(TextsOf(Sqlite(), ops::CreateType{kMood}).empty());
}

TEST(Types, AreDroppedIfTheyExist) {
  EXPECT_EQ(TextsOf(Postgresql(), ops::DropType{kMood, /*if_exists=*/true}),
            (std::vector<std::string>{"DROP TYPE IF EXISTS mood"}));
}

// ------------------------------------------------------------------------------------------------ indexes

TEST(Indexes, ThatAreBuiltConcurrentlyAreRefusedInTransactions) {
  const auto in_transaction = [](const Dialect& dialect, const ops::Operation& op) {
    RunMemory memory;
    return dialect.Render(op, {}, memory).statements[0].in_transaction;
  };
  ops::CreateIndex create{.table = "t", .index = {.name = "ix", .elements = {"a"}}};
  ops::DropIndex drop{.name = "ix", .table = "t"};
  EXPECT_EQ(in_transaction(Postgresql(), create), InTransaction::kFine);
  EXPECT_EQ(in_transaction(Postgresql(), drop), InTransaction::kFine);
  create.index.options.Set("postgresql_concurrently", true);
  drop.options.Set("postgresql_concurrently", true);
  EXPECT_EQ(in_transaction(Postgresql(), create), InTransaction::kRefused);
  EXPECT_EQ(in_transaction(Postgresql(), drop), InTransaction::kRefused);
  EXPECT_EQ(in_transaction(Sqlite(), create), InTransaction::kFine);
  EXPECT_EQ(in_transaction(Sqlite(), drop), InTransaction::kFine);
}

// ------------------------------------------------------------------------------------------------ batch

TEST(Batch, SaysWhetherItNeedsTheTable) {
  ops::BatchAlterTable batch{.table = "t", .steps = {ops::AlterColumn{.table = "t", .column = "a", .nullable = true}}};
  EXPECT_TRUE(Sqlite().NeedsTable(batch));
  EXPECT_FALSE(Postgresql().NeedsTable(batch));
  batch.copy_from = schema::Table{.name = "t"};
  EXPECT_FALSE(Sqlite().NeedsTable(batch));
  batch.copy_from = {};
  batch.recreate = ops::Recreate::kNever;
  EXPECT_FALSE(Sqlite().NeedsTable(batch));
}

TEST(Batch, KeepsUnnamedChecksWhenAskedTo) {
  ops::BatchAlterTable batch{.table = "t", .steps = {ops::AlterColumn{.table = "t", .column = "a", .nullable = true}}};
  schema::Table table{.name = "t",
                      .columns = {{.name = "a", .type = sql::types::Integer()}},
                      .constraints = {schema::Check{.condition = sql::SqlText("a > 0")}}};
  auto create_text = [&](const ExistingTable& facts) {
    RunMemory memory;
    return Sqlite().RenderBatch(batch, table, facts, {}, memory).statements[0].text;
  };
  EXPECT_EQ(create_text({}), "\nCREATE TABLE _alembic_tmp_t (\n\ta INTEGER\n)\n\n");
  EXPECT_EQ(create_text({.keep_unnamed_checks = true}),
            "\nCREATE TABLE _alembic_tmp_t (\n\ta INTEGER, \n\tCHECK (a > 0)\n)\n\n");
}

TEST(SortByPairs, KeepsTheOrderWhereNoPairSaysOtherwise) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(SortByPairs({"a", "b", "c"}, {}), (Names{"a", "b", "c"}));
  EXPECT_EQ(SortByPairs({"a", "b", "c"}, {{"c", "a"}}), (Names{"b", "c", "a"}));
  EXPECT_EQ(SortByPairs({"a", "b", "c"}, {{"c", "b"}, {"b", "a"}}), (Names{"c", "b", "a"}));
  EXPECT_THROW(SortByPairs({"a", "b"}, {{"a", "b"}, {"b", "a"}}), Error);
}

}  // namespace
}  // namespace limbeck::dialect

#include <gtest/gtest.h>

#include "limbeck/error.h"
#include "limbeck/operations.h"

// The directives as C++ programs give them.

namespace limbeck {
namespace {

using types::BigInteger;
using types::DateTime;
using types::Enum;
using types::Integer;
using types::Jsonb;
using types::SmallInteger;
using types::String;
using types::Text;

struct Row {
  const char* name;
  void (*call)(Operations& op);
  const char* postgresql;
  const char* sqlite;
};

class PublicOperations : public testing::TestWithParam<Row> {};

std::string Outcome(const char* dialect, const Row& row) {
  try {
    return RenderSql(dialect, row.call);
  } catch (const Error& error) {
    return error.message();
  }
}

TEST_P(PublicOperations, AreRendered) {
  EXPECT_EQ(Outcome("postgresql", GetParam()), GetParam().postgresql);
  EXPECT_EQ(Outcome("sqlite", GetParam()), GetParam().sqlite);
}

void CreateUsers(Operations& op) {
  op.CreateTable({
      .name = "users",
      .columns = {{.name = "id", .type = Integer(), .primary_key = true},
                  {.name = "email", .type = String(255), .nullable = false, .unique = true},
                  {.name = "team_id", .type = Integer(), .references = Reference{.table = "teams", .column = "id"}},
                  {.name = "mood", .type = Enum("mood", {"good", "bad"}), .server_default = "good"},
                  {.name = "joined", .type = DateTime(true), .server_default = Sql{"CURRENT_TIMESTAMP"}}},
      .constraints = {Check{.name = "ck_email", .condition = "email <> ''"}},
  });
}

constexpr const char* kNoAlter =
    "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which allows for "
    "SQLite migrations using a copy-and-move strategy.";

const Row kRows[] = {
    {"CreateTable", CreateUsers,
     "CREATE TYPE mood AS ENUM ('good', 'bad');\n\n"
     "CREATE TABLE users (\n    id SERIAL NOT NULL, \n    email VARCHAR(255) NOT NULL, \n    team_id INTEGER, \n"
     "    mood mood DEFAULT 'good', \n    joined TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP, \n"
     "    PRIMARY KEY (id), \n    CONSTRAINT ck_email CHECK (email <> ''), \n    UNIQUE (email), \n"
     "    FOREIGN KEY(team_id) REFERENCES teams (id)\n);\n\n",
     "CREATE TABLE users (\n    id INTEGER NOT NULL, \n    email VARCHAR(255) NOT NULL, \n    team_id INTEGER, \n"
     "    mood VARCHAR(4) DEFAULT 'good', \n    joined DATETIME DEFAULT CURRENT_TIMESTAMP, \n"
     "    PRIMARY KEY (id), \n    CONSTRAINT ck_email CHECK (email <> ''), \n    UNIQUE (email), \n"
     "    FOREIGN KEY(team_id) REFERENCES teams (id)\n);\n\n"},
    {"DropTable", [](Operations& op) { op.DropTable("Users", "", true); }, "DROP TABLE IF EXISTS \"Users\";\n\n",
     "DROP TABLE IF EXISTS \"Users\";\n\n"},
    {"RenameTable", [](Operations& op) { op.RenameTable("a", "b"); }, "ALTER TABLE a RENAME TO b;\n\n",
     "ALTER TABLE a RENAME TO b;\n\n"},
    {"CreateTableComment", [](Operations& op) { op.CreateTableComment("t", "it's"); },
     "COMMENT ON TABLE t IS 'it''s';\n\n", "COMMENT ON TABLE t IS 'it''s';\n\n"},
    {"AddColumn", [](Operations& op) { op.AddColumn("t", {.name = "age", .type = SmallInteger()}); },
     "ALTER TABLE t ADD COLUMN age SMALLINT;\n\n", "ALTER TABLE t ADD COLUMN age SMALLINT;\n\n"},
    {"AddComputedColumn",
     [](Operations& op) {
       op.AddColumn("t", {.name = "b", .type = Integer(), .computed = Computed{.expression = "a * 2", .stored = true}});
     },
     "ALTER TABLE t ADD COLUMN b INTEGER GENERATED ALWAYS AS (a * 2) STORED;\n\n",
     "ALTER TABLE t ADD COLUMN b INTEGER GENERATED ALWAYS AS (a * 2) STORED;\n\n"},
    {"DropColumn", [](Operations& op) { op.DropColumn("t", "a", "app"); }, "ALTER TABLE app.t DROP COLUMN a;\n\n",
     "ALTER TABLE app.t DROP COLUMN a;\n\n"},
    {"AlterColumn",
     [](Operations& op) {
       op.AlterColumn({.table = "t", .column = "a", .type = Integer(), .options = {{"postgresql_using", "a::int"}}});
     },
     "ALTER TABLE t ALTER COLUMN a TYPE INTEGER USING a::int;\n\n", "ALTER TABLE t ALTER COLUMN a TYPE INTEGER;\n\n"},
    {"RenameColumn", [](Operations& op) { op.AlterColumn({.table = "t", .column = "a", .new_name = "b"}); },
     "ALTER TABLE t RENAME a TO b;\n\n", "ALTER TABLE t RENAME COLUMN a TO b;\n\n"},
    {"CreateForeignKey",
     [](Operations& op) {
       op.CreateConstraint("t", ForeignKey{.name = "fk",
                                           .columns = {"a"},
                                           .referent_table = "o",
                                           .referent_columns = {"id"},
                                           .on_delete = "CASCADE"});
     },
     "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES o (id) ON DELETE CASCADE;\n\n", kNoAlter},
    {"DropConstraint",
     [](Operations& op) { op.DropConstraint({.name = "uq", .table = "t", .kind = ConstraintKind::kUnique}); },
     "ALTER TABLE t DROP CONSTRAINT uq;\n\n", kNoAlter},
    {"CreateIndex",
     [](Operations& op) {
       op.CreateIndex({.name = "ix",
                       .table = "t",
                       .columns = {"a", Sql{"lower(b)"}},
                       .unique = true,
                       .options = {{"postgresql_using", "btree"}, {"sqlite_where", Sql{"a > 5"}}}});
     },
     "CREATE UNIQUE INDEX ix ON t USING btree (a, lower(b));\n\n",
     "CREATE UNIQUE INDEX ix ON t (a, lower(b)) WHERE a > 5;\n\n"},
    {"DropIndex", [](Operations& op) { op.DropIndex({.name = "ix", .if_exists = true}); },
     "DROP INDEX IF EXISTS ix;\n\n", "DROP INDEX IF EXISTS ix;\n\n"},
    {"Execute", [](Operations& op) { op.Execute("UPDATE t SET a = 5"); }, "UPDATE t SET a = 5;\n\n",
     "UPDATE t SET a = 5;\n\n"},
    {"BulkInsert",
     [](Operations& op) {
       op.BulkInsert({.table = "t",
                      .columns = {{.name = "a", .type = Integer()}, {.name = "b", .type = Text()}},
                      .rows = {{1, "it's"}, {nullptr, "x"}}});
     },
     "INSERT INTO t (a, b) VALUES (1, 'it''s');\n\nINSERT INTO t (a, b) VALUES (NULL, 'x');\n\n",
     "INSERT INTO t (a, b) VALUES (1, 'it''s');\n\nINSERT INTO t (a, b) VALUES (NULL, 'x');\n\n"},
    {"CreateSchema", [](Operations& op) { op.CreateSchema("app", true); }, "CREATE SCHEMA IF NOT EXISTS app;\n\n",
     "CREATE SCHEMA IF NOT EXISTS app;\n\n"},
    {"AddEnumValue", [](Operations& op) { op.AddEnumValue({.enum_name = "mood", .value = "fine", .after = "good"}); },
     "ALTER TYPE mood ADD VALUE 'fine' AFTER 'good';\n\n",
     "add_enum_value needs PostgreSQL: SQLite keeps an Enum as text, with a CHECK at most"},
    {"TypeOfOneDatabase",
     [](Operations& op) { op.AddColumn("t", {.name = "a", .type = BigInteger().On("sqlite", Integer())}); },
     "ALTER TABLE t ADD COLUMN a BIGINT;\n\n", "ALTER TABLE t ADD COLUMN a INTEGER;\n\n"},
    {"Batch",
     [](Operations& op) {
       op.BatchAlterTable("t", [](Batch& batch) {
         batch.AddColumn({.name = "a", .type = Jsonb()});
         batch.CreateIndex({.name = "ix", .columns = {"a"}});
       });
     },
     "ALTER TABLE t ADD COLUMN a JSONB;\n\nCREATE INDEX ix ON t (a);\n\n",
     "ALTER TABLE t ADD COLUMN a JSON;\n\nCREATE INDEX ix ON t (a);\n\n"},
};

INSTANTIATE_TEST_SUITE_P(Rows, PublicOperations, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace limbeck

#include "driver/fake_database.h"

#include <gtest/gtest.h>

#include "driver/transaction.h"

namespace limbeck::driver {
namespace {

using Lines = std::vector<std::string>;

TEST(FakeDatabase, AnswersByScriptAndRecordsEverything) {
  FakeDatabase database(Backend::kPostgresql);
  database.Answer("version_num", {"version_num"}, {{"abc"}})
      .Answer("FROM t", {"id", "ok", "data"}, {{7, true, Blob{std::string("\x00\xff", 2)}}, {Null(), false, 0.5}});
  {
    const auto connection = database.Connect(Url::Parse("postgresql://u:secret@h/d"), {});
    Transaction transaction(*connection);
    EXPECT_EQ(connection->Execute("SELECT version_num FROM alembic_version").Scalar(), Cell::Text("abc"));
    EXPECT_EQ(ToText(connection->Execute("SELECT * FROM t WHERE id > $1", {int64_t{1}})),
              "'7'|'t'|'\\x00ff'\nNULL|'f'|'0.5'\n");
    EXPECT_FALSE(connection->Execute("DROP TABLE t").returns_rows());
    transaction.Commit();
    connection->SetLockTimeout(std::chrono::seconds(3));
  }
  EXPECT_EQ(database.record(),
            (Lines{"connect postgresql://u:***@h/d", "BEGIN", "SELECT version_num FROM alembic_version",
                   "SELECT * FROM t WHERE id > $1 [1]", "DROP TABLE t", "COMMIT", "lock timeout 3000ms", "close"}));
  EXPECT_EQ(database.unused_answers(), Lines{});
}

TEST(FakeDatabase, FailsAsPostgresqlDoes) {
  FakeDatabase database(Backend::kPostgresql);
  database.FailWithSqlState("DROP", "42P01", "table \"t\" does not exist");
  const auto connection = database.Connect();
  {
    Transaction transaction(*connection);
    try {
      connection->Execute("DROP TABLE t");
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.Render(), "table \"t\" does not exist\n  statement: DROP TABLE t");
      EXPECT_EQ(error.database()->driver_class, "psycopg2.errors.UndefinedTable");
      EXPECT_TRUE(error.transaction_lost());
    }
    EXPECT_EQ(connection->transaction_state(), TransactionState::kFailed);
  }
  EXPECT_EQ(connection->transaction_state(), TransactionState::kNone);
  EXPECT_EQ(database.record().back(), "ROLLBACK");
}

TEST(FakeDatabase, ErrorOfAQueuedStatementComesLater) {
  FakeDatabase database(Backend::kPostgresql);
  database.FailWithSqlState("two", "42601", "syntax error");
  const auto connection = database.Connect();
  connection->Begin();
  connection->Queue("one", {}, 1);
  connection->Queue("two", {}, 2);
  connection->Queue("three", {}, 3);
  try {
    connection->Commit();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.database()->tag, 2u);
    EXPECT_EQ(error.statement(), "two");
  }
  connection->Rollback();
  EXPECT_EQ(database.record(), (Lines{"connect postgresql://u:***@fake/db", "BEGIN", "one", "two", "ROLLBACK"}));
}

TEST(FakeDatabase, ScriptThatCommitsByItselfIsFollowed) {
  FakeDatabase database(Backend::kSqlite);
  const auto connection = database.Connect();
  connection->Begin();
  connection->Execute("COMMIT");
  EXPECT_FALSE(connection->in_transaction());
  connection->Commit();
  const Savepoint savepoint(*connection, "a\"b");
  EXPECT_EQ(database.record(), (Lines{"connect sqlite:///fake.db", "BEGIN", "COMMIT", "SAVEPOINT \"a\"\"b\""}));
}

TEST(FakeDatabase, StreamsAnAnswer) {
  FakeDatabase database(Backend::kSqlite);
  database.Answer("SELECT", {"n"}, {{1}, {2}});
  const auto connection = database.Connect();
  const auto stream = connection->Stream("SELECT n FROM t");
  int64_t sum = 0;
  while (stream->Next()) sum += stream->row()[0].AsInteger();
  EXPECT_EQ(sum, 3);
}

TEST(FakeDatabase, RefusesToConnect) {
  FakeDatabase database(Backend::kPostgresql);
  database.Fail("connect", Error(ErrorKind::kDatabase, "connection refused").ConnectionLost());
  EXPECT_THROW(database.Connect(), Error);
  EXPECT_NE(database.Connect(), nullptr);
}

TEST(FakeDatabase, ActsAsReal) {
  FakeDatabase database(Backend::kPostgresql);
  database.ActAsReal();
  const auto connection = database.Connect();
  EXPECT_EQ(connection->Execute("UPDATE t SET a = 1").row_count(), 1);
  EXPECT_EQ(connection->Execute("UPDATE t SET a = 1").row_count(), 0);
  EXPECT_EQ(connection->Execute("UPDATE t SET a = $1", {2}).row_count(), 1);
  EXPECT_EQ(connection->Execute("SELECT a FROM t").columns().size(), 1U);
  EXPECT_EQ(connection->Execute("CREATE TABLE t (a int)").columns().size(), 0U);
}

}  // namespace
}  // namespace limbeck::driver

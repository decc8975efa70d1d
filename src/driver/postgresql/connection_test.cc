#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "driver/postgresql/live_test.h"
#include "driver/transaction.h"

namespace limbeck::driver {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(PostgresqlTest, GivesAndTakesAllKindsOfValues) {
  connection_->Execute("CREATE TABLE t (a bigint, b double precision, c text, d bytea, e numeric(6,2), f boolean)");
  const Result inserted = connection_->Execute(
      "INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6)",
      {int64_t{INT64_MIN}, 0.1, "it's é", Blob{std::string("\0\xff", 2)}, TypedText{"12.50", 1700}, true});
  EXPECT_FALSE(inserted.returns_rows());
  EXPECT_EQ(inserted.row_count(), 1);
  EXPECT_EQ(inserted.command_tag(), "INSERT 0 1");
  connection_->Execute("INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6)", {7, 1e300, "", Blob{}, Null(), Null()});

  const Result result = connection_->Execute("SELECT *, 1 AS \"n n\" FROM t ORDER BY a");
  EXPECT_EQ(ToText(result),
            "'-9223372036854775808'|'0.1'|'it's é'|'\\x00ff'|'12.50'|'t'|'1'\n"
            "'7'|'1e+300'|''|'\\x'|NULL|NULL|'1'\n");
  EXPECT_EQ(result.row_count(), 2);
  EXPECT_EQ(result.columns()[4], (Column{"e", 1700, ((6 << 16) | 2) + 4, ""}));
  EXPECT_EQ(result.FindColumn("n n"), 6u);
}

TEST_F(PostgresqlTest, ParametersHaveTheTypesOfPsycopg2sLiterals) {
  const Result result = connection_->Execute(
      "SELECT pg_typeof($1), pg_typeof($2), pg_typeof($3), pg_typeof($4), pg_typeof($5), pg_typeof($6)",
      {1, int64_t{1} << 40, 0.5, HUGE_VAL, true, Blob{"x"}});
  EXPECT_EQ(ToText(result), "'integer'|'bigint'|'numeric'|'double precision'|'boolean'|'bytea'\n");
  EXPECT_EQ(connection_->Execute("SELECT $1::float8", {-HUGE_VAL}).Scalar().AsReal(), -HUGE_VAL);
}

TEST_F(PostgresqlTest, CountsRowsAsPsycopg2Does) {
  struct Row {
    const char* sql;
    int64_t row_count;
    bool returns_rows;
  };
  constexpr Row kRows[] = {
      {"CREATE TABLE t (a int)", -1, false},
      {"INSERT INTO t VALUES (1), (2), (3)", 3, false},
      {"UPDATE t SET a = 7 WHERE a > 1", 2, false},
      {"SELECT * FROM t", 3, true},
      {"SELECT FROM t", 3, true},
      {"DELETE FROM t RETURNING a", 3, true},
      {"DROP TABLE t", -1, false},
      {"SELECT 1; SELECT 2 WHERE false", 0, true},
  };
  for (const Row& row : kRows) {
    const Result result = connection_->Execute(row.sql);
    EXPECT_EQ(result.row_count(), row.row_count) << row.sql;
    EXPECT_EQ(result.returns_rows(), row.returns_rows) << row.sql;
  }
}

TEST_F(PostgresqlTest, Errors) {
  connection_->ExecuteScript(
      "CREATE TABLE t (a int PRIMARY KEY, b text NOT NULL, CONSTRAINT positive CHECK (a > 0));"
      "INSERT INTO t VALUES (1, 'x')");
  struct Row {
    const char* sql;
    const char* summary;
    const char* column;
    const char* constraint;
    int position;
  };
  constexpr Row kRows[] = {
      {"SELECT * FROM nosuch", "psycopg2.errors.UndefinedTable 42P01: relation \"nosuch\" does not exist", "", "", 15},
      {"SELECT 'é' FRM t", "psycopg2.errors.SyntaxError 42601: syntax error at or near \"t\"", "", "", 16},
      {"INSERT INTO t VALUES (1, 'y')",
       "psycopg2.errors.UniqueViolation 23505: duplicate key value violates unique constraint \"t_pkey\"", "", "t_pkey",
       0},
      {"INSERT INTO t VALUES (2, NULL)",
       "psycopg2.errors.NotNullViolation 23502: null value in column \"b\" of relation \"t\" violates not-null "
       "constraint",
       "b", "", 0},
      {"INSERT INTO t VALUES (-1, 'y')",
       "psycopg2.errors.CheckViolation 23514: new row for relation \"t\" violates check constraint \"positive\"", "",
       "positive", 0},
      {"SELECT 1 / 0", "psycopg2.errors.DivisionByZero 22012: division by zero", "", "", 0},
      {"", "psycopg2.ProgrammingError : can't execute an empty query", "", "", 0},
      {"-- nothing", "psycopg2.ProgrammingError : can't execute an empty query", "", "", 0},
      {"COPY t FROM STDIN", "psycopg2.ProgrammingError : can't execute COPY FROM: use the copy_from() method instead",
       "", "", 0},
      {"COPY t TO STDOUT", "psycopg2.ProgrammingError : can't execute COPY TO: use the copy_to() method instead", "",
       "", 0},
  };
  for (const Row& row : kRows) {
    const Error error = ErrorOf([&] { connection_->Execute(row.sql); });
    EXPECT_EQ(Summary(error), row.summary);
    EXPECT_EQ(error.statement(), row.sql);
    EXPECT_EQ(error.kind(), ErrorKind::kDatabase);
    EXPECT_EQ(error.database()->column_name, row.column) << row.sql;
    EXPECT_EQ(error.database()->constraint_name, row.constraint) << row.sql;
    EXPECT_EQ(error.database()->position, row.position) << row.sql;
    EXPECT_FALSE(error.transaction_lost() || error.connection_lost()) << row.sql;
  }
  EXPECT_EQ(Summary(ErrorOf([&] { connection_->Execute(std::string("SELECT\0 1", 9)); })),
            "psycopg2.ProgrammingError : the query contains a null character");
  const Error zero = ErrorOf([&] { connection_->Execute("SELECT $1", {std::string("\0", 1)}); });
  EXPECT_EQ(zero.message(), "A string literal cannot contain NUL (0x00) characters.");
  EXPECT_EQ(zero.exception_class(), "ValueError");
}

TEST_F(PostgresqlTest, ErrorHasAllThatTheServerSays) {
  connection_->Execute("CREATE TABLE t (a int PRIMARY KEY)");
  const Error error = ErrorOf([&] { connection_->Execute("INSERT INTO t\nVALUES (1), (1)"); });
  EXPECT_EQ(error.Render(),
            "duplicate key value violates unique constraint \"t_pkey\"\n"
            "  statement: INSERT INTO t\n"
            "VALUES (1), (1)\n"
            "  detail: Key (a)=(1) already exists.");
  EXPECT_EQ(error.database()->text,
            "duplicate key value violates unique constraint \"t_pkey\"\nDETAIL:  Key (a)=(1) already exists.\n");
  EXPECT_EQ(error.database()->severity, "ERROR");
  EXPECT_EQ(error.database()->schema_name, schema_);
  EXPECT_EQ(error.database()->sqlalchemy_class, "IntegrityError");

  const Error undefined = ErrorOf([&] { connection_->Execute("SELECT lenght('x')"); });
  EXPECT_THAT(undefined.Render(),
              HasSubstr("  statement: SELECT lenght('x')\n                    ^\n  hint: No function"));
  const Error inside = ErrorOf([&] { connection_->Execute("DO $$ BEGIN EXECUTE 'SELECT nosuch'; END $$"); });
  EXPECT_EQ(inside.database()->internal_query, "SELECT nosuch");
  EXPECT_THAT(inside.database()->where, StartsWith("PL/pgSQL function inline_code_block line 1"));
}

TEST_F(PostgresqlTest, TransactionRollsBackUnlessItWasCommitted) {
  {
    Transaction transaction(*connection_);
    connection_->Execute("CREATE TABLE t (a int)");
    EXPECT_EQ(connection_->transaction_state(), TransactionState::kActive);
  }
  EXPECT_EQ(connection_->transaction_state(), TransactionState::kNone);
  EXPECT_EQ(Scalar("SELECT to_regclass('t')"), "");
  {
    Transaction transaction(*connection_);
    connection_->Execute("CREATE TABLE t (a int)");
    {
      Savepoint savepoint(*connection_, "s\"1");
      EXPECT_TRUE(ErrorOf([&] { connection_->Execute("SELECT 1 / 0"); }).transaction_lost());
      EXPECT_EQ(connection_->transaction_state(), TransactionState::kFailed);
      EXPECT_EQ(ErrorOf([&] { connection_->Execute("SELECT 1"); }).sqlstate(), "25P02");
    }
    EXPECT_EQ(connection_->transaction_state(), TransactionState::kActive);
    Savepoint savepoint(*connection_, "s");
    connection_->Execute("INSERT INTO t VALUES (1)");
    savepoint.Release();
    Savepoint other(*connection_, "s");
    connection_->Execute("INSERT INTO t VALUES (2)");
    other.Rollback();
    transaction.Commit();
  }
  EXPECT_EQ(ToText(connection_->Execute("SELECT a FROM t")), "'1'\n");
}

TEST_F(PostgresqlTest, BeginTakesLevelAndMode) {
  connection_->Begin({.isolation = IsolationLevel::kSerializable, .read_only = true});
  EXPECT_EQ(Scalar("SHOW transaction_isolation"), "serializable");
  EXPECT_EQ(ErrorOf([&] { connection_->Execute("CREATE TABLE t ()"); }).sqlstate(), "25006");
  connection_->Rollback();
  connection_->Begin({.isolation = IsolationLevel::kRepeatableRead});
  EXPECT_EQ(Scalar("SHOW transaction_isolation"), "repeatable read");
  EXPECT_EQ(ErrorOf([&] { connection_->Begin(); }).message(), "a transaction is open already");
}

TEST_F(PostgresqlTest, CommitAndRollbackWithoutTransactionDoNothing) {
  connection_->Commit();
  connection_->Rollback();
  connection_->Begin();
  connection_->Execute("COMMIT");
  EXPECT_FALSE(connection_->in_transaction());
  connection_->Commit();
}

TEST_F(PostgresqlTest, CommitOfAFailedTransactionIsAnError) {
  connection_->Begin();
  EXPECT_THROW(connection_->Execute("nonsense"), Error);
  const Error error = ErrorOf([&] { connection_->Commit(); });
  EXPECT_EQ(Summary(error),
            "psycopg2.InternalError : the transaction was rolled back, since a statement in it had failed");
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_FALSE(connection_->in_transaction());
}

TEST_F(PostgresqlTest, CommitThatAConstraintRefusesIsNotInDoubt) {
  connection_->Execute("CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
  connection_->Begin();
  connection_->Execute("INSERT INTO t VALUES (1), (1)");
  const Error error = ErrorOf([&] { connection_->Commit(); });
  EXPECT_EQ(error.kind(), ErrorKind::kDatabase);
  EXPECT_EQ(error.sqlstate(), "23505");
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_FALSE(error.connection_lost() || connection_->in_transaction());
}

// Facts and settings.

TEST_F(PostgresqlTest, TellsAboutItself) {
  EXPECT_EQ(connection_->dialect(), "postgresql");
  EXPECT_EQ(connection_->database_name(), Scalar("SELECT current_database()"));
  EXPECT_EQ(connection_->CurrentSchema(), schema_);
  EXPECT_EQ(std::to_string(connection_->backend_pid()), Scalar("SELECT pg_backend_pid()"));
  EXPECT_EQ(connection_->server_version().at(0), std::stoi(Scalar("SHOW server_version")));
  EXPECT_EQ(Scalar("SHOW application_name"), "limbeck");
  EXPECT_EQ(Scalar("SHOW client_encoding"), "UTF8");
  EXPECT_EQ(Scalar("SHOW datestyle").substr(0, 3), "ISO");
  connection_->Execute("SET search_path TO nosuch");
  EXPECT_EQ(connection_->CurrentSchema(), "");
}

TEST_F(PostgresqlTest, OptionsOfTheUrlReachTheServer) {
  Url url = url_;
  url.query = {{"application_name", {"my app"}}, {"client_encoding", {"latin1"}}, {"options", {"-cdatestyle=german"}}};
  const auto connection = MakeConnector()->Connect(url);
  EXPECT_EQ(connection->Execute("SHOW application_name").Scalar(), Cell::Text("my app"));
  EXPECT_EQ(connection->Execute("SHOW client_encoding").Scalar(), Cell::Text("UTF8"));
  EXPECT_EQ(connection->Execute("SELECT date '2024-02-01'").Scalar(), Cell::Text("2024-02-01"));
}

TEST_F(PostgresqlTest, VariablesOfTheScriptReachTheServer) {
  ConnectOptions options;
  options.environment = {{"PGAPPNAME", "from script"}, {"PGUSER", "nosuch_user"}};
  EXPECT_EQ(MakeConnector()->Connect(url_, options)->Execute("SHOW application_name").Scalar(),
            Cell::Text("from script"));
}

TEST_F(PostgresqlTest, NoticesAreHandedOver) {
  std::vector<Notice> notices;
  connection_->OnNotice([&](const Notice& notice) { notices.push_back(notice); });
  connection_->Execute("DROP TABLE IF EXISTS nosuch");
  connection_->Begin();
  connection_->Queue("DO $$ BEGIN RAISE WARNING 'w' USING DETAIL = 'd', HINT = 'h'; END $$", {}, 0);
  connection_->Commit();
  EXPECT_THAT(notices, ElementsAre(Notice{"NOTICE", "00000", "table \"nosuch\" does not exist, skipping", "", ""},
                                   Notice{"WARNING", "01000", "w", "d", "h"}));
}

TEST_F(PostgresqlTest, Timeouts) {
  connection_->SetStatementTimeout(milliseconds(30));
  const Error slow = ErrorOf([&] { connection_->Execute("SELECT pg_sleep(20)"); });
  EXPECT_EQ(Summary(slow), "psycopg2.errors.QueryCanceled 57014: canceling statement due to statement timeout");
  connection_->SetStatementTimeout(milliseconds(0));

  connection_->Execute("CREATE TABLE t ()");
  const auto other = Open();
  other->Begin();
  other->Execute("LOCK TABLE t");
  connection_->SetLockTimeout(milliseconds(30));
  EXPECT_EQ(Summary(ErrorOf([&] { connection_->Execute("DROP TABLE t"); })),
            "psycopg2.errors.LockNotAvailable 55P03: canceling statement due to lock timeout");
}

TEST_F(PostgresqlTest, CancelStopsTheStatement) {
  connection_->Cancel();
  std::thread cancels([&] {
    for (int i = 0; i < 10; ++i) {
      std::this_thread::sleep_for(milliseconds(20));
      connection_->Cancel();
    }
  });
  const Error error = ErrorOf([&] { connection_->Execute("SELECT pg_sleep(20)"); });
  cancels.join();
  EXPECT_EQ(Summary(error), "psycopg2.errors.QueryCanceled 57014: canceling statement due to user request");
}

}  // namespace
}  // namespace limbeck::driver

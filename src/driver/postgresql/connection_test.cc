#include "driver/postgresql/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "driver/postgresql/proxy_for_tests.h"
#include "driver/transaction.h"
#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The error that the action throws; fails the test when it throws none.
template <typename Action>
Error ErrorOf(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "no error";
  return Error(ErrorKind::kInternal, "no error");
}

/// "psycopg2.errors.UniqueViolation 23505: text"
std::string Summary(const Error& error) {
  return (error.database() == nullptr ? "" : error.database()->driver_class) + " " + error.sqlstate() + ": " +
         error.message();
}

/// A schema of its own in the cluster that LIMBECK_TEST_POSTGRES names.
class PostgresqlTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
    ASSERT_NE(url, nullptr)
        << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster for tests; ctest sets it";
    url_ = Url::Parse(url);
    schema_ = "limbeck_driver_" + std::to_string(getpid());
    MakeConnector()->Connect(url_)->ExecuteScript("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE; CREATE SCHEMA " +
                                                  schema_);
    connection_ = Open();
  }
  void TearDown() override {
    connection_.reset();
    if (!schema_.empty()) MakeConnector()->Connect(url_)->Execute("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
  }

  std::unique_ptr<Connection> Open() const { return Open(url_); }
  std::unique_ptr<Connection> Open(const Url& url) const {
    ConnectOptions options;
    options.arguments = {{"options", "-csearch_path=" + schema_}};
    return MakeConnector()->Connect(url, options);
  }
  std::string Scalar(const std::string& sql) { return connection_->Execute(sql).Scalar().ToString(); }
  /// Ends the server process of the connection, and waits until it is gone.
  void Kill(int pid) const {
    const auto killer = MakeConnector()->Connect(url_);
    const std::string number = std::to_string(pid);
    killer->Execute("SELECT pg_terminate_backend(" + number + ")");
    while (!killer->Execute("SELECT FROM pg_stat_activity WHERE pid = " + number).empty()) usleep(1000);
  }

  Url url_;
  std::string schema_;
  std::unique_ptr<Connection> connection_;
};

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

// The queue.

TEST_F(PostgresqlTest, QueuedStatementsRunInOrder) {
  connection_->Begin();
  connection_->Queue("CREATE TABLE t (a int, b text)", {}, 0);
  constexpr int kMany = 3000;
  for (int i = 1; i <= kMany; ++i) connection_->Queue("INSERT INTO t VALUES ($1, $2)", {i, std::string(300, 'x')}, 0);
  connection_->Queue("SELECT * FROM t", {}, 0);
  EXPECT_EQ(Scalar("SELECT sum(a) FROM t"), std::to_string(kMany * (kMany + 1) / 2));
  connection_->Queue("DELETE FROM t WHERE a > 1", {}, 0);
  connection_->Commit();
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "1");
}

TEST_F(PostgresqlTest, ErrorOfAQueuedStatementHasItsOwnTag) {
  connection_->Begin();
  connection_->Queue("CREATE TABLE t (a int PRIMARY KEY)", {}, 10);
  connection_->Queue("INSERT INTO t VALUES (1)", {}, 11);
  connection_->Queue("INSERT INTO t VALUES (1)", {}, 12);
  connection_->Queue("INSERT INTO nosuch VALUES (1)", {}, 13);
  const Error error = ErrorOf([&] { connection_->Flush(); });
  EXPECT_EQ(error.sqlstate(), "23505");
  EXPECT_EQ(error.database()->tag, 12u);
  EXPECT_EQ(error.statement(), "INSERT INTO t VALUES (1)");
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_EQ(connection_->transaction_state(), TransactionState::kFailed);
  connection_->Rollback();
  EXPECT_EQ(Scalar("SELECT to_regclass('t')"), "");
}

TEST_F(PostgresqlTest, ErrorStopsTheQueueEvenWhenNobodyFlushes) {
  connection_->Begin();
  connection_->Execute("CREATE TABLE t (a int)");
  const Error error = ErrorOf([&] {
    for (uint64_t i = 0; i < 100000; ++i) connection_->Queue(i == 20 ? "nonsense" : "INSERT INTO t VALUES (1)", {}, i);
  });
  EXPECT_EQ(error.database()->tag, 20u);
  EXPECT_EQ(error.database()->position, 1);
  EXPECT_THAT(error.database()->text, HasSubstr("LINE 1: nonsense\n        ^"));
}

TEST_F(PostgresqlTest, SavepointUndoesAQueuedFailure) {
  connection_->Begin();
  connection_->Queue("CREATE TABLE t (a int)", {}, 0);
  connection_->SetSavepoint("s");
  connection_->Queue("INSERT INTO t VALUES (1)", {}, 1);
  connection_->Queue("nonsense", {}, 2);
  connection_->RollbackToSavepoint("s");
  connection_->Queue("INSERT INTO t VALUES (2)", {}, 3);
  connection_->Commit();
  EXPECT_EQ(ToText(connection_->Execute("SELECT a FROM t")), "'2'\n");
}

TEST_F(PostgresqlTest, ScopeWithQueuedStatementsRollsBack) {
  {
    Transaction transaction(*connection_);
    connection_->Queue("CREATE TABLE t (a int)", {}, 0);
    connection_->Queue("nonsense", {}, 1);
  }
  EXPECT_EQ(Scalar("SELECT to_regclass('t')"), "");
}

TEST_F(PostgresqlTest, QueueSendsAloneWhatCannotTravel) {
  connection_->Queue("CREATE TABLE t (a int)", {}, 0);
  EXPECT_EQ(ErrorOf([&] { connection_->Queue("nonsense", {}, 5); }).database()->tag, 5u);
  connection_->Begin();
  connection_->Queue("INSERT INTO t VALUES (1)", {}, 0);
  connection_->Queue("INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)", {}, 0);
  connection_->Queue("INSERT INTO t VALUES (4)", {}, 0);
  connection_->Queue("/* by hand */ COMMIT", {}, 0);
  EXPECT_FALSE(connection_->in_transaction());
  connection_->Queue("CREATE INDEX CONCURRENTLY i ON t (a)", {}, 0);
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "4");
  EXPECT_EQ(ErrorOf([&] { connection_->Queue("", {}, 0); }).message(), "can't execute an empty query");
}

TEST_F(PostgresqlTest, QueueTakesLargeStatementsAndResults) {
  connection_->Begin();
  const std::string large(size_t{3} << 20, 'x');
  connection_->Execute("CREATE TABLE t (a text)");
  for (int i = 0; i < 8; ++i) {
    connection_->Queue("INSERT INTO t VALUES ($1)", {large}, 0);
    connection_->Queue("SELECT * FROM t", {}, 0);
  }
  connection_->Commit();
  EXPECT_EQ(Scalar("SELECT sum(length(a)) FROM t"), std::to_string(8 * large.size()));
}

// Many sets of parameters.

TEST_F(PostgresqlTest, ExecuteManyRunsAllSets) {
  connection_->Execute("CREATE TABLE t (a numeric PRIMARY KEY, b text)");
  std::vector<Parameters> sets;
  sets.reserve(2002);
  for (int i = 0; i < 2000; ++i) sets.push_back({i, std::to_string(i)});
  sets.push_back({int64_t{1} << 40, Null()});
  sets.push_back({0.5, "half"});
  EXPECT_EQ(connection_->ExecuteMany("INSERT INTO t VALUES ($1, $2)", sets).row_count(), 2002);
  EXPECT_EQ(Scalar("SELECT sum(a) FROM t"), "1099513626776.5");
  EXPECT_EQ(connection_->ExecuteMany("DELETE FROM t WHERE a = $1", {}).row_count(), 0);
}

TEST_F(PostgresqlTest, ExecuteManyNamesTheSetThatFails) {
  connection_->Execute("CREATE TABLE t (a int PRIMARY KEY)");
  const std::vector<Parameters> sets = {{1}, {2}, {1}, {3}};
  const Error error = ErrorOf([&] { connection_->ExecuteMany("INSERT INTO t VALUES ($1)", sets); });
  EXPECT_EQ(error.database()->tag, 2u);
  EXPECT_FALSE(error.transaction_lost());
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "0");
  const Error bad = ErrorOf([&] { connection_->ExecuteMany("INSERT INTO nosuch VALUES ($1)", sets); });
  EXPECT_EQ(bad.sqlstate(), "42P01");
  const std::vector<Parameters> with_zero = {{"1"}, {std::string("\0", 1)}};
  EXPECT_THROW(connection_->ExecuteMany("INSERT INTO t VALUES ($1)", with_zero), Error);
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "0");
}

// Streams.

TEST_F(PostgresqlTest, StreamGivesRowsOneByOne) {
  const auto stream = connection_->Stream("SELECT i, NULL, 'x' || i FROM generate_series(1, $1) i", {5000});
  EXPECT_EQ(stream->columns().size(), 3u);
  EXPECT_EQ(stream->row_count(), -1);
  int64_t sum = 0;
  while (stream->Next()) {
    sum += stream->row()[0].AsInteger();
    EXPECT_TRUE(stream->row()[1].is_null());
    EXPECT_EQ(stream->row()[2].AsText(), "x" + stream->row()[0].ToString());
  }
  EXPECT_EQ(sum, 5000 * 5001 / 2);
  EXPECT_EQ(stream->row_count(), 5000);
  EXPECT_FALSE(stream->Next());
}

TEST_F(PostgresqlTest, StreamIsSetAsideWhenTheConnectionIsWanted) {
  connection_->Begin();
  connection_->Execute("CREATE TABLE t (a int, b text)");
  // More than is kept in memory.
  connection_->Execute(
      "INSERT INTO t SELECT i, CASE WHEN i % 2 = 0 THEN repeat('x', 100) END FROM generate_series(1, 50000) i");
  const auto stream = connection_->Stream("SELECT a, b FROM t ORDER BY a");
  const auto other = connection_->Stream("SELECT 1 UNION ALL SELECT 2");
  int64_t rows = 0;
  while (stream->Next()) {
    ++rows;
    ASSERT_EQ(stream->row()[0].AsInteger(), rows);
    ASSERT_EQ(stream->row()[1].ToString().size(), rows % 2 == 0 ? 100u : 0u);
    ASSERT_EQ(stream->row()[1].is_null(), rows % 2 != 0);
    if (rows == 3) connection_->Execute("DELETE FROM t");
  }
  EXPECT_EQ(rows, 50000);
  EXPECT_EQ(stream->row_count(), 50000);
  EXPECT_TRUE(other->Next());
  EXPECT_TRUE(other->Next());
  EXPECT_EQ(other->row()[0], Cell::Text("2"));
  EXPECT_FALSE(other->Next());
}

TEST_F(PostgresqlTest, RowUnderTheHandStaysWhenTheStreamIsSetAside) {
  const auto stream = connection_->Stream("SELECT i FROM generate_series(1, 3) i");
  ASSERT_TRUE(stream->Next());
  connection_->Execute("SELECT 1");
  EXPECT_EQ(stream->row()[0], Cell::Text("1"));
  ASSERT_TRUE(stream->Next());
  EXPECT_EQ(stream->row()[0], Cell::Text("2"));
}

TEST_F(PostgresqlTest, StreamCanBeLeftEarly) {
  connection_->Begin();
  {
    const auto stream = connection_->Stream("SELECT i FROM generate_series(1, 10000) i");
    EXPECT_TRUE(stream->Next());
  }
  EXPECT_EQ(connection_->transaction_state(), TransactionState::kActive);
  EXPECT_EQ(Scalar("SELECT 1"), "1");
}

TEST_F(PostgresqlTest, ErrorInTheMiddleOfAStream) {
  connection_->Begin();
  const char* sql = "SELECT 10 / (i - 3) FROM generate_series(1, 5) i";
  auto stream = connection_->Stream(sql);
  EXPECT_TRUE(stream->Next());
  EXPECT_TRUE(stream->Next());
  const Error error = ErrorOf([&] { stream->Next(); });
  EXPECT_EQ(error.sqlstate(), "22012");
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_FALSE(stream->Next());
  connection_->Rollback();

  // Whoever wants the connection first meets the error of the rows that are set aside.
  stream = connection_->Stream(sql);
  EXPECT_EQ(ErrorOf([&] { connection_->Execute("SELECT 1"); }).statement(), sql);
  EXPECT_EQ(ErrorOf([&] { connection_->Stream("SELECT * FROM nosuch"); }).sqlstate(), "42P01");
  EXPECT_EQ(Scalar("SELECT 1"), "1");
}

TEST_F(PostgresqlTest, StreamOfOtherStatements) {
  const auto ddl = connection_->Stream("CREATE TABLE t (a int)");
  EXPECT_FALSE(ddl->Next());
  const auto insert = connection_->Stream("INSERT INTO t VALUES (1), (2) RETURNING a");
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "2");
  EXPECT_TRUE(insert->Next());
  const auto several = connection_->Stream("SELECT 1; SELECT 2, 3");
  EXPECT_EQ(several->columns().size(), 2u);
  EXPECT_TRUE(several->Next());
  EXPECT_FALSE(several->Next());
  EXPECT_EQ(several->row_count(), 1);
}

TEST_F(PostgresqlTest, StreamEndsWithItsConnection) {
  const auto stream = connection_->Stream("SELECT 1 UNION ALL SELECT 2");
  EXPECT_TRUE(stream->Next());
  connection_.reset();
  EXPECT_EQ(ErrorOf([&] { stream->Next(); }).message(), "connection already closed");
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

// What goes wrong with connections.

TEST_F(PostgresqlTest, ServerThatIsNotThere) {
  const Error error = ErrorOf([] { MakeConnector()->Connect(Url::Parse("postgresql://u:secret@127.0.0.1:1/d")); });
  EXPECT_EQ(error.kind(), ErrorKind::kDatabase);
  EXPECT_TRUE(error.connection_lost());
  EXPECT_EQ(error.message(),
            "connection to server at \"127.0.0.1\", port 1 failed: Connection refused\n"
            "\tIs the server running on that host and accepting TCP/IP connections?");
  EXPECT_EQ(error.database()->driver_class, "psycopg2.OperationalError");
  EXPECT_THAT(error.Render(), Not(HasSubstr("secret")));
}

TEST_F(PostgresqlTest, NamesThatTheServerDoesNotKnow) {
  Url url = url_;
  url.database = "nosuch_db";
  EXPECT_THAT(ErrorOf([&] { Open(url); }).message(), HasSubstr("FATAL:  database \"nosuch_db\" does not exist"));
  url = url_;
  url.username = "nosuch_user";
  url.password = "secret";
  const Error error = ErrorOf([&] { Open(url); });
  EXPECT_TRUE(error.connection_lost());
  EXPECT_THAT(error.Render(), HasSubstr("nosuch_user"));
  EXPECT_THAT(error.Render(), Not(HasSubstr("secret")));
}

TEST_F(PostgresqlTest, WrongPassword) {
  Url url = url_;
  url.username = "needs_password";
  url.password = "right";
  EXPECT_EQ(Open(url)->Execute("SELECT current_user").Scalar(), Cell::Text("needs_password"));
  url.password = "wrong secret";
  const Error error = ErrorOf([&] { Open(url); });
  EXPECT_THAT(error.message(), HasSubstr("FATAL:  password authentication failed for user \"needs_password\""));
  EXPECT_EQ(error.database()->sqlalchemy_class, "OperationalError");
  EXPECT_TRUE(error.connection_lost());
  EXPECT_THAT(error.Render() + error.database()->text, Not(HasSubstr("secret")));
  url.password.reset();
  EXPECT_THAT(ErrorOf([&] { Open(url); }).message(), HasSubstr("no password supplied"));
}

TEST_F(PostgresqlTest, UnknownOptionIsNamed) {
  Url url = url_;
  url.query["nosuch"] = {"1"};
  const Error error = ErrorOf([&] { Open(url); });
  EXPECT_EQ(error.message(), "invalid dsn: invalid connection option \"nosuch\"");
  EXPECT_EQ(error.database()->driver_class, "psycopg2.ProgrammingError");
}

TEST_F(PostgresqlTest, RestOfAPasswordIsNotLookedUpAsAHost) {
  for (const char* url : {"postgresql://u:p@secret@127.0.0.1/d", "postgresql://u:p@127.0.0.1/secret@h/d"}) {
    const Error error = ErrorOf([&] { MakeConnector()->Connect(Url::Parse(url)); });
    EXPECT_EQ(error.kind(), ErrorKind::kConfig);
    EXPECT_EQ(error.Render(),
              "the host or the database of the URL has an '@' in it\n"
              "  hint: an '@' in a password is written %40, a '/' is written %2F");
  }
}

TEST_F(PostgresqlTest, ConnectionKilledInATransaction) {
  connection_->Begin();
  connection_->Execute("CREATE TABLE t (a int)");
  Kill(connection_->backend_pid());
  const Error error = ErrorOf([&] { connection_->Execute("SELECT 1"); });
  EXPECT_EQ(Summary(error), "psycopg2.errors.AdminShutdown 57P01: terminating connection due to administrator command");
  EXPECT_TRUE(error.connection_lost());
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_FALSE(connection_->alive());
  connection_->Rollback();
  const Error later = ErrorOf([&] { connection_->Execute("SELECT 1"); });
  EXPECT_TRUE(later.connection_lost());
  EXPECT_EQ(later.statement(), "SELECT 1");
  EXPECT_TRUE(ErrorOf([&] { connection_->Commit(); }).connection_lost());
  EXPECT_TRUE(connection_->TryRollback());
}

TEST_F(PostgresqlTest, ConnectionKilledBeforeCommitIsNotInDoubt) {
  connection_->Begin();
  connection_->Execute("CREATE TABLE t (a int)");
  Kill(connection_->backend_pid());
  const Error error = ErrorOf([&] { connection_->Commit(); });
  EXPECT_EQ(error.kind(), ErrorKind::kDatabase);
  EXPECT_EQ(Summary(error), "psycopg2.errors.AdminShutdown 57P01: terminating connection due to administrator command");
  EXPECT_TRUE(error.connection_lost() && error.transaction_lost());
}

TEST_F(PostgresqlTest, ConnectionKilledWhileStatementsTravel) {
  connection_->Begin();
  connection_->Queue("SELECT 1", {}, 1);
  connection_->Queue("SELECT pg_terminate_backend(pg_backend_pid())", {}, 2);
  connection_->Queue("SELECT 3", {}, 3);
  const Error error = ErrorOf([&] { connection_->Flush(); });
  EXPECT_EQ(error.sqlstate(), "57P01");
  EXPECT_EQ(error.database()->tag, 2u);
  EXPECT_TRUE(error.connection_lost() && error.transaction_lost());
  EXPECT_TRUE(ErrorOf([&] { connection_->Queue("SELECT 4", {}, 4); }).connection_lost());
  EXPECT_TRUE(connection_->TryRollback());
}

TEST_F(PostgresqlTest, ConnectionKilledWhileAStreamIsRead) {
  const auto stream = connection_->Stream("SELECT i, repeat('x', 1000) FROM generate_series(1, 1000000) i");
  EXPECT_TRUE(stream->Next());
  Kill(connection_->backend_pid());
  const Error error = ErrorOf([&] {
    while (stream->Next()) {
    }
  });
  EXPECT_TRUE(error.connection_lost());
  EXPECT_FALSE(stream->Next());
}

/// A connection that its proxy cuts when COMMIT passes by.
TEST_F(PostgresqlTest, ConnectionLostDuringCommitIsInDoubt) {
  for (const bool reaches_server : {true, false}) {
    connection_->Execute("DROP TABLE IF EXISTS t");
    Proxy proxy(*url_.host, *url_.port, "COMMIT", reaches_server);
    Url url = url_;
    url.host = "127.0.0.1";
    url.port = proxy.port();
    url.query = {{"sslmode", {"disable"}}, {"gssencmode", {"disable"}}};
    const auto cut = Open(url);
    cut->Begin();
    cut->Execute("CREATE TABLE t (a int)");
    const Error error = ErrorOf([&] { cut->Commit(); });
    EXPECT_EQ(error.kind(), ErrorKind::kInDoubt);
    EXPECT_EQ(error.Render(),
              "the connection was lost during COMMIT, and nobody knows yet whether it took effect: server closed the "
              "connection unexpectedly\n"
              "  statement: COMMIT\n"
              "  hint: connect again and look whether the changes are there");
    EXPECT_TRUE(error.connection_lost() && error.transaction_lost());
    proxy.Stop();
    EXPECT_EQ(Scalar("SELECT to_regclass('t')"), reaches_server ? "t" : "");
  }
}

TEST_F(PostgresqlTest, ServerKilledInsideCommitIsInDoubt) {
  connection_->ExecuteScript(
      "CREATE TABLE t (a int);"
      "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;"
      "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "
      "slow()");
  connection_->Begin();
  connection_->Execute("INSERT INTO t VALUES (1)");
  const int pid = connection_->backend_pid();
  std::thread kills([&] {
    std::this_thread::sleep_for(milliseconds(100));
    Kill(pid);
  });
  const Error error = ErrorOf([&] { connection_->Commit(); });
  kills.join();
  EXPECT_EQ(error.kind(), ErrorKind::kInDoubt);
  EXPECT_EQ(error.sqlstate(), "57P01");
  connection_ = Open();
  EXPECT_EQ(Scalar("SELECT count(*) FROM t"), "0");
}

}  // namespace
}  // namespace limbeck::driver

#include "driver/sqlite/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "driver/helpers_test.h"
#include "driver/transaction.h"
#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

using testing::HasSubstr;

class SqliteTest : public testing::Test {
 protected:
  SqliteTest() {
    std::string name = (std::filesystem::temp_directory_path() / "limbeck_driver_XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) folder_ = name;
  }
  ~SqliteTest() override { std::filesystem::remove_all(folder_); }

  std::string File(const std::string& name) const { return folder_ + "/" + name; }
  std::unique_ptr<Connection> Open(const std::string& name_and_query = "a.db") const {
    return MakeConnector()->Connect(Url::Parse("sqlite:///" + File(name_and_query)));
  }

  std::string folder_;
};

std::unique_ptr<Connection> OpenMemory() {
  return MakeConnector()->Connect(Url::Parse("sqlite://"));
}

/// "sqlite3.IntegrityError SQLITE_CONSTRAINT_UNIQUE: text"
std::string Summary(const Error& error) {
  if (error.database() == nullptr) return error.message();
  const DatabaseFacts& facts = *error.database();
  return facts.driver_class + " " + facts.native_code_name + ": " + error.message();
}

TEST_F(SqliteTest, GivesAndTakesAllKindsOfValues) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a INTEGER, b REAL, c VARCHAR(5), d BLOB, e, f NUMERIC)");
  const std::string with_zero("a\0b", 3);
  const Result inserted = connection->Execute(
      "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)",
      {int64_t{INT64_MIN}, 0.1, with_zero, Blob{std::string("\0\xff", 2)}, Null(), TypedText{"12.50", 1700}});
  EXPECT_FALSE(inserted.returns_rows());
  EXPECT_EQ(inserted.row_count(), 1);
  EXPECT_EQ(inserted.last_insert_rowid(), 1);
  connection->Execute("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", {true, 1e300, "", Blob{}, false, "x"});

  const Result result = connection->Execute("SELECT *, a + 1 AS \"n n\" FROM t ORDER BY rowid DESC");
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(result.row_count(), -1);
  EXPECT_EQ(ToText(connection->Execute("SELECT a, b, d, e, f FROM t")),
            "-9223372036854775808|0.1|x'00ff'|NULL|12.5\n1|1e+300|x''|0|'x'\n");
  EXPECT_EQ(result[1][2], Cell::Text(with_zero));
  EXPECT_EQ(result[0][2], Cell::Text(""));
  EXPECT_EQ(result.columns()[2].declared_type, "VARCHAR(5)");
  EXPECT_EQ(result.columns()[4].declared_type, "");
  EXPECT_EQ(result.FindColumn("n n"), 6u);
  EXPECT_EQ(result.FindColumn("nosuch"), std::nullopt);
}

TEST_F(SqliteTest, CountsRowsAsPythonDoes) {
  const auto connection = OpenMemory();
  struct Row {
    const char* sql;
    int64_t row_count;
  };
  constexpr Row kRows[] = {
      {"CREATE TABLE t (a)", -1},
      {"INSERT INTO t VALUES (1), (2), (3)", 3},
      {"-- x\nUPDATE t SET a = 7 WHERE a > 1", 2},
      {"SELECT * FROM t", -1},
      {"WITH x AS (SELECT 1) SELECT * FROM x", -1},
      {"DELETE FROM t WHERE a = 99", 0},
      {"PRAGMA user_version = 3", -1},
      {"DELETE FROM t", 3},
      {"DROP TABLE t", -1},
      {"", -1},
      {"-- nothing", -1},
      {";", -1},
  };
  for (const Row& row : kRows) EXPECT_EQ(connection->Execute(row.sql).row_count(), row.row_count) << row.sql;
}

TEST_F(SqliteTest, ReturningGivesRowsAndCounts) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b)");
  const Result result = connection->Execute("INSERT INTO t (b) VALUES (?), (?) RETURNING a, b", {"x", "y"});
  EXPECT_EQ(ToText(result), "1|'x'\n2|'y'\n");
  EXPECT_EQ(result.row_count(), 2);
  EXPECT_EQ(result.last_insert_rowid(), 2);
}

TEST_F(SqliteTest, Errors) {
  const auto connection = OpenMemory();
  connection->ExecuteScript(
      "CREATE TABLE t (a INTEGER PRIMARY KEY, b NOT NULL, c UNIQUE, CONSTRAINT positive CHECK (a > 0));"
      "INSERT INTO t VALUES (1, 1, 1)");
  struct Row {
    const char* sql;
    const char* summary;
    const char* table;
    const char* column;
    const char* constraint;
    int position;
  };
  constexpr Row kRows[] = {
      {"SELECT * FROM nosuch", "sqlite3.OperationalError SQLITE_ERROR: no such table: nosuch", "", "", "", 0},
      {"SELECT 'é' FRM t", "sqlite3.OperationalError SQLITE_ERROR: near \"t\": syntax error", "", "", "", 16},
      {"SELECT nosuch FROM t", "sqlite3.OperationalError SQLITE_ERROR: no such column: nosuch", "", "", "", 8},
      {"INSERT INTO t VALUES (2, 2, 1)",
       "sqlite3.IntegrityError SQLITE_CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c", "t", "c", "", 0},
      {"INSERT INTO t VALUES (2, NULL, 2)",
       "sqlite3.IntegrityError SQLITE_CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.b", "t", "b", "", 0},
      {"INSERT INTO t VALUES (-1, 2, 2)",
       "sqlite3.IntegrityError SQLITE_CONSTRAINT_CHECK: CHECK constraint failed: positive", "", "", "positive", 0},
      {"INSERT INTO t VALUES ('x', 2, 2)", "sqlite3.IntegrityError SQLITE_MISMATCH: datatype mismatch", "", "", "", 0},
      {"SELECT 1; SELECT 2", "sqlite3.ProgrammingError : You can only execute one statement at a time.", "", "", "", 0},
      {"SELECT 1;;", "sqlite3.ProgrammingError : You can only execute one statement at a time.", "", "", "", 0},
      {"SELECT ?",
       "sqlite3.ProgrammingError : Incorrect number of bindings supplied. The current statement uses 1, and there are "
       "0 supplied.",
       "", "", "", 0},
      {"COMMIT", "sqlite3.OperationalError SQLITE_ERROR: cannot commit - no transaction is active", "", "", "", 0},
  };
  for (const Row& row : kRows) {
    const Error error = ErrorOf([&] { connection->Execute(row.sql); });
    EXPECT_EQ(Summary(error), row.summary);
    EXPECT_EQ(error.kind(), ErrorKind::kDatabase);
    EXPECT_EQ(error.statement(), row.sql);
    EXPECT_EQ(error.database()->table_name, row.table) << row.sql;
    EXPECT_EQ(error.database()->column_name, row.column) << row.sql;
    EXPECT_EQ(error.database()->constraint_name, row.constraint) << row.sql;
    EXPECT_EQ(error.database()->position, row.position) << row.sql;
    EXPECT_FALSE(error.transaction_lost() || error.connection_lost());
  }
  EXPECT_EQ(Summary(ErrorOf([&] { connection->Execute(std::string("SELECT\0 1", 9)); })),
            "sqlite3.ProgrammingError : the query contains a null character");
}

TEST_F(SqliteTest, ErrorIsShownWithItsPlaceInTheStatement) {
  const auto connection = OpenMemory();
  EXPECT_EQ(ErrorOf([&] { connection->Execute("SELECT 1,\n  2 FRM t"); }).Render(),
            "near \"t\": syntax error\n"
            "  statement: SELECT 1,\n"
            "  2 FRM t\n"
            "        ^");
}

TEST_F(SqliteTest, ExecuteManyRunsAllSetsAndNamesTheOneThatFails) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b)");
  const std::vector<Parameters> sets = {{1, "x"}, {2, Null()}, {3, 0.5}};
  const Result result = connection->ExecuteMany("INSERT INTO t VALUES (?, ?)", sets);
  EXPECT_EQ(result.row_count(), 3);
  EXPECT_EQ(result.last_insert_rowid(), 3);
  EXPECT_EQ(connection->ExecuteMany("DELETE FROM t WHERE a = ?", {}).row_count(), 0);

  const std::vector<Parameters> bad = {{4, "x"}, {1, "y"}, {5, "z"}};
  const Error error = ErrorOf([&] { connection->ExecuteMany("INSERT INTO t VALUES (?, ?)", bad); });
  EXPECT_EQ(error.database()->tag, 1u);
  EXPECT_EQ(connection->Execute("SELECT count(*) FROM t").Scalar(), Cell::Integer(4));
  const std::vector<Parameters> short_set = {{6, "x"}, {7}};
  EXPECT_EQ(ErrorOf([&] { connection->ExecuteMany("INSERT INTO t VALUES (?, ?)", short_set); }).database()->tag, 1u);
}

TEST_F(SqliteTest, ScriptRunsTriggersWhole) {
  const auto connection = OpenMemory();
  connection->ExecuteScript(
      "CREATE TABLE t (a); /* ; */ CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 2; SELECT 1; END;\n"
      "INSERT INTO t VALUES (1); -- done;\n;;");
  EXPECT_EQ(connection->Execute("SELECT a FROM t").Scalar(), Cell::Integer(2));
  EXPECT_EQ(ErrorOf([&] { connection->ExecuteScript("SELECT 1; DROP TABLE nosuch; SELECT 2"); }).statement(),
            "DROP TABLE nosuch; SELECT 2");
}

TEST_F(SqliteTest, TransactionRollsBackUnlessItWasCommitted) {
  const auto connection = Open();
  {
    Transaction transaction(*connection);
    EXPECT_TRUE(connection->in_transaction());
    connection->Execute("CREATE TABLE t (a)");
  }
  EXPECT_FALSE(connection->in_transaction());
  EXPECT_TRUE(connection->Execute("SELECT * FROM sqlite_master").empty());
  {
    Transaction transaction(*connection);
    connection->Execute("CREATE TABLE t (a)");
    {
      Savepoint savepoint(*connection, "s\"1");
      connection->Execute("INSERT INTO t VALUES (1)");
    }
    {
      Savepoint savepoint(*connection, "s");
      connection->Execute("INSERT INTO t VALUES (2)");
      savepoint.Release();
    }
    Savepoint savepoint(*connection, "s");
    connection->Execute("INSERT INTO t VALUES (3)");
    savepoint.Rollback();
    transaction.Commit();
  }
  EXPECT_EQ(ToText(connection->Execute("SELECT a FROM t")), "2\n");
}

TEST_F(SqliteTest, CommitAndRollbackWithoutTransactionDoNothing) {
  const auto connection = OpenMemory();
  connection->Commit();
  connection->Rollback();
  connection->Begin();
  connection->Execute("COMMIT");
  EXPECT_EQ(connection->transaction_state(), TransactionState::kNone);
  connection->Commit();
  connection->Begin();
  EXPECT_EQ(ErrorOf([&] { connection->Begin(); }).message(), "cannot start a transaction within a transaction");
}

TEST_F(SqliteTest, TransactionThatSqliteEndsItselfIsLost) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK)");
  connection->Begin();
  connection->Execute("INSERT INTO t VALUES (1)");
  const Error error = ErrorOf([&] { connection->Execute("INSERT INTO t VALUES (1)"); });
  EXPECT_TRUE(error.transaction_lost());
  EXPECT_FALSE(connection->in_transaction());
}

TEST_F(SqliteTest, StreamGivesRowsWhileOtherStatementsRun) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b)");
  connection->Execute(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
      "INSERT INTO t SELECT i, 'old' FROM n");
  const auto stream = connection->Stream("SELECT a, b FROM t WHERE a > ? ORDER BY a", {std::string("500")});
  EXPECT_EQ(stream->columns()[1].name, "b");
  int64_t rows = 0;
  while (stream->Next()) {
    EXPECT_EQ(stream->row()[1], Cell::Text("old"));
    connection->Execute("UPDATE t SET b = 'new' WHERE a = ?", {stream->row()[0].AsInteger()});
    ++rows;
  }
  EXPECT_EQ(rows, 500);
  EXPECT_FALSE(stream->Next());
  EXPECT_EQ(connection->Execute("SELECT count(*) FROM t WHERE b = 'new'").Scalar(), Cell::Integer(500));
}

TEST_F(SqliteTest, StreamTakesItsFirstStepAtOnce) {
  const auto connection = OpenMemory();
  connection->Execute("CREATE TABLE t (a UNIQUE)");
  const auto stream = connection->Stream("INSERT INTO t VALUES (1), (2)");
  EXPECT_EQ(connection->Execute("SELECT count(*) FROM t").Scalar(), Cell::Integer(2));
  EXPECT_EQ(stream->row_count(), 2);
  EXPECT_FALSE(stream->Next());
  EXPECT_THROW(connection->Stream("INSERT INTO t VALUES (1)"), Error);
  EXPECT_FALSE(connection->Stream("-- nothing")->Next());
}

TEST_F(SqliteTest, StreamNeedsNoMemoryForManyRows) {
  const auto connection = OpenMemory();
  const auto stream = connection->Stream(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
      "SELECT printf('%1000d', i) FROM n");
  const int64_t before = ResidentMegabytes();
  int64_t rows = 0;
  while (stream->Next()) ++rows;
  EXPECT_EQ(rows, 200000);
  EXPECT_LT(ResidentMegabytes() - before, 20);
}

TEST_F(SqliteTest, StreamEndsWithItsConnection) {
  auto connection = OpenMemory();
  const auto one = connection->Stream("SELECT 1");
  const auto two = connection->Stream("SELECT 1");
  EXPECT_TRUE(two->Next());
  connection.reset();
  EXPECT_EQ(ErrorOf([&] { one->Next(); }).message(), "Cannot operate on a closed database.");
}

TEST_F(SqliteTest, StatementsAreKeptCompiledAndSeeTheNewSchema) {
  const auto connection = Open("a.db?cached_statements=2");
  connection->Execute("CREATE TABLE t (a)");
  connection->Execute("INSERT INTO t VALUES (?)", {1});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(connection->Execute("SELECT * FROM t").columns().size(), 1u + static_cast<size_t>(i));
    for (const char* other : {"SELECT 1", "SELECT 2"}) connection->Execute(other);
    connection->Execute("SELECT * FROM t");
    connection->Execute("ALTER TABLE t ADD COLUMN c" + std::to_string(i));
  }
  connection->Execute("DROP TABLE t");
  EXPECT_EQ(ErrorOf([&] { connection->Execute("SELECT * FROM t"); }).message(), "no such table: t");
}

TEST_F(SqliteTest, PragmaActsEachTime) {
  const auto connection = OpenMemory();
  for (int i = 0; i < 2; ++i) {
    connection->Execute("PRAGMA foreign_keys = ON");
    EXPECT_EQ(connection->Execute("PRAGMA foreign_keys").Scalar(), Cell::Integer(1));
    connection->Execute("PRAGMA foreign_keys = OFF");
    EXPECT_EQ(connection->Execute("PRAGMA foreign_keys").Scalar(), Cell::Integer(0));
  }
}

TEST_F(SqliteTest, SecondWriterWaitsAndIsToldWhoIsInTheWay) {
  const auto first = Open();
  const auto second = Open("a.db?timeout=0.05");
  first->Begin();
  const Error error = ErrorOf([&] { second->Begin(); });
  EXPECT_EQ(Summary(error), "sqlite3.OperationalError SQLITE_BUSY: database is locked");
  EXPECT_EQ(error.hint(), "another connection holds the lock of \"" + File("a.db") +
                              "\"; --lock-timeout SECONDS, or ?timeout=SECONDS in the URL, waits longer");
  second->Begin({.read_only = true});
  second->Execute("SELECT * FROM sqlite_master");
  second->Rollback();

  second->SetLockTimeout(std::chrono::seconds(20));
  std::thread ends_later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    first->Commit();
  });
  second->Begin();
  ends_later.join();
  EXPECT_TRUE(second->in_transaction());
}

TEST_F(SqliteTest, CommitThatMeetsAReaderCanBeTriedAgain) {
  const auto writer = Open("a.db?timeout=0");
  const auto reader = Open();
  writer->Execute("CREATE TABLE t (a)");
  writer->Begin();
  writer->Execute("INSERT INTO t VALUES (1)");
  auto reading = reader->Stream("SELECT * FROM sqlite_master");
  EXPECT_TRUE(reading->Next());
  const Error error = ErrorOf([&] { writer->Commit(); });
  EXPECT_EQ(error.database()->native_code_name, "SQLITE_BUSY");
  EXPECT_FALSE(error.transaction_lost());
  EXPECT_TRUE(writer->in_transaction());
  reading.reset();
  writer->Commit();
  EXPECT_EQ(reader->Execute("SELECT count(*) FROM t").Scalar(), Cell::Integer(1));
}

TEST_F(SqliteTest, FullDiskIsSaidAndLeavesNothing) {
  const auto connection = Open();
  connection->Execute("CREATE TABLE t (a)");
  connection->Execute("PRAGMA max_page_count = 4");
  {
    Transaction transaction(*connection);
    const Error error = ErrorOf([&] {
      for (int i = 0; i < 100; ++i) connection->Execute("INSERT INTO t VALUES (?)", {std::string(1000, 'x')});
    });
    EXPECT_EQ(Summary(error), "sqlite3.OperationalError SQLITE_FULL: database or disk is full");
    EXPECT_THAT(error.hint(), HasSubstr("is full, or PRAGMA max_page_count is reached"));
  }
  EXPECT_EQ(connection->Execute("SELECT count(*) FROM t").Scalar(), Cell::Integer(0));
}

TEST_F(SqliteTest, FilesThatCannotBeOpened) {
  Error error = ErrorOf([&] { Open("nosuch/a.db"); });
  EXPECT_EQ(Summary(error), "sqlite3.OperationalError SQLITE_CANTOPEN: unable to open database file");
  EXPECT_TRUE(error.connection_lost());
  EXPECT_EQ(error.hint(), "\"" + File("nosuch/a.db") + "\" cannot be opened: No such file or directory");
  EXPECT_EQ(Summary(ErrorOf([&] { Open(""); })).substr(0, 40), "sqlite3.OperationalError SQLITE_CANTOPEN");

  std::ofstream(File("text.db")) << "this is no database, but a text that is long enough to be looked at as one";
  error = ErrorOf([&] { Open("text.db")->Execute("CREATE TABLE t (a)"); });
  EXPECT_EQ(Summary(error), "sqlite3.DatabaseError SQLITE_NOTADB: file is not a database");
  EXPECT_EQ(error.hint(), "\"" + File("text.db") + "\" is no SQLite database, or it is encrypted");
}

TEST_F(SqliteTest, UnreadableFile) {
  Open()->Execute("CREATE TABLE t (a)");
  ASSERT_EQ(chmod(File("a.db").c_str(), 0), 0);
  ASSERT_EQ(chmod(folder_.c_str(), 0755), 0);
  // Root may read anything: the file is tried as somebody else.
  const uid_t user = geteuid();
  constexpr uid_t kNobody = 65534;
  if (user == 0) {
    ASSERT_EQ(seteuid(kNobody), 0);
  }
  const Error error = ErrorOf([&] { Open()->Execute("SELECT 1 FROM t"); });
  if (user == 0) {
    ASSERT_EQ(seteuid(0), 0);
  }
  EXPECT_EQ(error.message(), "unable to open database file");
  EXPECT_THAT(error.hint(), HasSubstr("cannot be opened: Permission denied"));
}

TEST_F(SqliteTest, ReadOnlyFile) {
  Open()->Execute("CREATE TABLE t (a)");
  const auto connection = MakeConnector()->Connect(Url::Parse("sqlite:///file:" + File("a.db") + "?mode=ro&uri=true"));
  EXPECT_TRUE(connection->Execute("SELECT * FROM t").empty());
  const Error error = ErrorOf([&] { connection->Execute("INSERT INTO t VALUES (1)"); });
  EXPECT_EQ(Summary(error), "sqlite3.OperationalError SQLITE_READONLY: attempt to write a readonly database");
  EXPECT_THAT(error.hint(), HasSubstr("or was opened with mode=ro"));
}

TEST_F(SqliteTest, DamagedFile) {
  {
    const auto connection = Open();
    connection->Execute("CREATE TABLE t (a)");
    for (int i = 0; i < 50; ++i) connection->Execute("INSERT INTO t VALUES (?)", {std::string(500, 'x')});
  }
  std::fstream file(File("a.db"), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(4096);
  file << std::string(8192, '\x7f');
  file.close();
  const Error error = ErrorOf([&] { Open()->Execute("SELECT count(a) FROM t"); });
  EXPECT_EQ(error.message(), "database disk image is malformed");
  EXPECT_EQ(error.database()->driver_class, "sqlite3.DatabaseError");
  EXPECT_THAT(error.hint(), HasSubstr("restore it from a backup"));
}

constexpr const char* kEndless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

TEST_F(SqliteTest, CancelStopsTheStatement) {
  const auto connection = OpenMemory();
  std::thread cancels([&] {
    for (int i = 0; i < 20; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      connection->Cancel();
    }
  });
  const Error error = ErrorOf([&] { connection->Execute(kEndless); });
  cancels.join();
  EXPECT_EQ(Summary(error), "sqlite3.OperationalError SQLITE_INTERRUPT: interrupted");
  EXPECT_EQ(connection->Execute("SELECT 1").Scalar(), Cell::Integer(1));
}

TEST_F(SqliteTest, StatementTimeout) {
  const auto connection = OpenMemory();
  connection->SetStatementTimeout(std::chrono::milliseconds(30));
  const Error error = ErrorOf([&] { connection->Execute(kEndless); });
  EXPECT_EQ(error.message(), "interrupted");
  EXPECT_EQ(error.hint(), "it ran longer than the statement timeout, 30 ms");
  connection->SetStatementTimeout(std::chrono::milliseconds(0));
  EXPECT_EQ(connection->Execute("SELECT 1").Scalar(), Cell::Integer(1));
}

TEST_F(SqliteTest, TellsAboutItself) {
  const auto connection = Open();
  EXPECT_EQ(connection->dialect(), "sqlite");
  EXPECT_EQ(connection->database_name(), File("a.db"));
  EXPECT_EQ(OpenMemory()->database_name(), "");
  EXPECT_EQ(connection->CurrentSchema(), "main");
  EXPECT_EQ(connection->server_version().at(0), 3);
  EXPECT_EQ(connection->backend_pid(), 0);
  EXPECT_TRUE(connection->alive());
}

TEST_F(SqliteTest, QueueIsExecute) {
  const auto connection = OpenMemory();
  connection->Queue("CREATE TABLE t (a)", {}, 0);
  EXPECT_TRUE(connection->Execute("SELECT * FROM t").empty());
  EXPECT_EQ(ErrorOf([&] { connection->Queue("DROP TABLE nosuch", {}, 3); }).database()->tag, 3u);
  EXPECT_EQ(ErrorOf([&] { connection->Queue("SELECT abs(?)", {}, 4); }).database()->tag, 4u);
  connection->Flush();
}

TEST_F(SqliteTest, ExclusiveBeginKeepsReadersOut) {
  const auto writer = Open("a.db?isolation_level=EXCLUSIVE");
  const auto reader = Open("a.db?timeout=0");
  writer->Begin();
  EXPECT_EQ(ErrorOf([&] { reader->Execute("SELECT * FROM sqlite_master"); }).message(), "database is locked");
}

}  // namespace
}  // namespace limbeck::driver

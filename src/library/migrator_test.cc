#include "limbeck/migrator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>

#include "driver/connection.h"

namespace limbeck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kAddAuthors =
    "-- add authors\n--\n-- revision: b2\n-- down_revision: a1\n\n"
    "-- upgrade\nCREATE TABLE authors (id INTEGER PRIMARY KEY);\nINSERT INTO authors VALUES (1);\n\n"
    "-- downgrade\nDROP TABLE authors;\n";
constexpr std::string_view kAddTitle =
    "\"\"\"add title\n\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\n"
    "revision = 'c3'\ndown_revision = 'b2'\n\n"
    "def upgrade():\n    op.add_column('books', sa.Column('title', sa.String(20)))\n\n"
    "def downgrade():\n    op.drop_column('books', 'title')\n";

Revision AddBooks() {
  return {.id = "a1",
          .message = "add books",
          .upgrade =
              [](Operations& op) {
                op.CreateTable(
                    {.name = "books", .columns = {{.name = "id", .type = types::Integer(), .primary_key = true}}});
              },
          .downgrade = [](Operations& op) { op.DropTable("books"); }};
}

/// One history of three kinds: C++, SQL, Python.
Migrations Mixed() {
  return {.files = {{"versions/b2.sql", kAddAuthors}, {"versions/c3.py", kAddTitle}}, .revisions = {AddBooks()}};
}

/// An SQLite database in memory that the test owns.
class Memory {
 public:
  Memory() { sqlite3_open(":memory:", &connection_); }
  ~Memory() { EXPECT_EQ(sqlite3_close(connection_), SQLITE_OK); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  Database database() const { return Database::Borrow(connection_); }
  sqlite3* connection() const { return connection_; }

  /// The rows of a query, in one line.
  std::string Query(const char* sql) const {
    std::string text;
    const auto add = [](void* result, int count, char** values, char**) {
      for (int i = 0; i < count; ++i) *static_cast<std::string*>(result) += std::string(values[i]) + " ";
      return 0;
    };
    sqlite3_exec(connection_, sql, add, &text, nullptr);
    return text;
  }
  std::string Tables() const {
    return Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version' ORDER BY name");
  }

 private:
  sqlite3* connection_ = nullptr;
};

TEST(Migrator, AppliesAHistoryOfThreeKindsAndTakesItBack) {
  const Memory memory;
  Migrator migrator(Mixed());
  const Outcome outcome = migrator.Upgrade(memory.database());
  EXPECT_THAT(outcome.before, IsEmpty());
  EXPECT_THAT(outcome.after, ElementsAre("c3"));
  using enum PlannedStep::Direction;
  EXPECT_THAT(outcome.steps,
              ElementsAre(PlannedStep{kUpgrade, "a1", "add books"}, PlannedStep{kUpgrade, "b2", "add authors"},
                          PlannedStep{kUpgrade, "c3", "add title"}));
  EXPECT_EQ(memory.Tables(), "authors books ");
  EXPECT_EQ(memory.Query("SELECT name FROM pragma_table_info('books')"), "id title ");
  EXPECT_FALSE(migrator.Upgrade(memory.database()).changed());
  EXPECT_THAT(migrator.Downgrade(memory.database(), "base").after, IsEmpty());
  EXPECT_EQ(memory.Tables(), "");
}

TEST(Migrator, AnswersQuestionsWithoutChangingAnything) {
  const Memory memory;
  Migrator migrator(Mixed());
  EXPECT_THAT(migrator.Heads(), ElementsAre("c3"));
  EXPECT_THAT(migrator.Current(memory.database()), IsEmpty());
  EXPECT_FALSE(migrator.IsUpToDate(memory.database()));
  EXPECT_EQ(migrator.Plan(memory.database(), "b2").steps.size(), 2U);
  EXPECT_EQ(memory.Query("SELECT count(*) FROM sqlite_master"), "0 ");
  const std::vector<RevisionInfo> history = migrator.History();
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history.front(), (RevisionInfo{"c3", {"b2"}, {}, {}, "add title", true}));
  EXPECT_EQ(history.back(), (RevisionInfo{"a1", {}, {}, {}, "add books", false}));
}

TEST(Migrator, StampsWithoutRunning) {
  const Memory memory;
  Migrator migrator(Mixed());
  migrator.Stamp(memory.database(), "b2");
  EXPECT_THAT(migrator.Current(memory.database()), ElementsAre("b2"));
  migrator.Stamp(memory.database(), "a1", true);
  EXPECT_THAT(migrator.Current(memory.database()), ElementsAre("a1"));
  EXPECT_EQ(memory.Tables(), "");
}

TEST(Migrator, RollsTheWholeRunBackAndLeavesTheConnectionUsable) {
  const Memory memory;
  Migrations migrations = Mixed();
  migrations.revisions.push_back({.id = "d4", .down_revisions = "c3", .upgrade = [](Operations& op) {
                                    op.Execute("CREATE TABLE late (id INTEGER)");
                                    op.Execute("INSERT INTO nowhere VALUES (1)");
                                  }});
  Migrator migrator(std::move(migrations));
  const std::optional<Error> error = migrator.TryUpgrade(memory.database());
  ASSERT_TRUE(error);
  EXPECT_EQ(error->kind(), ErrorKind::kDatabase);
  EXPECT_THAT(error->message(), HasSubstr("no such table: nowhere"));
  EXPECT_EQ(memory.Tables(), "");
  EXPECT_NE(sqlite3_get_autocommit(memory.connection()), 0);
}

TEST(Migrator, TellsProgressLogAndTheTimeForABackup) {
  const Memory memory;
  std::string told;
  MigratorOptions options;
  options.log = [&](LogSeverity severity, std::string_view, std::string_view message) {
    if (severity == LogSeverity::kInfo && message.starts_with("Running")) told += std::string(message) + "\n";
  };
  options.progress = [&](const Progress& progress) {
    told += std::to_string(progress.done) + "/" + std::to_string(progress.total) + "\n";
  };
  options.backup = [&](const Outcome& planned) { told += "backup before " + planned.steps.front().revision + "\n"; };
  Migrator migrator(Mixed(), options);
  migrator.Upgrade(memory.database(), "b2");
  EXPECT_EQ(
      told,
      "backup before a1\nRunning upgrade  -> a1, add books\n0/2\nRunning upgrade a1 -> b2, add authors\n1/2\n2/2\n");
  told.clear();
  migrator.Upgrade(memory.database(), "b2");
  EXPECT_EQ(told, "");
}

TEST(Migrator, AFailedBackupPreventsTheRun) {
  const Memory memory;
  MigratorOptions options;
  options.backup = [](const Outcome&) { throw Error(ErrorKind::kCommand, "the disk is full"); };
  const std::optional<Error> error = Migrator(Mixed(), options).TryUpgrade(memory.database());
  ASSERT_TRUE(error);
  EXPECT_EQ(error->message(), "the disk is full");
  EXPECT_EQ(memory.Query("SELECT count(*) FROM sqlite_master"), "0 ");
}

TEST(Migrator, StopsBetweenStepsWhenCancelled) {
  const Memory memory;
  Migrator* running = nullptr;
  MigratorOptions options;
  options.progress = [&](const Progress& progress) {
    if (progress.done == 1) running->Cancel();
  };
  Migrator migrator(Mixed(), options);
  running = &migrator;
  const std::optional<Error> error = migrator.TryUpgrade(memory.database());
  ASSERT_TRUE(error);
  EXPECT_EQ(error->exception_class(), "KeyboardInterrupt");
  EXPECT_EQ(memory.Tables(), "");
}

/// A database of the PostgreSQL server that ctest starts, dropped with everything in it.
class ServerDatabase {
 public:
  ServerDatabase() {
    const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
    if (url == nullptr)
      throw std::runtime_error("LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL; ctest sets it");
    driver::Url own = driver::Url::Parse(url);
    server_ = driver::MakeConnector()->Connect(own);
    own.database = name_;
    server_->Execute("CREATE DATABASE " + name_);
    url_ = own.ToStringWithPassword();
  }
  ~ServerDatabase() { server_->ExecuteScript("DROP DATABASE " + name_ + " WITH (FORCE)"); }
  ServerDatabase(const ServerDatabase&) = delete;
  ServerDatabase& operator=(const ServerDatabase&) = delete;

  const std::string& url() const { return url_; }

 private:
  std::string name_ = "limbeck_migrator_" + std::to_string(getpid());
  std::unique_ptr<driver::Connection> server_;
  std::string url_;
};

TEST(MigratorOnPostgresql, LeavesTheTransactionForWhatCannotBeInOne) {
  const ServerDatabase server;
  const Database database = Database::Url(server.url());
  const auto index = [](const std::string& name) {
    return CreateIndex{
        .name = name, .table = "books", .columns = {"id"}, .options = {{"postgresql_concurrently", true}}};
  };
  const auto first = [index](Operations& op) { op.CreateIndex(index("ix1")); };
  const auto second = [index](Operations& op) {
    op.Execute("INSERT INTO books VALUES (1)");
    op.CreateIndex(index("ix2"));
  };
  Migrator migrator({.revisions = {AddBooks(),
                                   {.id = "b2", .down_revisions = "a1", .upgrade = first},
                                   {.id = "c3", .down_revisions = "b2", .upgrade = second}}});
  const std::optional<Error> error = migrator.TryUpgrade(database);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->hint(), HasSubstr("first change of its revision"));
  EXPECT_THAT(migrator.Current(database), ElementsAre("b2"));
}

TEST(Migrator, RefusesAConnectionInATransaction) {
  const Memory memory;
  sqlite3_exec(memory.connection(), "BEGIN", nullptr, nullptr, nullptr);
  const std::optional<Error> error = Migrator(Mixed()).TryUpgrade(memory.database());
  ASSERT_TRUE(error);
  EXPECT_EQ(error->message(), "the connection is in a transaction, and a run makes its own");
}

TEST(Migrator, KeepsWhatTheProgramSetOnItsConnection) {
  const Memory memory;
  sqlite3_busy_timeout(memory.connection(), 1234);
  Migrator(Mixed()).Upgrade(memory.database());
  EXPECT_EQ(memory.Query("PRAGMA busy_timeout"), "1234 ");
  const char* twice = "INSERT INTO authors VALUES (1)";
  EXPECT_EQ(sqlite3_exec(memory.connection(), twice, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT);
}

TEST(Migrator, WritesAScript) {
  const std::string script = Migrator(Mixed()).Script("postgresql", "b2", "a1");
  EXPECT_THAT(script, HasSubstr("-- Running upgrade a1 -> b2"));
  EXPECT_THAT(script,
              HasSubstr("UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';"));
}

TEST(Migrator, HasAVersionTableOfItsOwn) {
  const Memory memory;
  MigratorOptions options;
  options.version_table = "app_version";
  Migrator(Mixed(), options).Upgrade(memory.database());
  EXPECT_EQ(memory.Query("SELECT version_num FROM app_version"), "c3 ");
}

TEST(Migrator, SaysWhichFolderIsMissing) {
  Migrator migrator(Migrations{.folder = "/nowhere"});
  EXPECT_THROW(migrator.Heads(), Error);
}

TEST(Migrator, ServesManyThreads) {
  Migrator migrator(Mixed());
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 32; ++i) {
    threads.emplace_back([&] {
      for (int file = 0; file < 10; ++file) {
        const Memory memory;
        migrator.Upgrade(memory.database());
        if (memory.Tables() == "authors books ") ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 320);
}

}  // namespace
}  // namespace limbeck

#include "driver/postgresql/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "driver/postgresql/live_test.h"
#include "driver/transaction.h"

namespace limbeck::driver {
namespace {

using testing::HasSubstr;

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

TEST_F(PostgresqlTest, TheStatementBehindTheQueueCountsItsOwnRows) {
  connection_->Execute("CREATE TABLE t (a int)");
  connection_->Begin();
  connection_->Queue("INSERT INTO t VALUES (1), (2), (3)", {}, 0);
  EXPECT_EQ(connection_->FlushWith("UPDATE t SET a = 5 WHERE a > 1", {}), 2);
  EXPECT_EQ(connection_->FlushWith("DELETE FROM t WHERE a = $1", {5}), 2);
  connection_->Queue("INSERT INTO t VALUES (1)", {}, 0);
  EXPECT_EQ(connection_->FlushWith("INSERT INTO t VALUES (4); DELETE FROM t", {}), 3);
  EXPECT_EQ(connection_->FlushWith("COMMIT", {}), -1);
  EXPECT_FALSE(connection_->in_transaction());
}

TEST_F(PostgresqlTest, TheErrorOfAQueuedStatementMayBeReplaced) {
  connection_->OnQueueError([](const Error& error) {
    throw Error(ErrorKind::kScript, "statement " + std::to_string(error.database()->tag.value_or(0)));
  });
  connection_->Begin();
  connection_->Queue("SELECT 1", {}, 7);
  connection_->Queue("nonsense", {}, 8);
  EXPECT_EQ(ErrorOf([&] { connection_->Execute("SELECT 2"); }).message(), "statement 8");
  connection_->Rollback();
  EXPECT_EQ(ErrorOf([&] { connection_->Queue("nonsense", {}, 9); }).message(), "statement 9");
  EXPECT_EQ(ErrorOf([&] { connection_->Execute("nonsense"); }).kind(), ErrorKind::kDatabase);
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

TEST_F(PostgresqlTest, WithoutPipelineEachStatementIsAnswered) {
  ConnectOptions options;
  options.pipeline = false;
  connection_ = Open(url_, options);
  connection_->Begin();
  connection_->Queue("CREATE TABLE t (a int PRIMARY KEY)", {}, 0);
  const std::vector<Parameters> sets = {{1}, {2}, {Null()}, {3}};
  EXPECT_EQ(connection_->ExecuteMany("INSERT INTO t VALUES ($1)", std::span(sets).first(2)).row_count(), 2);
  connection_->Commit();
  const Error error = ErrorOf([&] { connection_->ExecuteMany("INSERT INTO t VALUES ($1 + 2)", sets); });
  EXPECT_EQ(error.sqlstate(), "23502");
  EXPECT_EQ(error.database()->tag, 2u);
  connection_->Begin();
  EXPECT_EQ(ErrorOf([&] { connection_->Queue("nonsense", {}, 7); }).database()->tag, 7u);
}

}  // namespace
}  // namespace limbeck::driver

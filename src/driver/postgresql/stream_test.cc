#include "driver/postgresql/stream.h"

#include <gtest/gtest.h>

#include "driver/postgresql/live_test.h"

namespace limbeck::driver {
namespace {

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
  EXPECT_TRUE(stream->Next() && stream->Next());
  EXPECT_EQ(ErrorOf([&] { stream->Next(); }).sqlstate(), "22012");
  EXPECT_FALSE(stream->Next());
  EXPECT_EQ(ErrorOf([&] { connection_->Stream("SELECT * FROM nosuch"); }).sqlstate(), "42P01");
  EXPECT_EQ(Scalar("SELECT 1"), "1");
}

TEST_F(PostgresqlTest, StreamGoesOnAfterItsTransaction) {
  for (const bool commit : {true, false}) {
    connection_->Begin();
    const auto stream = connection_->Stream("SELECT 6 / (i - 3) FROM generate_series(1, $1) i", {commit ? 2 : 4});
    ASSERT_TRUE(stream->Next());
    commit ? connection_->Commit() : connection_->Rollback();
    ASSERT_TRUE(stream->Next());
    EXPECT_EQ(stream->row()[0], Cell::Text("-6"));
    if (commit) {
      EXPECT_FALSE(stream->Next());
    } else {
      // What is undone need not be right: the error of a row waits until the row is wanted.
      EXPECT_EQ(ErrorOf([&] { stream->Next(); }).sqlstate(), "22012");
    }
    EXPECT_FALSE(stream->Next());
  }
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

TEST_F(PostgresqlTest, StreamNeedsNoMemoryForManyRows) {
  // 200 MB of rows, first read off the connection, then set aside.
  const auto stream = connection_->Stream("SELECT repeat('x', 1000) FROM generate_series(1, 200000)");
  const int64_t before = ResidentMegabytes();
  int64_t rows = 0;
  for (; stream->Next(); ++rows) {
    if (rows == 100000) connection_->Execute("SELECT 1");
  }
  EXPECT_EQ(rows, 200000);
  EXPECT_LT(ResidentMegabytes() - before, 20);
}

TEST_F(PostgresqlTest, StreamEndsWithItsConnection) {
  const auto stream = connection_->Stream("SELECT 1 UNION ALL SELECT 2");
  EXPECT_TRUE(stream->Next());
  connection_.reset();
  EXPECT_EQ(ErrorOf([&] { stream->Next(); }).message(), "connection already closed");
}

}  // namespace
}  // namespace limbeck::driver

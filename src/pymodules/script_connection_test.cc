#include "pymodules/script_connection.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/error_of.h"
#include "driver/fake_database.h"

namespace limbeck::pymodules {
namespace {

using Lines = std::vector<std::string>;

dialect::Statement Text(const std::string& sql) {
  dialect::Statement statement;
  statement.text = sql;
  return statement;
}

/// A PostgreSQL in which "two" fails, and who is blamed for it.
class SentAheadTest : public testing::Test {
 protected:
  SentAheadTest() : database_(driver::Backend::kPostgresql), connection_(Open()) {}

  std::unique_ptr<driver::Connection> Open() {
    database_.FailWithSqlState("two", "42601", "syntax error");
    return database_.Connect();
  }

  void Send(const std::string& sql) {
    connection_.SendAhead(Text(sql), [this, sql](const Error& error) {
      blamed_.push_back(sql + ": " + error.statement());
      throw Error(ErrorKind::kScript, sql);
    });
  }

  template <typename Work>
  static std::string MessageOf(const Work& work) {
    const std::optional<Error> error = ErrorOf(work);
    return error ? error->message() : "";
  }

  driver::FakeDatabase database_;
  ScriptConnection connection_;
  Lines blamed_;
};

TEST_F(SentAheadTest, TheSenderIsBlamedByWhoeverComesNext) {
  Send("one");
  Send("two");
  EXPECT_EQ(MessageOf([&] { connection_.Execute(Text("three")); }), "two");
  EXPECT_EQ(blamed_, Lines{"two: two"});
}

TEST_F(SentAheadTest, AlsoByWhoUsesTheDriver) {
  Send("two");
  EXPECT_EQ(MessageOf([&] { connection_.driver().Execute("three"); }), "two");
  EXPECT_EQ(MessageOf([&] { connection_.Settle(); }), "");
}

TEST_F(SentAheadTest, AlsoByTheStatementBehind) {
  Send("one");
  Send("two");
  EXPECT_EQ(MessageOf([&] { connection_.ExecuteBehind(Text("three")); }), "two");
  EXPECT_EQ(blamed_.size(), 1U);
}

TEST_F(SentAheadTest, TheStatementBehindHasItsOwnError) {
  Send("one");
  EXPECT_EQ(MessageOf([&] { connection_.ExecuteBehind(Text("two")); }), "syntax error");
  EXPECT_EQ(blamed_, Lines());
}

TEST_F(SentAheadTest, ManyAreAnsweredInBetween) {
  for (int i = 0; i < 1000; ++i) Send("one");
  Send("two");
  EXPECT_EQ(MessageOf([&] {
              for (int i = 0; i < 1000; ++i) Send("three");
            }),
            "two");
  EXPECT_EQ(blamed_, Lines{"two: two"});
}

TEST_F(SentAheadTest, NothingIsLeftBehindARollback) {
  Send("two");
  connection_.Rollback();
  Send("one");
  connection_.Commit();
  EXPECT_EQ(blamed_, Lines());
}

}  // namespace
}  // namespace limbeck::pymodules

// What goes wrong with connections: refused, killed, cut off.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "driver/postgresql/live_test.h"
#include "driver/postgresql/lossy_proxy_test.h"

namespace limbeck::driver {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

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
    LossyProxy proxy(*url_.host, *url_.port, "COMMIT", reaches_server);
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

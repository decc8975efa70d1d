#include "loans.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "models.h"

namespace {

/// A database with the schema, two members, and a book of which there is one copy.
class Loans : public testing::Test {
 protected:
  void SetUp() override {
    sqlite3_open(":memory:", &connection_);
    sqlite3_exec(connection_, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    limbeck::CreateAll(limbeck::Database::Borrow(connection_), LibraryModels());
    ASSERT_EQ(sqlite3_exec(connection_,
                           "INSERT INTO members VALUES (1, 'ann@example.org'), (2, 'bob@example.org');"
                           "INSERT INTO books VALUES (7, 'Dubliners', 1)",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
  }
  void TearDown() override { sqlite3_close(connection_); }

  sqlite3* connection_ = nullptr;
};

TEST_F(Loans, LendsTheLastCopyOnce) {
  EXPECT_TRUE(Lend(connection_, 7, 1));
  EXPECT_FALSE(Lend(connection_, 7, 2));
  EXPECT_EQ(CountLoans(connection_, 1), 1);
  EXPECT_EQ(CountLoans(connection_, 2), 0);
}

TEST_F(Loans, KnowsItsMembers) {
  EXPECT_FALSE(Lend(connection_, 7, 3));
  EXPECT_TRUE(Lend(connection_, 7, 2));
}

}  // namespace

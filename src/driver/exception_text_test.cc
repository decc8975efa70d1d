#include "driver/exception_text.h"

#include <gtest/gtest.h>

namespace limbeck::driver {
namespace {

Error MissingTable() {
  DatabaseFacts facts;
  facts.sqlalchemy_class = "sqlalchemy.exc.OperationalError";
  facts.driver_class = "sqlite3.OperationalError";
  Error error(ErrorKind::kDatabase, "no such table: users");
  error.Database(std::move(facts)).Statement("DELETE FROM users WHERE id = ?").Parameters("(5,)");
  return error;
}

TEST(ExceptionText, IsSqlalchemys) {
  EXPECT_EQ(ExceptionText(MissingTable()),
            "(sqlite3.OperationalError) no such table: users\n"
            "[SQL: DELETE FROM users WHERE id = ?]\n"
            "[parameters: (5,)]\n"
            "(Background on this error at: https://sqlalche.me/e/20/e3q8)");
}

TEST(ExceptionText, OfAnotherErrorIsItsMessage) {
  const Error error(ErrorKind::kScript, "no");
  EXPECT_EQ(ExceptionText(error), "no");
  EXPECT_EQ(ExceptionTitle(error), "no");
  EXPECT_EQ(ExceptionPage(error), "");
}

}  // namespace
}  // namespace limbeck::driver

#include "driver/exception_names.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace limbeck::driver {
namespace {

TEST(ExceptionNames, OfSqlstates) {
  struct Row {
    const char* sqlstate;
    const char* sqlalchemy_class;
    const char* driver_class;
  };
  constexpr Row kRows[] = {
      {"23505", "IntegrityError", "psycopg2.errors.UniqueViolation"},
      {"42P01", "ProgrammingError", "psycopg2.errors.UndefinedTable"},
      {"42601", "ProgrammingError", "psycopg2.errors.SyntaxError"},
      {"22012", "DataError", "psycopg2.errors.DivisionByZero"},
      {"0A000", "NotSupportedError", "psycopg2.errors.FeatureNotSupported"},
      {"25P02", "InternalError", "psycopg2.errors.InFailedSqlTransaction"},
      {"40P01", "OperationalError", "psycopg2.errors.DeadlockDetected"},
      {"57014", "OperationalError", "psycopg2.errors.QueryCanceled"},
      {"57P01", "OperationalError", "psycopg2.errors.AdminShutdown"},
      {"38002", "InternalError", "psycopg2.errors.ModifyingSqlDataNotPermittedExt"},
      {"2F002", "InternalError", "psycopg2.errors.ModifyingSqlDataNotPermitted"},
      {"P0001", "InternalError", "psycopg2.errors.RaiseException"},
      {"XX000", "InternalError", "psycopg2.errors.InternalError_"},
      {"08006", "DatabaseError", "psycopg2.errors.ConnectionFailure"},
      {"22999", "DataError", "psycopg2.DataError"},
      {"ZZ999", "DatabaseError", "psycopg2.DatabaseError"},
      {"", "OperationalError", "psycopg2.OperationalError"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(PostgresqlException(row.sqlstate), (ExceptionNames{row.sqlalchemy_class, row.driver_class}))
        << row.sqlstate;
  }
}

TEST(ExceptionNames, TableIsSortedAndItsNamesAreUnique) {
  const auto all = SqlStateExceptions();
  EXPECT_TRUE(
      std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.sqlstate < b.sqlstate; }));
  std::set<std::string_view> names;
  for (const SqlStateException& row : all) EXPECT_TRUE(names.insert(row.name).second) << row.name;
}

TEST(ExceptionNames, OfSqliteCodes) {
  struct Row {
    int code;
    const char* sqlalchemy_class;
    const char* driver_class;
  };
  constexpr Row kRows[] = {
      {SQLITE_ERROR, "OperationalError", "sqlite3.OperationalError"},
      {SQLITE_CONSTRAINT_UNIQUE, "IntegrityError", "sqlite3.IntegrityError"},
      {SQLITE_BUSY_SNAPSHOT, "OperationalError", "sqlite3.OperationalError"},
      {SQLITE_CORRUPT, "DatabaseError", "sqlite3.DatabaseError"},
      {SQLITE_NOTADB, "DatabaseError", "sqlite3.DatabaseError"},
      {SQLITE_TOOBIG, "DataError", "sqlite3.DataError"},
      {SQLITE_MISUSE, "InterfaceError", "sqlite3.InterfaceError"},
      {SQLITE_INTERNAL, "InternalError", "sqlite3.InternalError"},
      {SQLITE_NOMEM, "", "MemoryError"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(SqliteException(row.code), (ExceptionNames{row.sqlalchemy_class, row.driver_class})) << row.code;
  }
}

}  // namespace
}  // namespace limbeck::driver

#include "driver/backend.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

TEST(Backend, EveryDriverOfSqlalchemyIsTaken) {
  struct Row {
    const char* drivername;
    Backend backend;
    const char* driver;
  };
  constexpr Row kRows[] = {
      {"sqlite", Backend::kSqlite, "pysqlite"},
      {"sqlite+pysqlite", Backend::kSqlite, "pysqlite"},
      {"sqlite+aiosqlite", Backend::kSqlite, "aiosqlite"},
      {"postgresql", Backend::kPostgresql, "psycopg2"},
      {"postgresql+psycopg2", Backend::kPostgresql, "psycopg2"},
      {"postgresql+psycopg", Backend::kPostgresql, "psycopg"},
      {"postgresql+psycopg_async", Backend::kPostgresql, "psycopg_async"},
      {"postgresql+asyncpg", Backend::kPostgresql, "asyncpg"},
      {"postgresql+pg8000", Backend::kPostgresql, "pg8000"},
      {"postgresql+psycopg2cffi", Backend::kPostgresql, "psycopg2cffi"},
      {"postgres", Backend::kPostgresql, "psycopg2"},
      {"postgres+asyncpg", Backend::kPostgresql, "asyncpg"},
  };
  for (const Row& row : kRows) {
    const Url url = Url::Parse(std::string(row.drivername) + "://");
    EXPECT_EQ(BackendOf(url), row.backend) << row.drivername;
    EXPECT_EQ(DriverOf(url), row.driver) << row.drivername;
  }
}

TEST(Backend, Errors) {
  struct Row {
    const char* drivername;
    ErrorKind kind;
    const char* message;
    const char* hint;
  };
  constexpr Row kRows[] = {
      {"nosuch", ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:nosuch",
       "a database URL begins with sqlite:// or postgresql://"},
      {"postgresq", ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:postgresq",
       "did you mean 'postgresql'?"},
      {"postgresql+psycop2", ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:postgresql.psycop2",
       "did you mean 'postgresql+psycopg2'?"},
      {"PostgreSQL", ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:PostgreSQL",
       "did you mean 'postgresql'?"},
      {"postgresql+a+b", ErrorKind::kConfig, "Can't load plugin: sqlalchemy.dialects:postgresql.a.b", nullptr},
      {"sqlite+pysqlcipher", ErrorKind::kUnsupported, "driver \"pysqlcipher\" is not supported",
       "Limbeck cannot read encrypted SQLite files; decrypt the database first"},
      {"mysql+pymysql", ErrorKind::kUnsupported, "database \"mysql\" is not supported",
       "Limbeck migrates SQLite and PostgreSQL"},
  };
  for (const Row& row : kRows) {
    try {
      BackendOf(Url::Parse(std::string(row.drivername) + "://u:p@h/d"));
      FAIL() << row.drivername;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), row.kind) << row.drivername;
      EXPECT_EQ(error.message(), row.message);
      if (row.hint != nullptr) {
        EXPECT_EQ(error.hint(), row.hint);
      }
    }
  }
}

}  // namespace
}  // namespace limbeck::driver

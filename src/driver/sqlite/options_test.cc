#include "driver/sqlite/options.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::driver::sqlite {
namespace {

using std::chrono::milliseconds;

TEST(SqliteOptions, ReadAsSqlalchemyDoes) {
  struct Row {
    const char* url;
    OpenOptions open;
  };
  const Row rows[] = {
      {"sqlite://", {.file = ":memory:"}},
      {"sqlite:///", {.file = ":memory:"}},
      {"sqlite:///:memory:", {.file = ":memory:"}},
      {"sqlite:///a/b.db", {.file = "a/b.db"}},
      {"sqlite:////a/b.db", {.file = "/a/b.db"}},
      {"sqlite+aiosqlite:///a.db", {.file = "a.db"}},
      {"sqlite:///a.db?mode=ro", {.file = "a.db"}},
      {"sqlite:///file:a.db?mode=ro&cache=shared&uri=true&timeout=0.25",
       {.file = "file:a.db?cache=shared&mode=ro", .uri = true, .busy_timeout = milliseconds(250)}},
      {"sqlite:///file:a.db?uri=no&timeout=3", {.file = "file:a.db", .busy_timeout = milliseconds(3000)}},
      {"sqlite:///a.db?isolation_level=exclusive&cached_statements=0&detect_types=3&check_same_thread=False",
       {.file = "a.db", .cached_statements = 0, .exclusive = true}},
  };
  for (const Row& row : rows) {
    const OpenOptions open = ReadOpenOptions(Url::Parse(row.url), {});
    EXPECT_EQ(open.file, row.open.file) << row.url;
    EXPECT_EQ(open, row.open) << row.url;
  }
}

TEST(SqliteOptions, ArgumentsWinOverTheUrl) {
  ConnectOptions options;
  options.arguments = {{"timeout", "1"}, {"check_same_thread", "False"}, {"factory", "x"}};
  EXPECT_EQ(ReadOpenOptions(Url::Parse("sqlite:///a?timeout=9"), options).busy_timeout, milliseconds(1000));
}

TEST(SqliteOptions, Errors) {
  struct Row {
    const char* url;
    const char* message;
    const char* exception_class;
  };
  constexpr Row kRows[] = {
      {"sqlite://u:secret@h/x",
       "Invalid SQLite URL: sqlite://u:***@h/x\nValid SQLite URL forms are:\n sqlite:///:memory: (or, sqlite://)\n "
       "sqlite:///relative/path/to/file.db\n sqlite:////absolute/path/to/file.db",
       "sqlalchemy.exc.ArgumentError"},
      {"sqlite:///a?uri=perhaps", "String is not true/false: 'perhaps'", "ValueError"},
      {"sqlite:///a?timeout=soon", "could not convert string to float: 'soon'", "ValueError"},
      {"sqlite:///a?cached_statements=1.5", "invalid literal for int() with base 10: '1.5'", "ValueError"},
      {"sqlite:///a?isolation_level=x", "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'",
       "ValueError"},
  };
  for (const Row& row : kRows) {
    try {
      ReadOpenOptions(Url::Parse(row.url), {});
      FAIL() << row.url;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), row.message);
      EXPECT_EQ(error.exception_class(), row.exception_class);
    }
  }
  ConnectOptions options;
  options.arguments = {{"nosuch", "1"}};
  EXPECT_THROW(ReadOpenOptions(Url::Parse("sqlite://"), options), Error);
}

}  // namespace
}  // namespace limbeck::driver::sqlite

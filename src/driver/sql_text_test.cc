#include "driver/sql_text.h"

#include <gtest/gtest.h>

namespace limbeck::driver {
namespace {

TEST(SqlText, FirstKeyword) {
  struct Row {
    const char* sql;
    const char* sqlite;
    const char* postgresql;
  };
  constexpr Row kRows[] = {
      {"select 1", "SELECT", "SELECT"},
      {" \n\t-- x\n/* y */Insert into t", "INSERT", "INSERT"},
      {"/* /* */ update */ delete", "UPDATE", "DELETE"},
      {"", "", ""},
      {"-- only", "", ""},
      {"/* open", "", ""},
      {"(select 1)", "", ""},
      {"COMMIT;", "COMMIT", "COMMIT"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(FirstKeyword(row.sql, Backend::kSqlite), row.sqlite) << row.sql;
    EXPECT_EQ(FirstKeyword(row.sql, Backend::kPostgresql), row.postgresql) << row.sql;
  }
}

TEST(SqlText, OneStatementOrSeveral) {
  struct Row {
    const char* sql;
    bool several;
  };
  constexpr Row kRows[] = {
      {"", false},
      {"select 1", false},
      {"select 1; \n", false},
      {"select 1; select 2", true},
      {"select 1;;", false},
      {"select 1; -- done", false},
      {"select ';' ; /* ; */", false},
      {"select 'it''s; so'", false},
      {"select ''';' ; select 2;", true},
      {"select E'\\';' , 2", false},
      {"select e'\\\\'; select 2", true},
      {"select \"a;b\"", false},
      {"do $$ begin; end $$", false},
      {"do $x$ a; $$ ; $x$; select 1", true},
      {"do $x$ a; $$ ; $x$", false},
      {"select $1; select 2", true},
      {"select a$b;select 2", true},
      {"select note';' from t", false},
      {"/* /* ; */ ; */ select 1", false},
      {"-- ;\nselect 1", false},
      {"select 1 -- it's; fine", false},
      {"select 'open;", false},
  };
  for (const Row& row : kRows) EXPECT_EQ(MayHoldSeveralStatements(row.sql), row.several) << row.sql;
}

TEST(SqlText, NumberParametersAsEachDatabaseDoes) {
  const std::string sql = "select $1, '$2', \"$3\", $12 -- $4\n/* $5 */, a$6, $2";
  EXPECT_EQ(NumberParameters(sql, Backend::kPostgresql), sql);
  EXPECT_EQ(NumberParameters(sql, Backend::kSqlite), "select ?1, '$2', \"$3\", ?12 -- $4\n/* $5 */, a$6, ?2");
}

TEST(SqlText, QuoteNameDoublesQuotes) {
  EXPECT_EQ(QuoteName("a\"b"), "\"a\"\"b\"");
}

}  // namespace
}  // namespace limbeck::driver

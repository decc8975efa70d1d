#include "driver/empty_answer.h"

#include <gtest/gtest.h>

namespace limbeck::driver {
namespace {

struct Row {
  const char* sql;
  const char* names;
  const char* rows;
};

const Row kRows[] = {
    {"SELECT count(*) FROM t WHERE a = 'x, y'", "count", "'0'\n"},
    {"select count(*) as \"Total\", max(t.id) from t", "Total,max", "'0'|NULL\n"},
    {"SELECT a, b AS c FROM t", "a,c", ""},
    {"SELECT t.a, \"t\".\"B\", a::text, f(x), a b, a + b, t.*, * FROM t", "a,B,a,f,b,?column?,*,*", ""},
    {"SELECT a, count(*) FROM t GROUP BY a", "a,count", ""},
    {"SELECT count(*) FROM (SELECT a FROM t GROUP BY a) AS x", "count", "'0'\n"},
    {"SELECT EXISTS (SELECT 1 FROM t)", "exists", "'f'\n"},
    {"SELECT NOT EXISTS (SELECT 1 FROM t)", "?column?", "'t'\n"},
    {"SELECT 1", "?column?", "'1'\n"},
    {"SELECT 'a', true, now()", "?column?,bool,now", "'a'|'t'|NULL\n"},
    {"/* hm */ WITH x AS (SELECT 1) SELECT coalesce(max(n), 0) FROM x", "coalesce", "'0'\n"},
    {"SELECT coalesce(count(*), 0) FROM x", "coalesce", "'0'\n"},
    {"SELECT DISTINCT a FROM t ORDER BY a", "a", ""},
    {"SELECT pg_try_advisory_lock(1)", "pg_try_advisory_lock", "'t'\n"},
};

std::string NamesOf(const Result& result) {
  std::string names;
  for (const Column& column : result.columns()) names += (names.empty() ? "" : ",") + column.name;
  return names;
}

TEST(EmptyAnswer, IsOneRowOfAggregatesOrNone) {
  for (const Row& row : kRows) {
    const std::optional<Result> result = EmptyAnswer(row.sql);
    ASSERT_TRUE(result) << row.sql;
    EXPECT_EQ(NamesOf(*result), row.names) << row.sql;
    EXPECT_EQ(ToText(*result), row.rows) << row.sql;
  }
}

TEST(EmptyAnswer, IsNothingForOtherStatements) {
  for (const char* sql :
       {"CREATE TABLE t (a int)", "", "SELEC 1", "WITH x AS (SELECT 1) INSERT INTO t VALUES (1)", "("}) {
    EXPECT_FALSE(EmptyAnswer(sql)) << sql;
  }
}

}  // namespace
}  // namespace limbeck::driver

#include "inspect/rehearsal/made_up_rows.h"

#include <gtest/gtest.h>

namespace limbeck::inspect::rehearsal {
namespace {

struct Row {
  const char* sql;
  const char* names;
  const char* rows;
};

const Row kRows[] = {
    {"SELECT id, users.name, made FROM users", "id,name,made", "'1'|'1'|'2020-01-01 00:00:00+00'\n"},
    {"SELECT * FROM users WHERE id = $1", "id,name,made,feeling,doc", "'1'|'1'|'2020-01-01 00:00:00+00'|'ok'|'{}'\n"},
    {"SELECT user_id, what FROM elsewhere", "user_id,what", "'1'|'1'\n"},
    {"SELECT count(*), max(id) FROM users", "count,max", "'1'|'1'\n"},
    {"SELECT EXISTS (SELECT 1 FROM users)", "exists", "'t'\n"},
    {"INSERT INTO users (name) VALUES ('x') RETURNING users.id", "id", "'1'\n"},
};

std::string NamesOf(const driver::Result& result) {
  std::string names;
  for (const driver::Column& column : result.columns()) names += (names.empty() ? "" : ",") + column.name;
  return names;
}

TEST(MadeUpRows, HaveAValueForEachColumn) {
  Schema schema;
  schema.Run(
      "CREATE TYPE mood AS ENUM ('ok', 'bad');"
      "CREATE TABLE users (id INTEGER, name TEXT, made TIMESTAMP WITH TIME ZONE, feeling mood, doc JSONB)");
  for (const Row& row : kRows) {
    const std::optional<driver::Result> result = MadeUpRows(schema).Answer(row.sql);
    ASSERT_TRUE(result) << row.sql;
    EXPECT_EQ(NamesOf(*result), row.names) << row.sql;
    EXPECT_EQ(ToText(*result), row.rows) << row.sql;
  }
}

TEST(MadeUpRows, ComeToAnEnd) {
  const Schema schema;
  MadeUpRows rows(schema);
  size_t found = 0;
  while (!rows.Answer("SELECT id FROM users")->empty()) ++found;
  EXPECT_EQ(found, 3U);
  EXPECT_FALSE(rows.Answer("UPDATE users SET id = 2"));
  for (int i = 0; i < 10; ++i) {
    EXPECT_FALSE(rows.Answer("SELECT users.name FROM users WHERE users.id = 1")->empty());
    EXPECT_FALSE(rows.Answer("INSERT INTO users (name) VALUES ('a') RETURNING id")->empty());
  }
}

TEST(MadeUpRows, OfAggregatesCountDownAndKeepTheirValues) {
  const Schema schema;
  MadeUpRows rows(schema);
  const auto ask = [&](const char* sql) { return ToText(*rows.Answer(sql)); };
  for (const char* count : {"'1'\n", "'1'\n", "'1'\n", "'0'\n"}) {
    EXPECT_EQ(ask("SELECT count(*) FROM users"), count);
    EXPECT_EQ(ask("SELECT max(id) FROM users;"), "'1'\n");
  }
  constexpr uint32_t kInteger = 20;
  EXPECT_EQ(rows.Answer("SELECT max(id) FROM users")->columns().front().type, kInteger);
}

}  // namespace
}  // namespace limbeck::inspect::rehearsal

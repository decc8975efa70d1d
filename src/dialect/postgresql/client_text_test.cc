#include "dialect/postgresql/client_text.h"

#include <gtest/gtest.h>

#include <limits>

#include "limbeck/error.h"

namespace limbeck::dialect::postgresql {
namespace {

TEST(ClientLiteral, IsWhatPsycopg2Writes) {
  const std::pair<sql::Value, const char*> rows[] = {
      {sql::None{}, "NULL"},
      {true, "true"},
      {7, "7"},
      {-7, " -7"},
      {sql::BigInteger{"123456789012345678901"}, "123456789012345678901"},
      {1.5, "1.5"},
      {-1e20, " -1e+20"},
      {std::numeric_limits<double>::infinity(), "'Infinity'::float"},
      {sql::Decimal{"12.50"}, "12.50"},
      {sql::Decimal{"NaN"}, "'NaN'::numeric"},
      {"it's \\ 100%", "'it''s \\ 100%'"},
      {sql::Bytes{std::string("\0\xff", 2)}, "'\\x00ff'::bytea"},
      {sql::Date{"2024-01-31"}, "'2024-01-31'::date"},
      {sql::Time{"13:45:00"}, "'13:45:00'::time"},
      {sql::Time{"13:45:00+02:00"}, "'13:45:00+02:00'::timetz"},
      {sql::DateTime{"2024-01-31 13:45:00.5"}, "'2024-01-31T13:45:00.5'::timestamp"},
      {sql::DateTime{"2024-01-31 13:45:00+00:00"}, "'2024-01-31T13:45:00+00:00'::timestamptz"},
      {sql::Interval{90061000001}, "'1 days 3661.000001 seconds'::interval"},
      {sql::Interval{-1}, "'-1 days 86399.999999 seconds'::interval"},
      {sql::Uuid{"0b5e3b6e-1c2d-4f00-9d6f-0242ac130003"}, "'0b5e3b6e-1c2d-4f00-9d6f-0242ac130003'::uuid"},
      {sql::Json{R"({"a": "b"})"}, R"('{"a": "b"}')"},
      {sql::ValueList{{1, 2}, false}, "ARRAY[1,2]"},
      {sql::ValueList{{"a", sql::None{}}, false}, "ARRAY['a',NULL]"},
      {sql::ValueList{{}, false}, "'{}'"},
      {sql::ValueList{{1, "a"}, true}, "(1, 'a')"},
  };
  for (const auto& [value, expected] : rows) EXPECT_EQ(ClientLiteral(value), expected);
  EXPECT_THROW(ClientLiteral(std::string("\0", 1)), Error);
}

TEST(WriteClientText, ReplacesMarksInTheirOrder) {
  const Statement statement{.text = "SELECT 5 %% 3, '%', %(a)s, %s, 'x%%'",
                            .parameters = {{"a", 1, {}}, {"", "%s", {}}},
                            .style = ParameterStyle::kScript};
  EXPECT_EQ(WriteClientText(statement).text, "SELECT 5 % 3, '%', 1, '%s', 'x%'");
}

TEST(SentText, TellsWhereAPositionIsInTheStatement) {
  const Statement statement{.text = "SELECT 'ä', %(name)s, nothing",
                            .parameters = {{"name", "value of some length", {}}},
                            .style = ParameterStyle::kScript};
  const SentText sent = WriteClientText(statement);
  EXPECT_EQ(sent.text, "SELECT 'ä', 'value of some length', nothing");
  EXPECT_EQ(sent.PositionIn(statement, 0), 0);
  EXPECT_EQ(sent.PositionIn(statement, 8), 8);
  EXPECT_EQ(sent.PositionIn(statement, 20), 13);
  EXPECT_EQ(sent.PositionIn(statement, 37), 23);
}

}  // namespace
}  // namespace limbeck::dialect::postgresql

#include "pymodules/bound_values.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::pymodules {
namespace {

using driver::Backend;
using sql::TypeKind;

sql::Value Stored(sql::Value value, TypeKind type, Backend backend) {
  return StoredValue({"p", std::move(value), sql::Type(type)}, backend);
}

TEST(BoundValues, SqliteStoresMomentsWithMicroseconds) {
  const sql::Value moment = sql::DateTime{"2024-01-31 13:45:00+02:00"};
  EXPECT_EQ(Stored(moment, TypeKind::kDateTime, Backend::kSqlite),
            sql::Value(sql::DateTime{"2024-01-31 13:45:00.000000"}));
  EXPECT_EQ(Stored(moment, TypeKind::kDate, Backend::kSqlite), sql::Value(sql::Date{"2024-01-31"}));
  EXPECT_EQ(Stored(moment, TypeKind::kNull, Backend::kSqlite), moment);
  EXPECT_EQ(Stored(moment, TypeKind::kDateTime, Backend::kPostgresql), moment);
  EXPECT_EQ(Stored(sql::Time{"13:45:00"}, TypeKind::kTime, Backend::kSqlite), sql::Value(sql::Time{"13:45:00.000000"}));
}

TEST(BoundValues, SqliteTakesMomentsForMomentsOnly) {
  const std::pair<TypeKind, const char*> rows[] = {
      {TypeKind::kDate, "(builtins.TypeError) SQLite Date type only accepts Python date objects as input."},
      {TypeKind::kTime, "(builtins.TypeError) SQLite Time type only accepts Python time objects as input."},
      {TypeKind::kDateTime,
       "(builtins.TypeError) SQLite DateTime type only accepts Python datetime and date objects as input."},
  };
  for (const auto& [type, message] : rows) {
    EXPECT_EQ(Stored("2024-01-31", type, Backend::kPostgresql), sql::Value("2024-01-31"));
    EXPECT_EQ(Stored(sql::None{}, type, Backend::kSqlite), sql::Value(sql::None{}));
    try {
      Stored("2024-01-31", type, Backend::kSqlite);
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), message);
    }
  }
}

TEST(BoundValues, SqliteStoresUuidsAndLengthsOfTime) {
  const sql::Value uuid = sql::Uuid{"0b5e3b6e-1c2d-4f00-9d6f-0242ac130003"};
  EXPECT_EQ(Stored(uuid, TypeKind::kUuid, Backend::kSqlite), sql::Value("0b5e3b6e1c2d4f009d6f0242ac130003"));
  EXPECT_EQ(Stored(uuid, TypeKind::kUuid, Backend::kPostgresql), uuid);
  EXPECT_EQ(Stored(sql::Interval{86'400'000'001}, TypeKind::kInterval, Backend::kSqlite),
            sql::Value(sql::DateTime{"1970-01-02 00:00:00.000001"}));
}

TEST(BoundValues, JsonIsSerialised) {
  const sql::Value list = sql::ValueList{{1, "a\"\xC3\xA4", sql::None{}, true, 0.5, sql::Json{"{\"k\": 1}"}}};
  EXPECT_EQ(Stored(list, TypeKind::kJson, Backend::kPostgresql),
            sql::Value(sql::Json{"[1, \"a\\\"\\u00e4\", null, true, 0.5, {\"k\": 1}]"}));
  EXPECT_EQ(Stored("x", TypeKind::kJsonb, Backend::kPostgresql), sql::Value(sql::Json{"\"x\""}));
  EXPECT_EQ(Stored(sql::None{}, TypeKind::kJson, Backend::kSqlite), sql::Value(sql::Json{"null"}));
  EXPECT_EQ(Stored(list, TypeKind::kNull, Backend::kSqlite), list);
}

}  // namespace
}  // namespace limbeck::pymodules

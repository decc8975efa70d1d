#include "pymodules/postgresql_values.h"

#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {
namespace {

TEST(PostgresqlValues, AreWhatPsycopg2Makes) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  struct Row {
    uint32_t type;
    const char* text;
    const char* repr;
  };
  const Row rows[] = {
      {16, "t", "True"},
      {20, "9007199254740993", "9007199254740993"},
      {701, "0.1", "0.1"},
      {1700, "1.50", "Decimal('1.50')"},
      {1700, "NaN", "Decimal('NaN')"},
      {114, "{\"a\": [1, null]}", "{'a': [1, None]}"},
      {2950, "0b5e3b6e-1c2d-4f00-9d6f-0242ac130003", "UUID('0b5e3b6e-1c2d-4f00-9d6f-0242ac130003')"},
      {1082, "2024-02-29", "datetime.date(2024, 2, 29)"},
      {1082, "infinity", "datetime.date(9999, 12, 31)"},
      {1083, "13:45:00.5", "datetime.time(13, 45, 0, 500000)"},
      {1114, "2024-02-29 13:45:01", "datetime.datetime(2024, 2, 29, 13, 45, 1)"},
      {1184, "2024-02-29 13:45:01+00", "datetime.datetime(2024, 2, 29, 13, 45, 1, tzinfo=datetime.timezone.utc)"},
      {1184, "2024-02-29 13:45:01.25-03:30",
       "datetime.datetime(2024, 2, 29, 13, 45, 1, 250000, "
       "tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=73800)))"},
      {1186, "1 year 2 mons -3 days 04:05:06.7", "datetime.timedelta(days=422, seconds=14706, microseconds=700000)"},
      {1186, "-00:00:01.5", "datetime.timedelta(days=-1, seconds=86398, microseconds=500000)"},
      {1007, "{1,NULL,3}", "[1, None, 3]"},
      {1009, "{a,\"b,\\\"c\",\"NULL\",{}}", "['a', 'b,\"c', 'NULL', []]"},
      {1231, "[0:1]={1.5,2}", "[Decimal('1.5'), Decimal('2')]"},
      {869, "10.0.0.1", "'10.0.0.1'"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(interpreter.Repr(ReadPostgresqlText(interpreter, row.text, row.type)), row.repr);
  }
}

TEST(PostgresqlValues, BytesAreAMemoryview) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  const python::Value value = ReadPostgresqlText(interpreter, "\\x00ff", 17);
  EXPECT_EQ(python::TypeName(value), "memoryview");
  EXPECT_EQ(python::Cast<python::BytesObject>(value)->bytes(), std::string("\0\xff", 2));
}

}  // namespace
}  // namespace limbeck::pymodules

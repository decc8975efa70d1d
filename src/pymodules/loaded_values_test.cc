#include "pymodules/loaded_values.h"

#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {
namespace {

using driver::Cell;
using sql::TypeKind;

TEST(LoadedValues, AreWhatSqlalchemysTypesGive) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  struct Row {
    Cell cell;
    sql::Type type;
    const char* repr;
  };
  const Row rows[] = {
      {Cell(), TypeKind::kDateTime, "None"},
      {Cell::Text("2024-01-02 03:04:05.000000"), TypeKind::kDateTime, "datetime.datetime(2024, 1, 2, 3, 4, 5)"},
      {Cell::Text("2024-01-02"), TypeKind::kDate, "datetime.date(2024, 1, 2)"},
      {Cell::Text("03:04:05.000001"), TypeKind::kTime, "datetime.time(3, 4, 5, 1)"},
      {Cell::Text("1970-01-02 00:00:01.000000"), TypeKind::kInterval, "datetime.timedelta(days=1, seconds=1)"},
      {Cell::Real(1.5), sql::types::Numeric(10, 2), "Decimal('1.50')"},
      {Cell::Integer(3), sql::types::Numeric(), "Decimal('3.0000000000')"},
      {Cell::Real(1.5), sql::types::Float(), "1.5"},
      {Cell::Integer(1), TypeKind::kBoolean, "True"},
      {Cell::Text("{\"a\": [1]}"), TypeKind::kJson, "{'a': [1]}"},
      {Cell::Text("00000000000000000000000000000005"), TypeKind::kUuid, "UUID('00000000-0000-0000-0000-000000000005')"},
      {Cell::Text("text"), TypeKind::kString, "'text'"},
      {Cell::Integer(7), TypeKind::kNull, "7"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(interpreter.Repr(LoadedValue(interpreter, row.cell, driver::Column{}, row.type)), row.repr);
  }
}

}  // namespace
}  // namespace limbeck::pymodules

#include "pymodules/loaded_values.h"

#include <fmt/format.h>

#include "base/text.h"
#include "pymodules/results.h"
#include "python/memory_view.h"
#include "python/std/datetime_objects.h"
#include "python/std/decimal_objects.h"
#include "python/std/json_text.h"
#include "python/std/time_format.h"
#include "python/std/uuid_objects.h"

namespace limbeck::pymodules {
namespace {

using driver::CellKind;
using python::Interpreter;
using python::Value;
using sql::TypeAffinity;

/// Numeric gives decimals, Float floats, unless asdecimal says otherwise.
bool GivesDecimals(const sql::Type& type) {
  const bool is_float = type.kind == sql::TypeKind::kFloat || type.kind == sql::TypeKind::kDouble ||
                        type.kind == sql::TypeKind::kReal || type.kind == sql::TypeKind::kDoublePrecision;
  return type.asdecimal.value_or(!is_float);
}

/// A float has as many digits as the type says: ten when it says nothing.
Value LoadNumber(Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column,
                 const sql::Type& type) {
  constexpr int kDefaultScale = 10;
  const bool is_number = cell.kind() == CellKind::kInteger || cell.kind() == CellKind::kReal;
  if (!GivesDecimals(type)) {
    const Value value = ReadCell(interpreter, cell, column);
    return python::DecimalOf(value) != nullptr || value.is_int() ? Value::Float(cell.AsReal()) : value;
  }
  if (!is_number) return ReadCell(interpreter, cell, column);
  const int scale = type.decimal_return_scale.value_or(type.scale.value_or(kDefaultScale));
  return python::MakeDecimalFromText(fmt::format("{:.{}f}", cell.AsReal(), scale));
}

/// "2024-01-31 13:45:00.000000"; nothing for a text that is no moment.
std::optional<python::CivilTime> ReadMoment(std::string_view text) {
  const auto date = python::ReadIsoDate(text.substr(0, 10));
  const auto time = text.size() > 11 ? python::ReadIsoTime(text.substr(11)) : python::IsoTime{};
  if (!date || !time) return std::nullopt;
  return python::CivilTime{*date, time->time};
}

[[noreturn]] void RaiseNoMoment(const char* class_name, std::string_view text) {
  python::RaiseValueError(fmt::format("Couldn't parse {} string '{}' - value is not a string.", class_name, text));
}

Value LoadMoment(std::string_view text, TypeAffinity affinity) {
  if (affinity == TypeAffinity::kDate) {
    const auto date = python::ReadIsoDate(text.substr(0, 10));
    if (!date) RaiseNoMoment("date", text);
    return python::MakeDate(*date);
  }
  if (affinity == TypeAffinity::kTime) {
    const auto time = python::ReadIsoTime(text);
    if (!time) RaiseNoMoment("time", text);
    return python::MakeTime(time->time, Value::None());
  }
  const auto moment = ReadMoment(text);
  if (!moment) RaiseNoMoment("datetime", text);
  if (affinity == TypeAffinity::kInterval) {
    constexpr python::Int128 kEpoch = static_cast<python::Int128>(python::kEpochOrdinal - 1) * python::Duration::kDay;
    return python::MakeTimedelta({python::MicrosecondsOf(moment->date, moment->time) - kEpoch});
  }
  return python::MakeDateTime(moment->date, moment->time, Value::None());
}

Value LoadUuid(Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column,
               const sql::Type& type) {
  const Value value = ReadCell(interpreter, cell, column);
  if (type.as_uuid) {
    return python::UuidOf(value) != nullptr ? value : python::MakeUuidFromText(interpreter.Str(value));
  }
  return python::MakeStr(python::UuidText(python::UuidOf(python::MakeUuidFromText(interpreter.Str(value)))->bytes));
}

/// Types whose values SQLite keeps as text.
bool IsMoment(TypeAffinity affinity) {
  return affinity == TypeAffinity::kDate || affinity == TypeAffinity::kTime || affinity == TypeAffinity::kDateTime ||
         affinity == TypeAffinity::kInterval;
}

/// psycopg2's memoryview as bytes.
Value LoadBytes(Value value) {
  if (python::TypeOf(value) != python::MemoryViewType()) return value;
  return python::MakeBytes(python::Cast<python::BytesObject>(value)->bytes());
}

}  // namespace

Value LoadedValue(Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column,
                  const sql::Type& type) {
  if (cell.is_null()) return Value::None();
  const TypeAffinity affinity = sql::AffinityOf(type);
  // PostgreSQL says itself what a text is.
  const bool is_plain_text = cell.kind() == CellKind::kText && column.type == 0;
  if (affinity == TypeAffinity::kNumeric) return LoadNumber(interpreter, cell, column, type);
  if (affinity == TypeAffinity::kUuid) return LoadUuid(interpreter, cell, column, type);
  if (affinity == TypeAffinity::kBinary && !is_plain_text) return LoadBytes(ReadCell(interpreter, cell, column));
  if (affinity == TypeAffinity::kBoolean && cell.kind() == CellKind::kInteger)
    return Value::Bool(cell.AsInteger() != 0);
  if (!is_plain_text) return ReadCell(interpreter, cell, column);
  if (IsMoment(affinity)) return LoadMoment(cell.AsText(), affinity);
  if (affinity == TypeAffinity::kJson) return python::ReadJson(interpreter, cell.AsText());
  return ReadCell(interpreter, cell, column);
}

}  // namespace limbeck::pymodules

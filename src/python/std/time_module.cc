#include <fmt/format.h>

#include <cmath>

#include "base/local_time.h"
#include "python/integers.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/std/struct_time.h"

namespace limbeck::python {
namespace {

constexpr int64_t kSecond = Duration::kSecond;

int64_t Now(Interpreter& interpreter) {
  return interpreter.host().clock->Now().time_since_epoch().count();
}

template <bool kMonotonic, bool kNanoseconds>
Value Clock(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  const int64_t microseconds = kMonotonic ? interpreter.host().clock->Monotonic().count() : Now(interpreter);
  if (kNanoseconds) return Value::Int(microseconds * 1000);
  return Value::Float(static_cast<double>(microseconds) / 1e6);
}

Value Sleep(Interpreter& interpreter, Arguments& arguments) {
  const double seconds = RealNumber(interpreter, arguments.Required("seconds"));
  arguments.Finish();
  if (seconds < 0 || std::isnan(seconds)) RaiseValueError("sleep length must be non-negative");
  interpreter.host().clock->Sleep(std::chrono::microseconds(static_cast<int64_t>(std::ceil(seconds * 1e6))));
  return Value::None();
}

// ------------------------------------------------------------------------------------------ parts

/// The moment given, or now.
int64_t ReadMoment(Interpreter& interpreter, Arguments& arguments) {
  const Value given = arguments.OrNone("seconds");
  arguments.Finish();
  if (given.is_none()) return static_cast<int64_t>(FloorDivide(Now(interpreter), kSecond));
  const double seconds = std::floor(RealNumber(interpreter, given));
  if (!(std::fabs(seconds) < 1e15)) Raise(Exceptions().overflow_error, "timestamp out of range for platform time_t");
  return static_cast<int64_t>(seconds);
}

BrokenTime BreakMoment(int64_t seconds) {
  const auto civil = CivilTimeOf((static_cast<Int128>(seconds) + (kEpochOrdinal - 1) * 86'400) * kSecond);
  if (!civil) Raise(Exceptions().overflow_error, "timestamp out of range for platform time_t");
  return Break(civil->date, civil->time);
}

Value GmTime(Interpreter& interpreter, Arguments& arguments) {
  BrokenTime time = BreakMoment(ReadMoment(interpreter, arguments));
  time.is_summer = 0;
  return MakeStructTime(time, MakeStr("GMT"), Value::Int(0));
}

Value LocalStruct(int64_t seconds) {
  const LocalOffset local = LocalOffsetAt(seconds);
  BrokenTime time = BreakMoment(seconds + local.seconds);
  time.is_summer = local.is_summer ? 1 : 0;
  return MakeStructTime(time, MakeStr(local.abbreviation), Value::Int(local.seconds));
}

Value LocalTime(Interpreter& interpreter, Arguments& arguments) {
  return LocalStruct(ReadMoment(interpreter, arguments));
}

/// Parts beyond their range count on: the thirteenth month is the next January.
int64_t MomentOf(const BrokenTime& time) {
  const int months = time.date.month - 1;
  const int years = static_cast<int>(FloorDivide(months, 12));
  const Int128 local = MicrosecondsOf({time.date.year + years, months - years * 12 + 1, 1}, {}) / kSecond -
                       static_cast<Int128>(kEpochOrdinal - 1) * 86'400;
  const int64_t seconds = static_cast<int64_t>(local) + (time.date.day - 1) * 86'400LL + SecondsOf(time.time);
  return UtcOfLocal(seconds, time.is_summer == 0);
}

Value MkTime(Interpreter& interpreter, Arguments& arguments) {
  const BrokenTime time =
      ReadStructTime(interpreter, arguments.Required("tuple"), "mktime(): illegal time tuple argument");
  arguments.Finish();
  return Value::Float(static_cast<double>(MomentOf(time)));
}

// ------------------------------------------------------------------------------------------ texts

/// ValueError for a part that no clock shows.
void CheckParts(const BrokenTime& time) {
  const auto check = [](const char* what, int number, int lowest, int highest) {
    if (number < lowest || number > highest) RaiseValueError(fmt::format("{} out of range", what));
  };
  check("month", time.date.month, 1, 12);
  check("day of month", time.date.day, 1, 31);
  check("hour", time.time.hour, 0, 23);
  check("minute", time.time.minute, 0, 59);
  check("seconds", time.time.second, 0, 61);
  check("day of week", time.weekday, 0, 6);
  check("day of year", time.day_of_year, 1, 366);
}

/// The parts given, or those of the local time now.
BrokenTime ReadParts(Interpreter& interpreter, const Value& given) {
  const Value parts =
      given.is_empty() ? LocalStruct(static_cast<int64_t>(FloorDivide(Now(interpreter), kSecond))) : given;
  BrokenTime time = ReadStructTime(interpreter, parts);
  CheckParts(time);
  const Value zone = interpreter.FindAttribute(parts, Symbol::Intern("tm_zone"));
  const Value offset = interpreter.FindAttribute(parts, Symbol::Intern("tm_gmtoff"));
  if (Cast<StrObject>(zone) != nullptr) time.zone = interpreter.Str(zone);
  if (offset.is_int()) {
    const int64_t minutes = std::abs(offset.int_value()) / 60;
    time.offset = fmt::format("{}{:02}{:02}", offset.int_value() < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  return time;
}

Value StrFTime(Interpreter& interpreter, Arguments& arguments) {
  const std::string format = arguments.String("format");
  const Value parts = arguments.Optional("tuple");
  arguments.Finish();
  return MakeStr(FormatTime(ReadParts(interpreter, parts), format));
}

Value StrPTime(Interpreter&, Arguments& arguments) {
  const std::string text = arguments.String("string");
  const std::string format = arguments.String("format", "%a %b %d %H:%M:%S %Y");
  arguments.Finish();
  const ParsedTime parsed = ParseTime(text, format);
  const Value zone = parsed.zone.empty() ? Value::None() : MakeStr(parsed.zone);
  const Value offset =
      parsed.offset ? Value::Int(static_cast<int64_t>(parsed.offset->microseconds / kSecond)) : Value::None();
  BrokenTime time = Break(parsed.date, parsed.time);
  if (parsed.zone == "UTC") time.is_summer = 0;
  return MakeStructTime(time, zone, offset);
}

std::string AscText(const BrokenTime& time) {
  return fmt::format("{:.3} {:.3} {:2} {:02}:{:02}:{:02} {}", kDayNames[time.weekday % 7],
                     kMonthNames[(time.date.month - 1) % 12], time.date.day, time.time.hour, time.time.minute,
                     time.time.second, time.date.year);
}

Value AscTime(Interpreter& interpreter, Arguments& arguments) {
  const Value parts = arguments.Optional("tuple");
  arguments.Finish();
  return MakeStr(AscText(ReadParts(interpreter, parts)));
}

Value CTime(Interpreter& interpreter, Arguments& arguments) {
  return MakeStr(AscText(ReadParts(interpreter, LocalStruct(ReadMoment(interpreter, arguments)))));
}

constexpr NativeFunction kFunctions[] = {
    {"time", Clock<false, false>},
    {"time_ns", Clock<false, true>},
    {"monotonic", Clock<true, false>},
    {"monotonic_ns", Clock<true, true>},
    {"perf_counter", Clock<true, false>},
    {"perf_counter_ns", Clock<true, true>},
    {"process_time", Clock<true, false>},
    {"process_time_ns", Clock<true, true>},
    {"sleep", Sleep},
    {"gmtime", GmTime},
    {"localtime", LocalTime},
    {"mktime", MkTime},
    {"strftime", StrFTime},
    {"strptime", StrPTime},
    {"asctime", AscTime},
    {"ctime", CTime},
};

}  // namespace

/// The zone's two offsets are those of a January and of a July.
void FillTime(Interpreter&, ModuleObject& module) {
  constexpr int64_t kJanuary = 1'704'110'400;
  constexpr int64_t kJuly = 1'719'835'200;
  AddFunctions(module, kFunctions);
  AddType(module, StructTimeType());
  const LocalOffset one = LocalOffsetAt(kJanuary);
  const LocalOffset two = LocalOffsetAt(kJuly);
  const LocalOffset& winter = one.is_summer ? two : one;
  const LocalOffset& summer = one.is_summer ? one : two;
  AddValue(module, "timezone", Value::Int(-winter.seconds));
  AddValue(module, "altzone", Value::Int(-summer.seconds));
  AddValue(module, "daylight", Value::Int(summer.is_summer ? 1 : 0));
  AddValue(module, "tzname", MakeTuple({MakeStr(winter.abbreviation), MakeStr(summer.abbreviation)}));
}

}  // namespace limbeck::python

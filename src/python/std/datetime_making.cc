#include <fmt/format.h>

#include <cmath>

#include "base/local_time.h"
#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/datetime_parts.h"
#include "python/std/native_tools.h"
#include "python/std/time_format.h"

// How datetimes are made: from numbers, clocks, texts and other dates.

namespace limbeck::python {
namespace {

constexpr Int128 kEpoch = static_cast<Int128>(kEpochOrdinal - 1) * Duration::kDay;

struct Parts {
  int64_t year, month, day, hour, minute, second, microsecond, fold;
  Value tzinfo;
};

CivilDate DateIn(const Parts& parts) {
  CheckDate(parts.year, parts.month, parts.day);
  return {static_cast<int>(parts.year), static_cast<int>(parts.month), static_cast<int>(parts.day)};
}

ClockTime TimeIn(const Parts& parts) {
  CheckTime(parts.hour, parts.minute, parts.second, parts.microsecond, parts.fold);
  return {static_cast<int>(parts.hour), static_cast<int>(parts.minute), static_cast<int>(parts.second),
          static_cast<int>(parts.microsecond), static_cast<int>(parts.fold)};
}

const TypeObject* ClassOf(Arguments& arguments) {
  return Cast<TypeObject>(arguments.Self());
}

// ------------------------------------------------------------------------------------------ moments

/// The moment in a zone: through its fromutc(), or on the machine's own clock when it is None.
Value InZone(Interpreter& interpreter, const TypeObject* type, Int128 posix, const Value& zone) {
  if (!zone.is_none()) {
    const auto utc = CivilTimeOf(posix + kEpoch);
    if (!utc) RaiseValueError("year is out of range");
    return interpreter.CallMethod(zone, "fromutc", {MakeDateTimeOf(interpreter, type, utc->date, utc->time, zone)});
  }
  const auto seconds = static_cast<int64_t>(FloorDivide(posix, Duration::kSecond));
  const int64_t offset = LocalOffsetAt(seconds).seconds;
  auto local = CivilTimeOf(posix + kEpoch + offset * Duration::kSecond);
  if (!local) RaiseValueError("year is out of range");
  // The second time that the clock shows this.
  if (UtcOfLocal(seconds + offset, false) != seconds) local->time.fold = 1;
  return MakeDateTimeOf(interpreter, type, local->date, local->time, zone);
}

Value InUtc(Interpreter& interpreter, const TypeObject* type, Int128 posix) {
  const auto utc = CivilTimeOf(posix + kEpoch);
  if (!utc) RaiseValueError("year is out of range");
  return MakeDateTimeOf(interpreter, type, utc->date, utc->time, Value::None());
}

Int128 ClockNow(Interpreter& interpreter) {
  return interpreter.host().clock->Now().time_since_epoch().count();
}

/// A timestamp in microseconds, a half rounded to the even one.
Int128 ReadTimestamp(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (IsInteger(value)) return static_cast<Int128>(RequireInteger(interpreter, value)) * Duration::kSecond;
  const std::optional<double> number = AsDouble(value);
  if (!number) RaiseTypeError("'" + TypeName(value) + "' object cannot be interpreted as an integer");
  if (std::isnan(*number)) RaiseValueError("Invalid value NaN (not a number)");
  if (std::fabs(*number) > 1e15) RaiseValueError("year is out of range");
  double whole = 0;
  const double part = std::modf(*number, &whole);
  return static_cast<Int128>(whole) * Duration::kSecond + static_cast<Int128>(std::nearbyint(part * 1e6));
}

Value Now(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value zone = interpreter.Resolve(arguments.OrNone("tz"));
  arguments.Finish();
  CheckTzInfo(zone);
  return InZone(interpreter, type, ClockNow(interpreter), zone);
}

Value UtcNow(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  arguments.Finish();
  return InUtc(interpreter, type, ClockNow(interpreter));
}

Value FromTimestamp(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value timestamp = arguments.Required("timestamp");
  const Value zone = interpreter.Resolve(arguments.OrNone("tz"));
  arguments.Finish();
  CheckTzInfo(zone);
  return InZone(interpreter, type, ReadTimestamp(interpreter, timestamp), zone);
}

Value UtcFromTimestamp(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value timestamp = arguments.Required("timestamp");
  arguments.Finish();
  return InUtc(interpreter, type, ReadTimestamp(interpreter, timestamp));
}

// ------------------------------------------------------------------------------------------ texts

Value FromIsoFormat(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value given = arguments.Required("date_string");
  arguments.Finish();
  const auto* object = Cast<StrObject>(given);
  if (object == nullptr) RaiseTypeError("fromisoformat: argument must be str");
  const std::string_view text = object->text();
  const size_t length = IsoDateLength(text);
  const auto date = ReadIsoDate(text.substr(0, length));
  std::optional<IsoTime> time = IsoTime{};
  if (text.size() > length) {
    const size_t clock = length + Utf8Length(text, length);
    time = clock < text.size() ? ReadIsoTime(text.substr(clock)) : std::nullopt;
  }
  if (text.size() < 7 || !date || !time) RaiseValueError("Invalid isoformat string: " + interpreter.Repr(given));
  CheckDate(date->year, date->month, date->day);
  CheckTime(time->time.hour, time->time.minute, time->time.second, time->time.microsecond, 0);
  return MakeDateTimeOf(interpreter, type, *date, time->time,
                        time->offset ? MakeTimezone(*time->offset) : Value::None());
}

Value StrPTime(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const std::string text = arguments.String("date_string");
  const std::string format = arguments.String("format");
  arguments.Finish();
  const ParsedTime parsed = ParseTime(text, format);
  CheckDate(parsed.date.year, parsed.date.month, parsed.date.day);
  CheckTime(parsed.time.hour, parsed.time.minute, parsed.time.second, parsed.time.microsecond, 0);
  const Value zone = parsed.offset ? MakeTimezone(*parsed.offset) : Value::None();
  return MakeDateTimeOf(interpreter, type, parsed.date, parsed.time, zone);
}

// ------------------------------------------------------------------------------------------ parts

Value Combine(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value date = arguments.Required("date");
  const Value time = arguments.Required("time");
  const Value zone = arguments.Optional("tzinfo");
  arguments.Finish();
  const DateState* day = DateOf(date);
  const TimeState* clock = TimeOf(time);
  if (day == nullptr) RaiseTypeError("combine() argument 1 must be datetime.date, not " + TypeName(date));
  if (clock == nullptr) RaiseTypeError("combine() argument 2 must be datetime.time, not " + TypeName(time));
  const Value tzinfo = zone.is_empty() ? clock->tzinfo : interpreter.Resolve(zone);
  CheckTzInfo(tzinfo);
  return MakeDateTimeOf(interpreter, type, day->date, clock->time, tzinfo);
}

Value Replace(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const DateTimeState& state = *DateTimeOf(self);
  Parts parts{};
  parts.year = arguments.Int("year", state.date.year);
  parts.month = arguments.Int("month", state.date.month);
  parts.day = arguments.Int("day", state.date.day);
  parts.hour = arguments.Int("hour", state.time.hour);
  parts.minute = arguments.Int("minute", state.time.minute);
  parts.second = arguments.Int("second", state.time.second);
  parts.microsecond = arguments.Int("microsecond", state.time.microsecond);
  const Value tzinfo = arguments.Optional("tzinfo");
  parts.tzinfo = tzinfo.is_empty() ? state.tzinfo : interpreter.Resolve(tzinfo);
  parts.fold = arguments.KeywordInt("fold").value_or(state.time.fold);
  arguments.Finish();
  CheckTzInfo(parts.tzinfo);
  return MakeDateTimeOf(interpreter, TypeOf(self), DateIn(parts), TimeIn(parts), parts.tzinfo);
}

constexpr NativeMethod kMakers[] = {
    {"now", Now, MethodKind::kClassMethod},
    {"utcnow", UtcNow, MethodKind::kClassMethod},
    {"fromtimestamp", FromTimestamp, MethodKind::kClassMethod},
    {"utcfromtimestamp", UtcFromTimestamp, MethodKind::kClassMethod},
    {"fromisoformat", FromIsoFormat, MethodKind::kClassMethod},
    {"strptime", StrPTime, MethodKind::kClassMethod},
    {"combine", Combine, MethodKind::kClassMethod},
    {"replace", Replace},
};

}  // namespace

const std::span<const NativeMethod> kDateTimeMakers = kMakers;

Value MakeDateTimeFromArguments(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "datetime", given);
  Parts parts{};
  parts.year = RequireInteger(interpreter, arguments.Required("year"));
  parts.month = RequireInteger(interpreter, arguments.Required("month"));
  parts.day = RequireInteger(interpreter, arguments.Required("day"));
  parts.hour = arguments.Int("hour", 0);
  parts.minute = arguments.Int("minute", 0);
  parts.second = arguments.Int("second", 0);
  parts.microsecond = arguments.Int("microsecond", 0);
  parts.tzinfo = interpreter.Resolve(arguments.OrNone("tzinfo"));
  parts.fold = arguments.KeywordInt("fold").value_or(0);
  arguments.Finish();
  const CivilDate date = DateIn(parts);
  const ClockTime time = TimeIn(parts);
  CheckTzInfo(parts.tzinfo);
  return MakeDateTime(date, time, parts.tzinfo, type);
}

Value MakeDateTimeOf(Interpreter& interpreter, const TypeObject* type, const CivilDate& date, const ClockTime& time,
                     const Value& tzinfo) {
  if (!type->is_script_class()) return MakeDateTime(date, time, tzinfo, type);
  const Value positional[] = {
      Value::Int(date.year),   Value::Int(date.month),  Value::Int(date.day),         Value::Int(time.hour),
      Value::Int(time.minute), Value::Int(time.second), Value::Int(time.microsecond), tzinfo};
  const std::pair<Symbol, Value> keywords[] = {{Symbol::Intern("fold"), Value::Int(time.fold)}};
  return interpreter.Call(Value(type), CallArguments{positional, keywords});
}

}  // namespace limbeck::python

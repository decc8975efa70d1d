#pragma once

#include "python/interpreter.h"
#include "python/std/civil_time.h"

// The classes of `datetime` to C++: making their instances and looking into them. The types are shared by all
// interpreters; a datetime is a date too, as in Python.

namespace limbeck::python {

const TypeObject* DateType();
const TypeObject* TimeType();
const TypeObject* DateTimeType();
const TypeObject* TimedeltaType();
const TypeObject* TzInfoType();
const TypeObject* TimezoneType();

struct DateState : NativeState {
  explicit DateState(CivilDate day) : date(day) {}
  const CivilDate date;
};

struct DateTimeState : DateState {
  DateTimeState(CivilDate day, ClockTime clock, Value zone) : DateState(day), time(clock), tzinfo(std::move(zone)) {}
  const ClockTime time;
  const Value tzinfo;  ///< or None
};

struct TimeState : NativeState {
  TimeState(ClockTime clock, Value zone) : time(clock), tzinfo(std::move(zone)) {}
  const ClockTime time;
  const Value tzinfo;  ///< or None
};

struct TimedeltaState : NativeState {
  explicit TimedeltaState(Duration length) : duration(length) {}
  const Duration duration;
};

/// A fixed offset.
struct TimezoneState : NativeState {
  TimezoneState(Duration east, Value shown) : offset(east), name(std::move(shown)) {}
  const Duration offset;
  const Value name;  ///< empty: none was given
};

// Null for a value of another class.
const DateState* DateOf(const Value& value);
const DateTimeState* DateTimeOf(const Value& value);
const TimeState* TimeOf(const Value& value);
const TimedeltaState* TimedeltaOf(const Value& value);

// The parts must be in their ranges. `type` is the class or a subclass of it.
Value MakeDate(const CivilDate& date, const TypeObject* type = DateType());
Value MakeTime(const ClockTime& time, const Value& tzinfo, const TypeObject* type = TimeType());
Value MakeDateTime(const CivilDate& date, const ClockTime& time, const Value& tzinfo,
                   const TypeObject* type = DateTimeType());
/// OverflowError outside of the years 1 to 9999.
Value MakeDateTimeAt(Int128 microseconds, const Value& tzinfo, const TypeObject* type = DateTimeType());
/// OverflowError beyond 999,999,999 days.
Value MakeTimedelta(Duration duration, const TypeObject* type = TimedeltaType());
const Value& UtcTimezone();
/// Less than a day.
Value MakeTimezone(Duration offset);

// ---------------------------------------------------------------- checks, with CPython's words

void CheckDate(int64_t year, int64_t month, int64_t day);
void CheckTime(int64_t hour, int64_t minute, int64_t second, int64_t microsecond, int64_t fold);
/// None or an instance of tzinfo.
void CheckTzInfo(const Value& tzinfo);

// ---------------------------------------------------------------- asking a tzinfo

/// What tzinfo.utcoffset(when) says; nothing without a tzinfo, or when it gives None.
std::optional<Duration> UtcOffset(Interpreter& interpreter, const Value& tzinfo, const Value& when);
/// utcoffset(), dst() and tzname() as scripts see them.
Value AskOffset(Interpreter& interpreter, const Value& tzinfo, const char* method, const Value& when);
Value AskName(Interpreter& interpreter, const Value& tzinfo, const Value& when);

// ---------------------------------------------------------------- texts

/// str() of a date, a time, a datetime or a timedelta: with ' ' between date and time, "01:30:00", "+05:30".
std::string DateText(const CivilDate& date);
std::string ClockText(const ClockTime& time, std::string_view time_spec = "auto");
std::string OffsetText(const std::optional<Duration>& offset, std::string_view separator = ":");
std::string DurationText(const Duration& duration);

/// value.strftime(format)
std::string FormatMoment(Interpreter& interpreter, const Value& self, const std::string& format);

}  // namespace limbeck::python

#pragma once

#include <compare>
#include <cstdint>
#include <optional>

// Calendar arithmetic of the proleptic Gregorian calendar, years 1 to 9999, as plain values: what `datetime` counts
// with.

namespace limbeck::python {

__extension__ using Int128 = __int128;

struct CivilDate {
  int year = 1;
  int month = 1;
  int day = 1;
  auto operator<=>(const CivilDate&) const = default;
};

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int microsecond = 0;
  /// 1: the second of two equal readings when clocks are set back. No part of the order.
  int fold = 0;
};

/// A length of time; wide enough for the 999,999,999 days that a timedelta may have.
struct Duration {
  Int128 microseconds = 0;

  static constexpr int64_t kSecond = 1'000'000;
  static constexpr int64_t kDay = 86'400 * kSecond;
  static Duration Seconds(int64_t seconds) { return {static_cast<Int128>(seconds) * kSecond}; }

  // As timedelta shows itself: only the days are negative.
  int64_t days() const;
  int seconds() const;
  int rest() const;
  double total_seconds() const;
  bool operator==(const Duration& other) const { return microseconds == other.microseconds; }
  bool operator<(const Duration& other) const { return microseconds < other.microseconds; }
};

constexpr int kMinYear = 1;
constexpr int kMaxYear = 9999;
constexpr int64_t kMaxOrdinal = 3'652'059;  ///< of 9999-12-31
constexpr int64_t kEpochOrdinal = 719'163;  ///< of 1970-01-01

bool IsLeapYear(int year);
int DaysInMonth(int year, int month);
/// 1 is 0001-01-01.
int64_t OrdinalOf(const CivilDate& date);
CivilDate DateOfOrdinal(int64_t ordinal);
/// 0 is Monday.
int WeekdayOf(const CivilDate& date);
/// 1 is 1 January.
int DayOfYear(const CivilDate& date);

struct IsoWeek {
  int year = 1;
  int week = 1;
  int weekday = 1;  ///< 1 is Monday
};
IsoWeek IsoWeekOf(const CivilDate& date);
/// Nothing when the year has no such week, or the week no such day.
std::optional<CivilDate> DateOfIsoWeek(const IsoWeek& week);

/// Microseconds since 0001-01-01 00:00, and back; the fold is lost.
Int128 MicrosecondsOf(const CivilDate& date, const ClockTime& time);
struct CivilTime {
  CivilDate date;
  ClockTime time;
};
/// Nothing outside of the years 1 to 9999.
std::optional<CivilTime> CivilTimeOf(Int128 microseconds);

/// Seconds since midnight, without the fraction.
inline int64_t SecondsOf(const ClockTime& time) {
  return time.hour * 3600 + time.minute * 60 + time.second;
}

/// Rounded to the nearest, a half to the even one.
Int128 DivideNearest(Int128 number, Int128 divisor);
Int128 FloorDivide(Int128 number, Int128 divisor);

}  // namespace limbeck::python

#include "python/std/civil_time.h"

namespace limbeck::python {
namespace {

constexpr int kDaysBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

int DaysBeforeMonth(int year, int month) {
  return kDaysBefore[month - 1] + (month > 2 && IsLeapYear(year) ? 1 : 0);
}

int64_t DaysBeforeYear(int year) {
  const int64_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400;
}

/// The Monday on which a year's first ISO week begins, as an ordinal.
int64_t FirstMonday(int year) {
  const int64_t first = DaysBeforeYear(year) + 1;
  const int64_t weekday = (first + 6) % 7;
  const int64_t monday = first - weekday;
  return weekday > 3 ? monday + 7 : monday;
}

}  // namespace

Int128 FloorDivide(Int128 number, Int128 divisor) {
  const Int128 quotient = number / divisor;
  return number % divisor != 0 && (number < 0) != (divisor < 0) ? quotient - 1 : quotient;
}

Int128 DivideNearest(Int128 number, Int128 divisor) {
  const Int128 quotient = FloorDivide(number, divisor);
  const Int128 rest = number - quotient * divisor;
  const Int128 twice = rest * 2;
  const bool beyond_half = divisor > 0 ? twice > divisor : twice < divisor;
  return beyond_half || (twice == divisor && quotient % 2 != 0) ? quotient + 1 : quotient;
}

int64_t Duration::days() const {
  return static_cast<int64_t>(FloorDivide(microseconds, kDay));
}
int Duration::seconds() const {
  return static_cast<int>((microseconds - static_cast<Int128>(days()) * kDay) / kSecond);
}
int Duration::rest() const {
  return static_cast<int>(microseconds - FloorDivide(microseconds, kSecond) * kSecond);
}
double Duration::total_seconds() const {
  return static_cast<double>(microseconds) / 1e6;
}

bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int DaysInMonth(int year, int month) {
  if (month == 2) return IsLeapYear(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int64_t OrdinalOf(const CivilDate& date) {
  return DaysBeforeYear(date.year) + DaysBeforeMonth(date.year, date.month) + date.day;
}

CivilDate DateOfOrdinal(int64_t ordinal) {
  int year = static_cast<int>(ordinal * 400 / 146'097) + 2;
  while (DaysBeforeYear(year) >= ordinal) --year;
  const int day = static_cast<int>(ordinal - DaysBeforeYear(year));
  int month = 12;
  while (DaysBeforeMonth(year, month) >= day) --month;
  return {year, month, day - DaysBeforeMonth(year, month)};
}

int WeekdayOf(const CivilDate& date) {
  return static_cast<int>((OrdinalOf(date) + 6) % 7);
}

int DayOfYear(const CivilDate& date) {
  return DaysBeforeMonth(date.year, date.month) + date.day;
}

IsoWeek IsoWeekOf(const CivilDate& date) {
  const int64_t ordinal = OrdinalOf(date);
  int year = date.year;
  if (ordinal < FirstMonday(year)) {
    --year;
  } else if (ordinal >= FirstMonday(year + 1)) {
    ++year;
  }
  const int week = static_cast<int>((ordinal - FirstMonday(year)) / 7) + 1;
  return {year, week, WeekdayOf(date) + 1};
}

std::optional<CivilDate> DateOfIsoWeek(const IsoWeek& week) {
  if (week.year < kMinYear || week.year > kMaxYear || week.week < 1 || week.weekday < 1 || week.weekday > 7) return {};
  const int64_t weeks = (FirstMonday(week.year + 1) - FirstMonday(week.year)) / 7;
  if (week.week > weeks) return {};
  const int64_t ordinal = FirstMonday(week.year) + (week.week - 1) * 7 + week.weekday - 1;
  if (ordinal < 1 || ordinal > kMaxOrdinal) return {};
  return DateOfOrdinal(ordinal);
}

Int128 MicrosecondsOf(const CivilDate& date, const ClockTime& time) {
  return static_cast<Int128>(OrdinalOf(date) - 1) * Duration::kDay + SecondsOf(time) * Duration::kSecond +
         time.microsecond;
}

std::optional<CivilTime> CivilTimeOf(Int128 microseconds) {
  const Int128 days = FloorDivide(microseconds, Duration::kDay);
  if (days < 0 || days >= kMaxOrdinal) return {};
  const auto rest = static_cast<int64_t>(microseconds - days * Duration::kDay);
  const auto seconds = static_cast<int>(rest / Duration::kSecond);
  CivilTime civil;
  civil.date = DateOfOrdinal(static_cast<int64_t>(days) + 1);
  civil.time.hour = seconds / 3600;
  civil.time.minute = seconds / 60 % 60;
  civil.time.second = seconds % 60;
  civil.time.microsecond = static_cast<int>(rest % Duration::kSecond);
  return civil;
}

}  // namespace limbeck::python

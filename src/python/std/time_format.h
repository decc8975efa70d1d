#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "python/std/civil_time.h"

// strftime, strptime and ISO 8601, on plain values. Names of days and months are those of the C locale.

namespace limbeck::python {

/// A moment as strftime sees it.
struct BrokenTime {
  CivilDate date;
  ClockTime time;
  int weekday = 0;  ///< 0 is Monday
  int day_of_year = 1;
  int is_summer = -1;
  /// %z and %Z; empty texts for a moment that knows no zone.
  std::string offset;
  std::string zone;
};

BrokenTime Break(const CivilDate& date, const ClockTime& time);
std::string FormatTime(const BrokenTime& time, std::string_view format);

/// What strptime read; what the format does not mention is that of 1900-01-01 00:00.
struct ParsedTime {
  CivilDate date{1900, 1, 1};
  ClockTime time;
  std::optional<Duration> offset;
  std::string zone;
};
/// Throws ScriptError: ValueError with CPython's text.
ParsedTime ParseTime(std::string_view text, std::string_view format);

/// The readers of fromisoformat(), of all forms that Python 3.11 reads; nothing for another text. The parts may be out
/// of their ranges.
std::optional<CivilDate> ReadIsoDate(std::string_view text);
struct IsoTime {
  ClockTime time;
  std::optional<Duration> offset;
};
std::optional<IsoTime> ReadIsoTime(std::string_view text);
/// How many bytes of the text are the date.
size_t IsoDateLength(std::string_view text);

constexpr const char* kDayNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr const char* kMonthNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

}  // namespace limbeck::python

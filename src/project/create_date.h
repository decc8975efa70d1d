#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "limbeck/error.h"

namespace limbeck::project {

/// The moment that a revision file is stamped with, as Python's datetime has it.
struct CreateDate {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int microsecond = 0;
  /// Seconds east of UTC; nothing for the machine's own time, which Python writes without an offset.
  std::optional<int> utc_offset;
  /// Whole seconds since 1970 in UTC.
  int64_t epoch = 0;

  /// str(): "2024-01-31 12:00:00.000123+01:00"; without the fraction when it is zero.
  std::string Text() const;
  bool operator==(const CreateDate&) const = default;
};

/// The time of the clock in the time zone of that IANA name, which is tried in upper case too, or in the machine's own
/// without one. Throws Error (kCommand) "Can't locate timezone: x" at `place`.
CreateDate MakeCreateDate(Clock& clock, const std::optional<std::string>& timezone, const Place& place);

}  // namespace limbeck::project

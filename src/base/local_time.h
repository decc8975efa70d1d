#pragma once

#include <cstdint>
#include <string>

namespace limbeck {

/// What the machine's own time zone (TZ, /etc/localtime) says of a moment.
struct LocalOffset {
  int64_t seconds = 0;  ///< east of UTC
  bool is_summer = false;
  std::string abbreviation;
};

LocalOffset LocalOffsetAt(int64_t utc_seconds);

/// The moment at which a local clock shows `local_seconds` (counted as if it were UTC). A reading that comes twice
/// means the first moment, or the second one with `fold`; one that never comes is read as if the clock had (without
/// `fold`: had not yet) been set.
int64_t UtcOfLocal(int64_t local_seconds, bool fold);

}  // namespace limbeck

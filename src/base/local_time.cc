#include "base/local_time.h"

#include <ctime>

namespace limbeck {

LocalOffset LocalOffsetAt(int64_t utc_seconds) {
  const auto moment = static_cast<std::time_t>(utc_seconds);
  std::tm parts{};
  if (localtime_r(&moment, &parts) == nullptr) return {0, false, "UTC"};
  return {parts.tm_gmtoff, parts.tm_isdst > 0, parts.tm_zone == nullptr ? "" : parts.tm_zone};
}

/// The offset a day before and the one a day after are all that can be meant.
int64_t UtcOfLocal(int64_t local_seconds, bool fold) {
  constexpr int64_t kDay = 86'400;
  const int64_t before = LocalOffsetAt(local_seconds - kDay).seconds;
  const int64_t after = LocalOffsetAt(local_seconds + kDay).seconds;
  const auto shows = [local_seconds](int64_t utc) { return utc + LocalOffsetAt(utc).seconds == local_seconds; };
  const int64_t one = local_seconds - before;
  const int64_t two = local_seconds - after;
  if (shows(one) != shows(two)) return shows(one) ? one : two;
  return fold ? two : one;
}

}  // namespace limbeck

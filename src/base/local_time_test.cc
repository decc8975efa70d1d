#include "base/local_time.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace limbeck {
namespace {

/// The process's time zone for the time of a test.
class ZoneGuard {
 public:
  explicit ZoneGuard(const char* zone) {
    const char* given = std::getenv("TZ");
    if (given != nullptr) before_ = given;
    setenv("TZ", zone, 1);
    tzset();
  }
  ~ZoneGuard() {
    if (before_.empty()) {
      unsetenv("TZ");
    } else {
      setenv("TZ", before_.c_str(), 1);
    }
    tzset();
  }
  ZoneGuard(const ZoneGuard&) = delete;
  ZoneGuard& operator=(const ZoneGuard&) = delete;

 private:
  std::string before_;
};

constexpr int64_t kSummerBegins = 1'711'846'800;  // 2024-03-31 01:00 UTC
constexpr int64_t kSummerEnds = 1'729'990'800;    // 2024-10-27 01:00 UTC

TEST(LocalTime, OffsetsOfAMoment) {
  const ZoneGuard zone("CET-1CEST,M3.5.0,M10.5.0/3");
  EXPECT_EQ(LocalOffsetAt(kSummerBegins - 1).seconds, 3600);
  EXPECT_EQ(LocalOffsetAt(kSummerBegins).seconds, 7200);
  EXPECT_EQ(LocalOffsetAt(kSummerBegins).abbreviation, "CEST");
  EXPECT_TRUE(LocalOffsetAt(kSummerBegins).is_summer);
  EXPECT_FALSE(LocalOffsetAt(kSummerEnds).is_summer);
}

TEST(LocalTime, ReadingsThatComeTwiceOrNever) {
  const ZoneGuard zone("CET-1CEST,M3.5.0,M10.5.0/3");
  const int64_t twice = kSummerEnds + 5400;  // 02:30
  EXPECT_EQ(UtcOfLocal(twice, false), kSummerEnds - 1800);
  EXPECT_EQ(UtcOfLocal(twice, true), kSummerEnds + 1800);
  const int64_t never = kSummerBegins + 5400;  // 02:30
  EXPECT_EQ(UtcOfLocal(never, false), never - 3600);
  EXPECT_EQ(UtcOfLocal(never, true), never - 7200);
  EXPECT_EQ(UtcOfLocal(kSummerBegins + 7200, false), kSummerBegins);
}

}  // namespace
}  // namespace limbeck

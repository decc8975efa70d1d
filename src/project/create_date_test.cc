#include "project/create_date.h"

#include <gtest/gtest.h>

#include <ctime>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

/// 2024-07-31 22:30:15.000123 in UTC.
constexpr int64_t kEpoch = 1722465015;

CreateDate Make(const std::optional<std::string>& timezone, int64_t epoch = kEpoch, int microseconds = 123) {
  FakeClock clock(WallTime(std::chrono::seconds(epoch) + std::chrono::microseconds(microseconds)));
  return MakeCreateDate(clock, timezone, {});
}

TEST(MakeCreateDate, KnowsTimeZones) {
  struct Row {
    const char* timezone;
    const char* text;
  };
  const Row rows[] = {
      {"UTC", "2024-07-31 22:30:15.000123+00:00"},
      {"utc", "2024-07-31 22:30:15.000123+00:00"},
      {"Europe/Berlin", "2024-08-01 00:30:15.000123+02:00"},
      {"America/St_Johns", "2024-07-31 20:00:15.000123-02:30"},
      {"Asia/Kathmandu", "2024-08-01 04:15:15.000123+05:45"},
      {"Etc/GMT+3", "2024-07-31 19:30:15.000123-03:00"},
  };
  for (const Row& row : rows) EXPECT_EQ(Make(row.timezone).Text(), row.text) << row.timezone;
  EXPECT_EQ(Make("Europe/Berlin", kEpoch, 0).Text(), "2024-08-01 00:30:15+02:00");
  EXPECT_EQ(Make("Europe/Berlin", -3'000'000'000).Text(), "1874-12-07 19:33:28.000123+00:53:28");
  EXPECT_EQ(Make("UTC", -1, 5).Text(), "1969-12-31 23:59:59.000005+00:00");
}

TEST(MakeCreateDate, KeepsTheEpoch) {
  EXPECT_EQ(Make("Asia/Tokyo").epoch, kEpoch);
  EXPECT_EQ(Make({}).epoch, kEpoch);
}

TEST(MakeCreateDate, TakesTheMachinesTimeWithoutAnOffset) {
  const std::time_t time = kEpoch;
  char text[40];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S.000123", std::localtime(&time));
  EXPECT_EQ(Make({}).Text(), text);
}

TEST(MakeCreateDate, RefusesZonesThatAreNotThere) {
  for (const char* name : {"", "Nowhere/City", "../etc/passwd", "/etc/localtime", "America"}) {
    EXPECT_EQ(ErrorOf([&] { Make(name); }), std::string("Can't locate timezone: ") + name +
                                                "\n  hint: time zones are named as in Europe/Berlin or UTC");
  }
}

}  // namespace
}  // namespace limbeck::project

#include "python/std/civil_time.h"

#include <gtest/gtest.h>

namespace limbeck::python {
namespace {

TEST(CivilTime, EveryDayHasItsOrdinal) {
  CivilDate expected{kMinYear, 1, 1};
  for (int64_t ordinal = 1; ordinal <= kMaxOrdinal; ++ordinal) {
    const CivilDate date = DateOfOrdinal(ordinal);
    ASSERT_EQ(date, expected) << ordinal;
    ASSERT_EQ(OrdinalOf(date), ordinal);
    if (++expected.day <= DaysInMonth(expected.year, expected.month)) continue;
    expected.day = 1;
    if (++expected.month <= 12) continue;
    expected.month = 1;
    ++expected.year;
  }
  EXPECT_EQ(OrdinalOf({1970, 1, 1}), kEpochOrdinal);
}

TEST(CivilTime, IsoWeeks) {
  struct Row {
    CivilDate date;
    IsoWeek week;
  };
  const Row rows[] = {
      {{2021, 1, 3}, {2020, 53, 7}}, {{2021, 1, 4}, {2021, 1, 1}},    {{2024, 12, 30}, {2025, 1, 1}},
      {{2024, 2, 5}, {2024, 6, 1}},  {{2026, 12, 31}, {2026, 53, 4}},
  };
  for (const Row& row : rows) {
    const IsoWeek week = IsoWeekOf(row.date);
    EXPECT_EQ(week.year, row.week.year);
    EXPECT_EQ(week.week, row.week.week);
    EXPECT_EQ(week.weekday, row.week.weekday);
    EXPECT_EQ(DateOfIsoWeek(row.week), row.date);
  }
  EXPECT_EQ(DateOfIsoWeek({2021, 53, 1}), std::nullopt);
}

TEST(CivilTime, DividesToTheNearestEven) {
  const auto divide = [](int64_t number, int64_t by) { return static_cast<int64_t>(DivideNearest(number, by)); };
  EXPECT_EQ(divide(5, 2), 2);
  EXPECT_EQ(divide(7, 2), 4);
  EXPECT_EQ(divide(-5, 2), -2);
  EXPECT_EQ(divide(5, -2), -2);
  EXPECT_EQ(divide(8, 3), 3);
}

TEST(CivilTime, DurationsShowOnlyTheirDaysNegative) {
  const Duration moment{-1};
  EXPECT_EQ(moment.days(), -1);
  EXPECT_EQ(moment.seconds(), 86'399);
  EXPECT_EQ(moment.rest(), 999'999);
}

}  // namespace
}  // namespace limbeck::python

#include "base/environment.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/clock.h"

namespace limbeck {
namespace {

TEST(RealEnvironment, ReadsTheVariablesOfTheProcess) {
  ::setenv("LIMBECK_ENVIRONMENT_TEST", "a=b", 1);
  ::unsetenv("LIMBECK_NOT_SET");
  const auto environment = MakeRealEnvironment();
  EXPECT_EQ(environment->Get("LIMBECK_ENVIRONMENT_TEST"), "a=b");
  EXPECT_EQ(environment->Get("LIMBECK_NOT_SET"), std::nullopt);
  EXPECT_EQ(environment->All().at("LIMBECK_ENVIRONMENT_TEST"), "a=b");
}

TEST(FakeEnvironment, HoldsWhatItIsGiven) {
  FakeEnvironment environment(std::map<std::string, std::string>{{"HOME", "/home/me"}});
  EXPECT_EQ(environment.Get("HOME"), "/home/me");
  EXPECT_EQ(environment.Get("PATH"), std::nullopt);
}

TEST(RealClock, MovesOnWhileItSleeps) {
  const auto clock = MakeRealClock();
  const auto start = clock->Monotonic();
  clock->Sleep(std::chrono::milliseconds(2));
  EXPECT_GE(clock->Monotonic() - start, std::chrono::milliseconds(2));
  EXPECT_GT(clock->Now().time_since_epoch(), std::chrono::hours(24 * 365 * 50));
}

TEST(FakeClock, StandsStillUntilItSleeps) {
  FakeClock clock(WallTime(std::chrono::seconds(5)));
  clock.Sleep(std::chrono::seconds(2));
  EXPECT_EQ(clock.Now(), WallTime(std::chrono::seconds(7)));
}

}  // namespace
}  // namespace limbeck

#include "base/steady_time.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

TEST(SteadyNanoseconds, GoOn) {
  const int64_t before = SteadyNanoseconds();
  int64_t after = before;
  while (after == before) after = SteadyNanoseconds();
  EXPECT_GT(after, before);
}

}  // namespace
}  // namespace limbeck

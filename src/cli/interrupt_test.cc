#include "cli/interrupt.h"

#include <gtest/gtest.h>

#include <csignal>

namespace limbeck::cli {
namespace {

TEST(CatchInterrupts, TheFirstSignalSetsTheFlagTheSecondEnds) {
  std::atomic<bool>& flag = CatchInterrupts();
  EXPECT_FALSE(flag.load());
  raise(SIGINT);
  EXPECT_TRUE(flag.exchange(false));
  EXPECT_EXIT(raise(SIGINT), testing::KilledBySignal(SIGINT), "");
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

}  // namespace
}  // namespace limbeck::cli

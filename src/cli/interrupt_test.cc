#include "cli/interrupt.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace limbeck::cli {
namespace {

TEST(CatchInterrupts, TheFirstSignalSetsTheFlagALaterOneEnds) {
  std::atomic<bool>& flag = CatchInterrupts();
  EXPECT_FALSE(flag.load());
  raise(SIGINT);
  raise(SIGINT);
  EXPECT_TRUE(flag.exchange(false));
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  EXPECT_EXIT(raise(SIGINT), testing::KilledBySignal(SIGINT), "");
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

}  // namespace
}  // namespace limbeck::cli

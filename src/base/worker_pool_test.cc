#include "base/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace limbeck {
namespace {

TEST(ParallelFor, DoesEachItemOnce) {
  for (const size_t count : {0U, 1U, 7U, 8U, 9U, 1000U}) {
    std::vector<std::atomic<int>> done(count);
    ParallelFor(count, 8, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) ++done[i];
    });
    for (const auto& times : done) EXPECT_EQ(times, 1) << count;
  }
}

TEST(ParallelFor, FinishesTheOthersAndThrowsTheFirstFailure) {
  std::atomic<int> pieces = 0;
  const auto job = [&](size_t begin, size_t) {
    ++pieces;
    if (begin >= 30) throw std::runtime_error(std::to_string(begin));
  };
  try {
    ParallelFor(100, 10, job);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "30");
  }
  EXPECT_EQ(pieces, 10);
}

}  // namespace
}  // namespace limbeck

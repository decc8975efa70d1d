#include "base/steady_time.h"

#include <ctime>

namespace limbeck {

int64_t SteadyNanoseconds() {
  timespec now = {};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace limbeck

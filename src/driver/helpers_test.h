#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "limbeck/error.h"

namespace limbeck::driver {

/// The error that the action throws; fails the test when it throws none.
template <typename Action>
Error ErrorOf(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "no error";
  return Error(ErrorKind::kInternal, "no error");
}

/// Megabytes of memory that the process holds. Sanitizers keep what was freed, so that the figure says nothing there.
inline int64_t ResidentMegabytes() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return 0;
#else
  int64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  return pages * sysconf(_SC_PAGESIZE) >> 20;
#endif
}

}  // namespace limbeck::driver

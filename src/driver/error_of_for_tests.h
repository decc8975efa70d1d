#pragma once

#include <gtest/gtest.h>

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

}  // namespace limbeck::driver

#pragma once

#include <optional>

#include "limbeck/error.h"

namespace limbeck {

/// The error of `work`, if there is one.
template <typename Work>
std::optional<Error> ErrorOf(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace limbeck

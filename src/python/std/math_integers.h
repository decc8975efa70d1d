#pragma once

#include <span>

#include "python/native.h"

namespace limbeck::python {

/// The functions of `math` that deal in integers: ceil, comb, factorial, gcd, ...
extern const std::span<const NativeFunction> kIntegerMath;

}  // namespace limbeck::python

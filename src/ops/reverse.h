#pragma once

#include "ops/operation.h"

namespace limbeck::ops {

/// The operation that takes the given one back, as Alembic's `reverse()`. Throws Error (kUnsupported) naming the
/// directive where that is not known: what was dropped must be in the operation, and rows and SQL have no reverse.
Operation Reverse(const Operation& operation);

}  // namespace limbeck::ops

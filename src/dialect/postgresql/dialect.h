#pragma once

#include "dialect/dialect.h"

namespace limbeck::dialect::postgresql {

/// Shared by all who ask; lives as long as the program.
const Dialect& Instance();

}  // namespace limbeck::dialect::postgresql

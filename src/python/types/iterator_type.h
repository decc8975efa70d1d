#pragma once

#include "python/type.h"

namespace limbeck::python {

/// A new iterator type that scripts see by its name ("list_iterator"); immortal. Called once for each, from a
/// function-local static.
const TypeObject* MakeIteratorType(const char* name);

}  // namespace limbeck::python

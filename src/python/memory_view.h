#pragma once

#include <string>

#include "python/objects.h"

namespace limbeck::python {

/// memoryview, of bytes that do not change: what psycopg2 gives for a bytea. To C++ its objects are BytesObjects.
const TypeObject* MemoryViewType();
Value MakeMemoryView(std::string bytes);

}  // namespace limbeck::python

#pragma once

#include "python/value.h"

namespace limbeck::pymodules {

/// `sqlalchemy.func`: each attribute is the name of a database's function, which a call makes an expression of.
python::Value MakeFunctionNames();

}  // namespace limbeck::pymodules

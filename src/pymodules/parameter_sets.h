#pragma once

#include <vector>

#include "python/interpreter.h"

// The parameters of one statement that is executed once for each set of them.

namespace limbeck::pymodules {

/// The sets of parameters: none, one dict, or a list of dicts.
std::vector<python::Value> ReadSets(python::Interpreter& interpreter, const python::Value& given);

/// The values of set `number` for the keys of the first one; the others do not count.
python::Value WithKeysOf(python::Interpreter& interpreter, const python::Value& first, const python::Value& set,
                         size_t number);

}  // namespace limbeck::pymodules

#pragma once

#include <string>
#include <vector>

#include "python/interpreter.h"

// `dialect` as scripts see it: of engines, connections and contexts, and what load_dialect_impl() is given.

namespace limbeck::pymodules {

python::Value MakeDialect(const std::string& name, const std::vector<int>& server_version = {});

}  // namespace limbeck::pymodules

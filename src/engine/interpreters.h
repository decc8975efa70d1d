#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/services.h"
#include "python/interpreter.h"

namespace limbeck::engine {

/// An interpreter with all modules that scripts may import. Borrows the services.
std::unique_ptr<python::Interpreter> MakeInterpreter(const Services& services,
                                                     const std::vector<std::string>& search_path);

}  // namespace limbeck::engine

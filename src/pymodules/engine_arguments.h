#pragma once

#include <string>
#include <utility>
#include <vector>

#include "driver/connection.h"
#include "pymodules/execution_options.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What create_engine() is told beside the URL. Pool sizes, echo and the like have no meaning for one short run.
struct EngineArguments {
  /// connect_args
  driver::ConnectOptions connect;
  /// isolation_level and execution_options
  ExecutionOptions options;
};

EngineArguments ReadEngineArguments(python::Interpreter& interpreter, driver::Backend backend,
                                    const std::vector<std::pair<python::Symbol, python::Value>>& keywords);

/// The same of engine_from_config()'s dict, whose keys have a prefix.
std::vector<std::pair<python::Symbol, python::Value>> KeywordsOfConfiguration(python::Interpreter& interpreter,
                                                                              const python::Value& configuration,
                                                                              const std::string& prefix);

}  // namespace limbeck::pymodules

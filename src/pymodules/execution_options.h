#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "dialect/schema_map.h"
#include "driver/connection.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What execution_options() says of a statement, a connection or an engine.
struct ExecutionOptions {
  /// Rows come from the server as they are read (stream_results, yield_per).
  bool streams = false;
  /// yield_per, 0 when it was not said.
  int64_t partition_size = 0;
  /// schema_translate_map, null when it was not said.
  std::shared_ptr<const dialect::SchemaMap> schemas;
  /// isolation_level, nullopt when it was not said; kept for engines and connections.
  std::optional<Isolation> isolation;
};

/// Takes one option; those that mean nothing here are passed over. Raises ArgumentError for a level of isolation that
/// the database does not have.
void ReadExecutionOption(python::Interpreter& interpreter, const std::string& name, const python::Value& value,
                         driver::Backend backend, ExecutionOptions& options);

/// What the database calls the level: "READ COMMITTED", also of a connection in autocommit.
std::string NameOf(driver::IsolationLevel level, driver::Backend backend);

/// Has a connection behave as the options say.
void ApplyOptions(const ExecutionOptions& options, ScriptConnection& connection);

}  // namespace limbeck::pymodules

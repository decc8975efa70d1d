#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "driver/connection.h"
#include "pymodules/engine_arguments.h"
#include "pymodules/executions.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

// create_engine(), Engine and Connection.

namespace limbeck::pymodules {

/// How scripts reach databases: the service interpreter.Service<Databases>(). The connector is borrowed.
struct Databases {
  driver::Connector* connector = nullptr;
};

struct EngineState : python::NativeState {
  driver::Url url;
  EngineArguments arguments;
  /// The engine that this one was made of with further options; who listens to that one listens to this.
  python::Value origin;
};

struct ConnectionState : python::NativeState {
  /// Null once closed.
  std::shared_ptr<ScriptConnection> connection;
  python::Value engine;
  ExecutionOptions options;
  /// `connection.connection`, once it was asked for.
  python::Value driver_connection;
};

/// The connection of a Connection object (also of an AsyncConnection), or null.
std::shared_ptr<ScriptConnection> FindConnection(const python::Value& value);

/// A Connection object for a connection that the run itself has opened, with an Engine of that URL.
python::Value WrapConnection(std::shared_ptr<ScriptConnection> connection, const driver::Url& url);

/// LIMBECK_URL or DATABASE_URL of the environment as the script sees it: for a run whose configuration names none.
std::optional<std::string> EnvironmentUrl(python::Interpreter& interpreter);

bool IsEngine(const python::Value& value);

/// create_engine, engine_from_config, make_url, pool's names.
void AddEngines(python::ModuleObject& module);

}  // namespace limbeck::pymodules

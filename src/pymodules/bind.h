#pragma once

#include <memory>

#include "ops/operation.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What a script gives as `bind`: a Connection, an Engine (a connection of its own, committed at the end), or what
/// op.get_bind() gives in a run that only writes a script.
class Bind {
 public:
  /// Throws UnboundExecutionError or ArgumentError for what cannot be one.
  Bind(python::Interpreter& interpreter, const python::Value& given);
  ~Bind();
  Bind(const Bind&) = delete;
  Bind& operator=(const Bind&) = delete;

  /// Null when nothing can be asked, because operations are only written down.
  ScriptConnection* connection() { return connection_.get(); }
  const dialect::Dialect& dialect() const;
  /// Carries an operation out; names come from the naming convention of `metadata` (a MetaData or empty).
  void Apply(const ops::Operation& operation, const python::Value& metadata);
  dialect::RunMemory& memory() { return memory_; }
  /// For an Engine: commits.
  void Finish();

 private:
  python::Interpreter& interpreter_;
  std::shared_ptr<ScriptConnection> connection_;
  python::Value own_connection_;
  dialect::RunMemory memory_;
};

}  // namespace limbeck::pymodules

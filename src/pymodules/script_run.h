#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/revision_map.h"
#include "ops/sink.h"
#include "python/interpreter.h"

// What ties a running script to the run it is part of. `op` and `context` know only these; the engine fills them in.

namespace limbeck::pymodules {

/// Arguments of context.configure(), as the script gave them: `options` is what is in context.opts.
struct ConfigureRequest {
  python::Value connection;  ///< empty or None: offline, or by URL
  std::optional<std::string> url;
  std::optional<std::string> dialect_name;
  python::Value dialect_options;
  python::Ref<python::DictObject> options;
};

/// The script folder, and those that hold revisions.
struct ScriptPlaces {
  std::string folder;
  std::vector<std::string> versions;
};

/// The migration environment behind `alembic.context`. Implemented by the engine.
class ContextHost {
 public:
  virtual ~ContextHost() = default;

  /// The `config` object.
  virtual python::Value Config() = 0;
  /// The ScriptDirectory object.
  virtual python::Value Script() = 0;
  virtual const graph::RevisionMap& Revisions() = 0;
  virtual ScriptPlaces Places() = 0;
  virtual bool IsOffline() = 0;
  virtual void Configure(const ConfigureRequest& request) = 0;
  /// Runs the steps of the command; the keywords go to upgrade() and downgrade().
  virtual void RunMigrations(const python::Value& keywords) = 0;

  /// The scope of begin_transaction(): entered once, left with or without an error.
  virtual void EnterTransaction() = 0;
  virtual void LeaveTransaction(bool failed) = 0;
  virtual void EnterAutocommit() = 0;
  virtual void LeaveAutocommit(bool failed) = 0;

  virtual python::Value HeadRevision() = 0;
  virtual python::Value HeadRevisions() = 0;
  virtual python::Value StartingRevisionArgument() = 0;
  virtual python::Value RevisionArgument() = 0;
  virtual python::Value TagArgument() = 0;
  virtual python::Value XArguments() = 0;

  /// The connection that scripts see.
  virtual python::Value Bind() = 0;
  /// The MigrationContext object; throws when configure() was not called.
  virtual python::Value MigrationContext() = 0;
  virtual python::Value CurrentHeads() = 0;
  virtual void EnsureVersionTable() = 0;
  virtual void Execute(const sql::Statement& statement) = 0;
  virtual void StaticOutput(const std::string& text) = 0;
  virtual bool IsTransactionalDdl() = 0;
  /// The arguments of configure(), as a dict.
  virtual python::Value Options() = 0;
  virtual python::Value VersionTable() = 0;
  virtual python::Value VersionTableSchema() = 0;
  /// "postgresql", "sqlite"
  virtual std::string DialectName() = 0;
};

/// The service by which modules find the run: interpreter.Service<ScriptRun>(). Null outside of one.
struct ScriptRun {
  ContextHost* context = nullptr;
  ops::OperationSink* sink = nullptr;
};

/// The context of this run; throws NameError in Alembic's words when there is none.
ContextHost& RequireContext(python::Interpreter& interpreter);

}  // namespace limbeck::pymodules

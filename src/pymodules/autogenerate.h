#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/python_renderer.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What comparing depends on. Borrowed for the call.
struct AutogenerateRequest {
  python::Interpreter* interpreter = nullptr;
  /// context.opts
  const python::DictObject* options = nullptr;
  ScriptConnection* connection = nullptr;
  std::string version_table = "alembic_version";
  std::optional<std::string> version_table_schema;
  /// Of the environment script, for messages.
  std::string environment_script;
};

/// The comparison of the models that context.configure(target_metadata=) names with the database, with all that env.py
/// may have its say in; and what it found, as Python or as Alembic's tuples.
class Autogenerate {
 public:
  explicit Autogenerate(const AutogenerateRequest& request);
  ~Autogenerate();
  Autogenerate(const Autogenerate&) = delete;
  Autogenerate& operator=(const Autogenerate&) = delete;

  /// Throws CommandError when there are no models.
  compare::Changes Compare();

  /// The body of a function of a revision file; what it has to import is added.
  std::string Render(const compare::Changes& changes, bool is_downgrade, std::set<std::string>& imports);

  // Operations as scripts see and change them.

  /// An UpgradeOps or DowngradeOps object (`class_name`) of alembic.operations.ops.
  python::Value WrapChanges(const compare::Changes& changes, const char* class_name, const std::string& token);
  /// The body of what process_revision_directives left.
  std::string RenderScripted(const python::Value& container, std::set<std::string>& imports);
  /// The operations of such an object; false when there is one that only its own class knows.
  bool ReadChanges(const python::Value& container, compare::Changes& changes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace limbeck::pymodules

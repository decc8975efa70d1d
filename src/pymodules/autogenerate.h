#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/further_kinds.h"
#include "compare/python_renderer.h"
#include "pymodules/model_copy.h"
#include "pymodules/script_connection.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {

/// What comparing depends on. Borrowed for the call.
struct AutogenerateRequest {
  python::Interpreter* interpreter = nullptr;
  /// context.opts
  const python::DictObject* options = nullptr;
  ScriptConnection* connection = nullptr;
  /// In place of the models that `options` name; null for none.
  const std::vector<schema::Table>* tables = nullptr;
  std::string version_table = "alembic_version";
  std::optional<std::string> version_table_schema;
  /// Of the environment script, for messages.
  std::string environment_script;
  /// What compare::ApplyRenames takes.
  std::vector<std::string> renames;
  compare::FurtherKinds also;
  /// Null where nothing is compared by how the database words it.
  ModelCopy* copy = nullptr;
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

  /// The project has functions that change or add operations: process_revision_directives, comparators, renderers.
  bool IsScripted();
  /// An UpgradeOps object, with what comparators add.
  python::Value WrapUpgrade(const compare::Changes& changes, const std::string& token);
  /// The DowngradeOps object that takes it back.
  python::Value WrapDowngrade(const compare::Changes& changes, const python::Value& upgrade, const std::string& token);
  /// Calls process_revision_directives(context, revision, directives).
  void CallDirectivesHook(const std::vector<std::string>& heads, const python::Value& directives);
  /// The body of a function of the revision file.
  std::string RenderScripted(const python::Value& container, bool is_downgrade, std::set<std::string>& imports);
  /// The operations of such an object; those of a script's own classes are left out.
  compare::Changes ReadChanges(const python::Value& container);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace limbeck::pymodules

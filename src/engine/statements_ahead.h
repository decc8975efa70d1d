#pragma once

#include <functional>

#include "engine/migration_context.h"
#include "python/interpreter.h"

namespace limbeck::engine {

/// While it lives, the statements of a revision's script whose results nobody reads are sent to the server without
/// waiting for its answers. A script cannot tell: what fails is raised at the statement that failed, and all is
/// answered before the script asks the database something, enters a `try` or a `with`, prints or logs. Borrows both;
/// made in the frame that runs the revision.
class StatementsAhead {
 public:
  StatementsAhead(python::Interpreter& interpreter, MigrationContext& context);
  ~StatementsAhead();
  StatementsAhead(const StatementsAhead&) = delete;
  StatementsAhead& operator=(const StatementsAhead&) = delete;

  /// Runs the script. Where it raises something, a statement that had failed before that counts.
  void Run(const std::function<void()>& script);

 private:
  python::Interpreter& interpreter_;
  MigrationContext& context_;
};

}  // namespace limbeck::engine

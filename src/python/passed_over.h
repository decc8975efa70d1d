#pragma once

#include "python/frame.h"
#include "python/interpreter.h"

// Statements that modules of the project go on without.
//
// An application's modules do much while they are imported that a migration does not need: they ask a package for its
// limits, make a client, read a folder that is not there. What Limbeck refuses of that does not stop the module: the
// statement is passed over, and each name that it would have bound is an opaque value that tells the refusal when it
// would decide something. So is each object that a statement without names of its own may have changed half-way.
//
// Exceptions that Python would raise as well stop the module as they do in Python, but for a rehearsal, and so do
// refusals that the script itself can catch, where it tries the import.

namespace limbeck::python {

/// The interpreter's service.
struct PassedOverOptions {
  /// Modules go on after exceptions too: for a rehearsal, where the settings that an application wants are not there.
  bool passes_over_exceptions = false;
};

class PassedOver {
 public:
  /// Whether a tree is the body of a module of the project, while it is imported in a run that lets imports wait.
  static bool Applies(Interpreter& interpreter, const ast::Module& tree, const ModuleObject& module);
  /// Whether the module goes on after a statement that ended in this exception.
  /// `is_guarded`: the import is inside of a `try` that may answer it.
  static bool IsPossible(Interpreter& interpreter, const ExceptionObject& exception, bool is_guarded);

  /// Binds what the statement of that number in the module would have bound.
  static void Leave(Interpreter& interpreter, Frame& frame, uint32_t number, const Ref<ExceptionObject>& exception);

  /// Calls an application's factory as if it stood in a module. One that is refused something may have done what
  /// matters by then: what `so_far` gives, if that is not None, is the answer, and tables may be missing.
  static Value CallFactory(Interpreter& interpreter, const Value& factory, const Value& so_far);

  /// Before models are compared: throws the first refusal by which tables may be missing.
  static void ThrowIfTablesAreMissing(Interpreter& interpreter);
};

}  // namespace limbeck::python

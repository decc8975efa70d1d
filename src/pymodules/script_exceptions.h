#pragma once

#include <utility>

#include "limbeck/error.h"
#include "python/interpreter.h"

// Errors of the rooms below as exceptions that scripts can catch: sqlalchemy.exc.IntegrityError and its like, Python's
// own classes, alembic.util.CommandError. A refusal of Limbeck itself (kUnsupported) stays what it is.

namespace limbeck::pymodules {

/// The exception that a script sees of the error; null when it is none of a script's business. It remembers the error,
/// so that at the edge it is the same again, with the place of the script.
python::Ref<python::ExceptionObject> FindScriptException(python::Interpreter& interpreter, const Error& error);

/// The other way: alembic.util.CommandError, also a class derived from it, ends a command as Limbeck's own does.
ErrorKind KindOfScriptException(python::Interpreter& interpreter, const python::ExceptionObject& exception);

/// Throws the script's exception that the error is to it, or the error itself when it is none of a script's business.
[[noreturn]] void RaiseAsScript(python::Interpreter& interpreter, const Error& error);

/// Runs `work`, which goes below, and gives its errors to the script.
template <typename Work>
auto WithScriptErrors(python::Interpreter& interpreter, Work work) {
  try {
    return work();
  } catch (const Error& error) {
    RaiseAsScript(interpreter, error);
  }
}

}  // namespace limbeck::pymodules

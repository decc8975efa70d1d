#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// A service of the interpreter (Interpreter::Service): which exceptions the errors of natives are to scripts.
struct ErrorExceptions {
  /// The exception that an error is, or null when it is none of a script's business. Without one every error of a
  /// native ends the script: no `except` holds it.
  Ref<ExceptionObject> (*find)(Interpreter& interpreter, const Error& error) = nullptr;
};

}  // namespace limbeck::python

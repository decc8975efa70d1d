#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// A service of the interpreter (Interpreter::Service): which exceptions the errors of natives are to scripts.
struct ErrorExceptions {
  /// The exception that an error is, or null when it is none of a script's business. Without one every error of a
  /// native ends the script: no `except` holds it.
  Ref<ExceptionObject> (*find)(Interpreter& interpreter, const Error& error) = nullptr;
  /// The kind of error that an exception is when no script holds it. Without one it is kScript.
  ErrorKind (*kind)(Interpreter& interpreter, const ExceptionObject& exception) = nullptr;
};

}  // namespace limbeck::python

#pragma once

#include "python/script_error.h"

namespace limbeck::python {

class Interpreter;

/// with_traceback() and __traceback__ of BaseException.
void FillTracebackMethods(TypeObject& base_exception);

/// "ValueError: text", as the last line of a traceback has it.
std::string ExceptionLine(Interpreter& interpreter, const ExceptionObject& exception);

/// Calls of the exception in the project's own files, outermost first. Modules that are compiled in are left out: their
/// lines mean nothing to whoever reads the message.
std::vector<TraceEntry> TraceOf(const ExceptionObject& exception);

// A refusal (any limbeck::Error) on its way through a script is an exception of a class of its own that no `except`
// catches, so that `finally` and `with` do what they do; at the edge it is the Error again.

/// What the error of a native is inside of a script: an exception that it may catch (ErrorExceptions), or a refusal.
Ref<ExceptionObject> ExceptionOf(Interpreter& interpreter, const Error& error);
Ref<ExceptionObject> MakeRefusal(const Error& error);
bool IsRefusal(const ExceptionObject& exception);

}  // namespace limbeck::python

#pragma once

#include <string>

#include "python/interpreter.h"

// Files that scripts read: open(), through the interpreter's file seam. The whole file is read when it is opened; what
// a script then does is done in memory. Writing is refused by name.

namespace limbeck::python {

/// open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)
Value OpenFile(Interpreter& interpreter, Arguments& arguments);

/// The text of a path: a str, or what __fspath__ gives. Throws TypeError naming the function.
std::string PathText(Interpreter& interpreter, std::string_view function, const Value& path);

/// What is at the path, or the script's FileNotFoundError, IsADirectoryError or OSError, as CPython says it.
std::string ReadForScript(Interpreter& interpreter, const std::string& path);

/// io.UnsupportedOperation
const TypeObject* UnsupportedOperationType();

}  // namespace limbeck::python

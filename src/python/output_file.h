#pragma once

#include <string>

#include "python/interpreter.h"

// Files that scripts write: *.sql below the current folder, in a run that writes SQL instead of running it
// (OutputFiles::may_write_sql). Nothing else may be written.

namespace limbeck::python {

/// A service of the interpreter.
struct OutputFiles {
  bool may_write_sql = false;
};

/// Whether a script may open a file so.
bool MayWrite(Interpreter& interpreter, const std::string& name, const std::string& mode);

/// A new file (mode "w") or one that is added to ("a"), in UTF-8; each write reaches it at once. Throws Error (kConfig)
/// where it cannot be made.
Value OpenOutputFile(Interpreter& interpreter, const std::string& name, const std::string& mode);

}  // namespace limbeck::python

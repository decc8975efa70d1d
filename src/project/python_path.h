#pragma once

#include <string>
#include <string_view>

#include "base/files.h"

namespace limbeck::project {

/// The text of pathlib.Path(path): without "." parts, repeated and trailing slashes, but with "..", which pathlib does
/// not resolve. Alembic prints its paths in this form.
std::string PythonPath(std::string_view path);

/// pathlib.Path(path).absolute().
std::string AbsolutePythonPath(FileSystem& files, std::string_view path);

/// pathlib.Path(folder) / path.
std::string JoinPythonPath(std::string_view folder, std::string_view path);

}  // namespace limbeck::project

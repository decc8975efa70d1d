#pragma once

#include <string>
#include <vector>

#include "base/environment.h"
#include "base/files.h"
#include "limbeck/error.h"

namespace limbeck::project {

/// Folders in which Python would look for the project's packages, in order: `prepend_sys_path`, PYTHONPATH, the current
/// folder, and the packages of the active virtual environment. As written, not made absolute.
std::vector<std::string> ModuleSearchPath(const std::vector<std::string>& prepend_sys_path, FileSystem& files,
                                          Environment& environment);

/// A path, or "package.sub:folder" as the path of the folder in that package, looked up along `search_path`.
/// Throws Error (kConfig, ModuleNotFoundError) at `place` when the package is not found.
std::string ResolveLocation(const std::string& location, const std::vector<std::string>& search_path, FileSystem& files,
                            const Place& place);

}  // namespace limbeck::project

#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace limbeck::project {

/// Where the code of a project is looked for last, because beside Alembic it is installed from there: the folder, and
/// `src` in it, of the nearest project around `folder` (one with a pyproject.toml, setup.py or setup.cfg), and of the
/// projects of the same repository that its pyproject.toml names: by a path (uv, poetry), or as members of its uv
/// workspace. Only folders that exist; a pyproject.toml that cannot be read names nothing.
std::vector<std::string> InstalledProjects(const std::string& folder, FileSystem& files);

}  // namespace limbeck::project

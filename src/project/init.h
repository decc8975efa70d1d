#pragma once

#include <string>

#include "base/files.h"
#include "project/config.h"
#include "project/status.h"

namespace limbeck::project {

/// What `init` is asked for.
struct InitRequest {
  /// The new script directory; may be relative.
  std::string folder;
  /// The name of a template.
  std::string environment = "generic";
  /// Make packages of the folder and of versions/.
  bool package = false;
  /// Where the configuration goes.
  ConfigFiles config;
};

/// Makes a script directory and the configuration that leads to it, and tells of every step. A configuration file that
/// is there stays as it is, but for a pyproject.toml without [tool.alembic], which gets one.
/// Throws Error (kCommand) when the folder is not empty or there is no such template.
void InitScriptDirectory(const InitRequest& request, FileSystem& files, StatusSink& status);

}  // namespace limbeck::project

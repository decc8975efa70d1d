#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/files.h"
#include "project/config.h"
#include "project/hooks.h"

namespace limbeck::project {

/// A folder of migration scripts and the settings that say how its revision files are found and written. A value.
struct ScriptDirectory {
  /// As configured: may be relative to the current folder.
  std::string folder;
  /// Absolute folders of revision files; at least one.
  std::vector<std::string> version_locations;
  /// False when the only location is the default, FOLDER/versions.
  bool has_own_locations = false;
  bool recursive = false;
  bool sourceless = false;
  std::string file_template = "%(rev)s_%(slug)s";
  /// Where the setting is given, for messages; as the other places.
  Place file_template_place;
  int truncate_slug_length = 40;
  std::string output_encoding = "utf-8";
  Place output_encoding_place;
  std::optional<std::string> timezone;
  Place timezone_place;
  std::vector<PostWriteHook> hooks;
  /// Folders of the project's Python packages.
  std::vector<std::string> search_path;

  std::string EnvironmentScript() const;
  /// Path of script.py.mako, or of another file in the folder.
  std::string PathOf(const std::string& name) const;
};

/// The script directory that the configuration names. Texts about deprecated settings are added to `notes` (may be
/// null).
/// Throws Error (kCommand) when no `script_location` is configured or it is not there, kConfig for settings that make
/// no sense.
ScriptDirectory OpenScriptDirectory(const Config& config, FileSystem& files, Environment& environment,
                                    std::vector<std::string>* notes = nullptr);

}  // namespace limbeck::project

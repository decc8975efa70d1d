#include "project/script_directory.h"

#include <fmt/format.h>

#include <algorithm>

#include "limbeck/error.h"
#include "project/installed_projects.h"
#include "project/locations.h"
#include "project/python_path.h"

namespace limbeck::project {
namespace {

Error NoScriptLocation(const Config& config) {
  Error error(ErrorKind::kCommand, "No 'script_location' key found in configuration.");
  if (!config.has_ini_file() && !config.has_toml_file()) {
    return error.Hint(
        fmt::format("there is no {} here; go to the project's folder, name the file with -c, or begin with 'init'",
                    config.config_file_name().value_or("configuration file")));
  }
  if (config.has_ini_file() && !config.parser().HasSection(config.config_ini_section())) {
    return error.Hint(fmt::format("{} has no section [{}]", *config.config_file_name(), config.config_ini_section()));
  }
  return error;
}

void CheckFolder(const std::string& folder, FileSystem& files, const Place& place) {
  if (files.Exists(folder)) return;
  throw Error(
      ErrorKind::kCommand,
      fmt::format("Path doesn't exist: {}.  Please use the 'init' command to create a new scripts folder.", folder))
      .At(place);
}

void ReadVersionLocations(ScriptDirectory& directory, const Config& config, FileSystem& files,
                          std::vector<std::string>* notes) {
  const auto locations = config.VersionLocations(notes);
  directory.has_own_locations = locations && !locations->empty();
  if (!directory.has_own_locations) {
    directory.version_locations = {AbsolutePythonPath(files, directory.PathOf("versions"))};
    return;
  }
  const Place place = config.PlaceOf("version_locations");
  for (const std::string& location : *locations) {
    const std::string path = ResolveLocation(location, directory.search_path, files, place);
    directory.version_locations.push_back(AbsolutePythonPath(files, path));
  }
}

/// Scripts in a package (app/migrations in the package app) import that package. Beside Alembic it is installed; here
/// the folder that holds it is looked in last.
void AddEnclosingPackage(ScriptDirectory& directory, FileSystem& files) {
  const auto is_package = [&files](const std::string& folder) { return files.Exists(JoinPath(folder, "__init__.py")); };
  const std::string parent = FolderOf(files.AbsolutePath(directory.folder));
  std::string folder = parent;
  while (folder != FolderOf(folder) && is_package(folder)) folder = FolderOf(folder);
  if (folder != parent) directory.search_path.push_back(folder);
}

void AddInstalledProjects(ScriptDirectory& directory, FileSystem& files) {
  std::vector<std::string>& known = directory.search_path;
  for (const std::string& folder : InstalledProjects(directory.folder, files)) {
    if (std::find(known.begin(), known.end(), folder) == known.end()) known.push_back(folder);
  }
}

}  // namespace

std::string ScriptDirectory::EnvironmentScript() const {
  return PathOf("env.py");
}

std::string ScriptDirectory::PathOf(const std::string& name) const {
  return JoinPythonPath(folder, name);
}

ScriptDirectory OpenScriptDirectory(const Config& config, FileSystem& files, Environment& environment,
                                    std::vector<std::string>* notes) {
  const std::optional<std::string> location = config.GetAlembicText("script_location");
  if (!location) throw NoScriptLocation(config);
  ScriptDirectory directory;
  const int slug_length = config.TruncateSlugLength().value_or(0);
  if (slug_length != 0) directory.truncate_slug_length = slug_length;
  const std::vector<std::string> prepended = config.PrependSysPath(notes).value_or(std::vector<std::string>());
  directory.search_path = ModuleSearchPath(prepended, files, environment);
  directory.recursive = config.GetAlembicBoolean("recursive_version_locations");
  const Place place = config.PlaceOf("script_location");
  directory.folder = ResolveLocation(*location, directory.search_path, files, place);
  directory.file_template = config.GetAlembicText("file_template").value_or(directory.file_template);
  directory.file_template_place = config.PlaceOf("file_template");
  directory.sourceless = config.GetAlembicBoolean("sourceless");
  directory.output_encoding = config.GetAlembicText("output_encoding").value_or(directory.output_encoding);
  ReadVersionLocations(directory, config, files, notes);
  directory.timezone = config.GetAlembicText("timezone");
  directory.timezone_place = config.PlaceOf("timezone");
  directory.output_encoding_place = config.PlaceOf("output_encoding");
  directory.hooks = config.Hooks();
  CheckFolder(directory.folder, files, place);
  AddEnclosingPackage(directory, files);
  AddInstalledProjects(directory, files);
  return directory;
}

}  // namespace limbeck::project

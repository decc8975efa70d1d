#include "project/locations.h"

#include <algorithm>

#include "base/text.h"
#include "project/python_path.h"

namespace limbeck::project {
namespace {

/// VIRTUAL_ENV/lib/python3.*/site-packages.
std::vector<std::string> SitePackages(const std::string& virtual_environment, FileSystem& files) {
  std::vector<std::string> folders;
  const std::string library = JoinPath(virtual_environment, "lib");
  if (!files.IsDirectory(library)) return folders;
  for (const DirectoryEntry& entry : files.ListDirectory(library)) {
    const bool is_python = entry.is_directory && entry.name.compare(0, 6, "python") == 0;
    if (is_python) folders.push_back(JoinPath(JoinPath(library, entry.name), "site-packages"));
  }
  return folders;
}

/// As Python looks: the first folder with an __init__.py, or else the first folder of the name.
std::string FindPackage(const std::string& package, const std::vector<std::string>& search_path, FileSystem& files) {
  const std::string relative = ReplaceAll(package, ".", "/");
  std::string namespace_package;
  for (const std::string& folder : search_path) {
    const std::string path = AbsolutePythonPath(files, JoinPath(folder, relative));
    if (files.Exists(JoinPath(path, "__init__.py"))) return path;
    if (namespace_package.empty() && files.IsDirectory(path)) namespace_package = path;
  }
  return namespace_package;
}

}  // namespace

std::vector<std::string> ModuleSearchPath(const std::vector<std::string>& prepend_sys_path, FileSystem& files,
                                          Environment& environment) {
  std::vector<std::string> folders = prepend_sys_path;
  for (const std::string& folder : Split(environment.Get("PYTHONPATH").value_or(""), ':')) {
    if (!folder.empty()) folders.push_back(folder);
  }
  folders.emplace_back(".");
  if (const auto virtual_environment = environment.Get("VIRTUAL_ENV")) {
    const std::vector<std::string> packages = SitePackages(*virtual_environment, files);
    folders.insert(folders.end(), packages.begin(), packages.end());
  }
  return folders;
}

std::string ResolveLocation(const std::string& location, const std::vector<std::string>& search_path, FileSystem& files,
                            const Place& place) {
  const bool is_path = location.find(':') == std::string::npos || location.front() == '/';
  if (is_path) return PythonPath(location);
  std::vector<std::string> parts = Split(location, ':');
  std::string path = FindPackage(parts[0], search_path, files);
  if (path.empty()) {
    throw Error(ErrorKind::kConfig, "No module named " + PythonRepr(parts[0]))
        .ExceptionClass("ModuleNotFoundError")
        .At(place)
        .Hint("looked for the package in " + Join(search_path, ", ") + "; prepend_sys_path adds folders");
  }
  for (size_t i = 1; i < parts.size(); ++i) path = JoinPythonPath(path, parts[i]);
  return path;
}

}  // namespace limbeck::project

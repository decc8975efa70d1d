#include "project/installed_projects.h"

#include <algorithm>

#include "project/toml_config.h"

namespace limbeck::project {
namespace {

constexpr const char* kPyproject = "pyproject.toml";

bool IsProject(const std::string& folder, FileSystem& files) {
  return files.Exists(JoinPath(folder, kPyproject)) || files.Exists(JoinPath(folder, "setup.py")) ||
         files.Exists(JoinPath(folder, "setup.cfg"));
}

TomlProjectSources SourcesOf(const std::string& folder, FileSystem& files) {
  const std::string path = JoinPath(folder, kPyproject);
  return files.IsFile(path) ? ReadProjectSources(files.ReadFile(path)) : TomlProjectSources();
}

/// "packages/*" is every folder in packages; a name without stars is that folder.
std::vector<std::string> Members(const std::string& root, const std::string& pattern, FileSystem& files) {
  const size_t star = pattern.find('*');
  const std::string parent = files.AbsolutePath(JoinPath(root, pattern.substr(0, star)));
  if (star == std::string::npos) return {parent};
  std::vector<std::string> folders;
  if (!files.IsDirectory(parent)) return folders;
  for (const DirectoryEntry& entry : files.ListDirectory(parent)) {
    const std::string folder = JoinPath(parent, entry.name);
    if (entry.is_directory && IsProject(folder, files)) folders.push_back(folder);
  }
  return folders;
}

/// The projects found so far, each once, in the order in which they were named.
class Projects {
 public:
  explicit Projects(FileSystem& files) : files_(files) {}

  void Add(const std::string& folder) {
    if (std::find(folders_.begin(), folders_.end(), folder) == folders_.end()) folders_.push_back(folder);
  }

  /// What the projects name, and what those name.
  void AddNamed() {
    for (size_t i = 0; i < folders_.size(); ++i) {
      const std::string folder = folders_[i];
      const TomlProjectSources sources = SourcesOf(folder, files_);
      for (const std::string& path : sources.paths) Add(files_.AbsolutePath(JoinPath(folder, path)));
      if (sources.uses_workspace) AddWorkspaceAround(folder);
      AddMembers(folder, sources);
    }
  }

  const std::vector<std::string>& folders() const { return folders_; }

 private:
  void AddMembers(const std::string& root, const TomlProjectSources& sources) {
    for (const std::string& pattern : sources.members) {
      for (const std::string& folder : Members(root, pattern, files_)) Add(folder);
    }
  }

  void AddWorkspaceAround(const std::string& member) {
    for (std::string folder = FolderOf(member); folder != FolderOf(folder); folder = FolderOf(folder)) {
      const TomlProjectSources sources = SourcesOf(folder, files_);
      if (!sources.members.empty()) return AddMembers(folder, sources);
    }
  }

  FileSystem& files_;
  std::vector<std::string> folders_;
};

}  // namespace

std::vector<std::string> InstalledProjects(const std::string& folder, FileSystem& files) {
  std::string nearest = files.AbsolutePath(folder);
  while (nearest != FolderOf(nearest) && !IsProject(nearest, files)) nearest = FolderOf(nearest);
  if (nearest == FolderOf(nearest)) return {};
  Projects projects(files);
  projects.Add(nearest);
  projects.AddNamed();
  std::vector<std::string> places;
  for (const std::string& project : projects.folders()) {
    for (const std::string& place : {project, JoinPath(project, "src")}) {
      if (files.IsDirectory(place)) places.push_back(place);
    }
  }
  return places;
}

}  // namespace limbeck::project

#include "library/embedded_files.h"

#include <set>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::library {
namespace {

bool IsEmbedded(std::string_view path) {
  constexpr std::string_view kFolder = EmbeddedFiles::kEmbeddedFolder;
  return path.starts_with(kFolder) && (path.size() == kFolder.size() || path[kFolder.size()] == '/');
}

std::string EscapePercent(const std::string& text) {
  return Join(Split(text, '%'), "%%");
}

void RefuseWriting(const std::string& path) {
  if (!IsEmbedded(path)) return;
  throw Error(ErrorKind::kConfig, "cannot write " + path + ": it is compiled into the program")
      .Hint("work in the folder of the project's alembic.ini, or name that with -c");
}

}  // namespace

EmbeddedFiles::EmbeddedFiles(FileSystem& real, const std::vector<MigrationFile>& files) : real_(real) {
  for (const MigrationFile& file : files) files_[JoinPath(kEmbeddedFolder, file.path)] = file.text;
}

std::string EmbeddedFiles::ReadFile(const std::string& path) {
  if (!IsEmbedded(path)) return real_.ReadFile(path);
  const auto found = files_.find(path);
  if (found != files_.end()) return std::string(found->second);
  throw Error(ErrorKind::kConfig, "cannot read " + path + ": no such file is compiled into the program");
}

std::vector<DirectoryEntry> EmbeddedFiles::ListDirectory(const std::string& path) {
  if (!IsEmbedded(path)) return real_.ListDirectory(path);
  const std::string prefix = path + "/";
  std::vector<DirectoryEntry> entries;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string rest = file->first.substr(prefix.size());
    const std::string name = rest.substr(0, rest.find('/'));
    if (entries.empty() || entries.back().name != name) {
      entries.push_back({.name = name, .is_directory = name.size() < rest.size()});
    }
  }
  return entries;
}

bool EmbeddedFiles::Exists(const std::string& path) {
  if (!IsEmbedded(path)) return real_.Exists(path);
  return files_.count(path) > 0 || IsDirectory(path);
}

bool EmbeddedFiles::IsDirectory(const std::string& path) {
  if (!IsEmbedded(path)) return real_.IsDirectory(path);
  const auto file = files_.lower_bound(path + "/");
  return path == kEmbeddedFolder || (file != files_.end() && file->first.starts_with(path + "/"));
}

std::string EmbeddedFiles::RealPath(const std::string& path) {
  return IsEmbedded(path) ? path : real_.RealPath(path);
}

void EmbeddedFiles::WriteFile(const std::string& path, std::string_view content) {
  RefuseWriting(path);
  real_.WriteFile(path, content);
}

void EmbeddedFiles::AppendFile(const std::string& path, std::string_view content) {
  RefuseWriting(path);
  real_.AppendFile(path, content);
}

void EmbeddedFiles::MakeDirectories(const std::string& path) {
  RefuseWriting(path);
  real_.MakeDirectories(path);
}

void EmbeddedFiles::Remove(const std::string& path) {
  RefuseWriting(path);
  real_.Remove(path);
}

project::Config EmbeddedConfig(const Migrations& migrations, FileSystem& files) {
  const std::string root(EmbeddedFiles::kEmbeddedFolder);
  std::set<std::string> folders = {root + "/versions"};
  for (const MigrationFile& file : migrations.files) folders.insert(FolderOf(JoinPath(root, file.path)));
  std::string locations = Join(folders, "\n");
  if (!migrations.folder.empty()) {
    const std::string folder = JoinPath(files.AbsolutePath(migrations.folder), "versions");
    if (!files.IsDirectory(folder)) {
      throw Error(ErrorKind::kConfig, "there is no folder " + folder)
          .Hint("Migrations::folder is the folder that has versions/ in it");
    }
    locations += "\n" + EscapePercent(folder);
  }
  project::Config config;
  config.SetMainOption("script_location", root);
  config.SetMainOption("path_separator", "newline");
  config.SetMainOption("version_locations", locations);
  return config;
}

}  // namespace limbeck::library

#include "base/files.h"

#include <algorithm>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

Error NoSuchFile(const std::string& path) {
  return {ErrorKind::kConfig, "No such file or directory: " + PythonRepr(path)};
}

/// Parts of a path with "." dropped and ".." applied.
std::vector<std::string> NormalParts(std::string_view path) {
  std::vector<std::string> parts;
  const bool rooted = !path.empty() && path.front() == '/';
  for (std::string& part : Split(path, '/')) {
    if (part.empty() || part == ".") continue;
    const bool climbs = part == "..";
    if (climbs && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!climbs || !rooted) {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

}  // namespace

std::string NormalPath(std::string_view path) {
  const bool rooted = !path.empty() && path.front() == '/';
  const std::string joined = (rooted ? "/" : "") + Join(NormalParts(path), "/");
  return joined.empty() ? "." : joined;
}

std::string JoinPath(std::string_view folder, std::string_view path) {
  if (folder.empty() || (!path.empty() && path.front() == '/')) return std::string(path);
  std::string joined(folder);
  if (joined.back() != '/') joined += '/';
  return joined.append(path);
}

std::string FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return "";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string FileNameOf(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

std::string StemOf(std::string_view path) {
  const std::string name = FileNameOf(path);
  const size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string RelativePath(std::string_view path, std::string_view folder) {
  const std::vector<std::string> to = NormalParts(path);
  const std::vector<std::string> from = NormalParts(folder);
  const auto [one, two] = std::mismatch(to.begin(), to.end(), from.begin(), from.end());
  std::vector<std::string> parts(static_cast<size_t>(from.end() - two), "..");
  parts.insert(parts.end(), one, to.end());
  return parts.empty() ? "." : Join(parts, "/");
}

std::string FileSystem::AbsolutePath(const std::string& path) {
  return NormalPath(JoinPath(CurrentDirectory(), path));
}

std::string MemoryFileSystem::ReadFile(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  record_.push_back("read " + full);
  const auto found = files_.find(full);
  if (found != files_.end()) return found->second;
  if (IsDirectoryUnlocked(full)) throw Error(ErrorKind::kConfig, "Is a directory: " + PythonRepr(path));
  throw NoSuchFile(path);
}

void MemoryFileSystem::WriteFile(const std::string& path, std::string_view content) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  record_.push_back("write " + full);
  if (!IsDirectoryUnlocked(FolderOf(full))) throw NoSuchFile(path);
  files_[full] = std::string(content);
}

void MemoryFileSystem::AppendFile(const std::string& path, std::string_view content) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  record_.push_back("append " + full);
  if (!IsDirectoryUnlocked(FolderOf(full))) throw NoSuchFile(path);
  files_[full] += content;
}

std::vector<DirectoryEntry> MemoryFileSystem::ListDirectory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  record_.push_back("list " + full);
  const std::string prefix = full == "/" ? full : full + "/";
  std::map<std::string, bool> found;
  const auto add = [&](const std::string& name, bool is_directory) {
    if (name.size() <= prefix.size() || name.compare(0, prefix.size(), prefix) != 0) return;
    const size_t slash = name.find('/', prefix.size());
    const bool deeper = slash != std::string::npos;
    found[name.substr(prefix.size(), deeper ? slash - prefix.size() : slash)] |= deeper || is_directory;
  };
  for (const auto& [name, content] : files_) add(name, false);
  for (const std::string& name : directories_) add(name, true);
  if (!IsDirectoryUnlocked(full)) throw NoSuchFile(path);
  std::vector<DirectoryEntry> entries;
  entries.reserve(found.size());
  for (const auto& [name, is_directory] : found) entries.push_back({.name = name, .is_directory = is_directory});
  return entries;
}

void MemoryFileSystem::MakeDirectories(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  record_.push_back("mkdir " + full);
  for (std::string folder = full; folder != "/"; folder = FolderOf(folder)) directories_.insert(folder);
}

void MemoryFileSystem::Remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  record_.push_back("remove " + AbsolutePath(path));
  if (files_.erase(AbsolutePath(path)) == 0) throw NoSuchFile(path);
}

bool MemoryFileSystem::Exists(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string full = AbsolutePath(path);
  return files_.count(full) > 0 || IsDirectoryUnlocked(full);
}

bool MemoryFileSystem::IsDirectory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return IsDirectoryUnlocked(AbsolutePath(path));
}

bool MemoryFileSystem::IsDirectoryUnlocked(const std::string& full) const {
  const std::string prefix = full == "/" ? full : full + "/";
  const auto below = files_.lower_bound(prefix);
  const bool holds_a_file = below != files_.end() && below->first.compare(0, prefix.size(), prefix) == 0;
  return holds_a_file || full == "/" || full == kFolder || directories_.count(full) > 0;
}

}  // namespace limbeck

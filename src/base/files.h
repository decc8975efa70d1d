#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck {

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
  /// May be a symbolic link: it is one, or the file system does not tell.
  bool is_link = false;
  bool operator==(const DirectoryEntry&) const = default;
};

/// Every touch of the file system goes through this, so that tests can see and fake it. Paths are UTF-8 with '/'.
/// Methods that can fail throw Error (kConfig) naming the path and the system's reason. All of them may be called
/// from several threads at once.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual std::string ReadFile(const std::string& path) = 0;
  /// Replaces the file as a whole: a reader sees the old or the new content, never a part.
  virtual void WriteFile(const std::string& path, std::string_view content) = 0;
  virtual void AppendFile(const std::string& path, std::string_view content) = 0;
  /// Entries sorted by name, without "." and "..". Links are followed.
  virtual std::vector<DirectoryEntry> ListDirectory(const std::string& path) = 0;
  virtual void MakeDirectories(const std::string& path) = 0;
  virtual void Remove(const std::string& path) = 0;

  virtual bool Exists(const std::string& path) = 0;
  virtual bool IsDirectory(const std::string& path) = 0;
  /// The path with symbolic links resolved, for noticing that two paths are one file; as given when it is not there.
  virtual std::string RealPath(const std::string& path) = 0;
  virtual std::string CurrentDirectory() = 0;

  bool IsFile(const std::string& path) { return Exists(path) && !IsDirectory(path); }
  /// From the current directory, normalised ("a/./b/../c" is "a/c"); links are not resolved (os.path.abspath).
  std::string AbsolutePath(const std::string& path);
};

/// The machine's own.
std::unique_ptr<FileSystem> MakeRealFileSystem();

/// Files in memory that record what was read and written, in order: for tests. Folders of the files it starts with
/// are there; the current one, "/project", always is.
class MemoryFileSystem : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  std::string ReadFile(const std::string& path) override;
  void WriteFile(const std::string& path, std::string_view content) override;
  void AppendFile(const std::string& path, std::string_view content) override;
  std::vector<DirectoryEntry> ListDirectory(const std::string& path) override;
  void MakeDirectories(const std::string& path) override;
  void Remove(const std::string& path) override;
  bool Exists(const std::string& path) override;
  bool IsDirectory(const std::string& path) override;
  std::string RealPath(const std::string& path) override { return AbsolutePath(path); }
  std::string CurrentDirectory() override { return kFolder; }

  /// "read /a", "write /b", ...
  const std::vector<std::string>& record() const { return record_; }

 private:
  static constexpr const char* kFolder = "/project";

  bool IsDirectoryUnlocked(const std::string& full) const;

  std::mutex mutex_;
  std::map<std::string, std::string> files_;
  std::set<std::string> directories_;
  std::vector<std::string> record_;
};

/// os.path.normpath, join, dirname and basename, for '/'.
std::string NormalPath(std::string_view path);
std::string JoinPath(std::string_view folder, std::string_view path);
std::string FolderOf(std::string_view path);
std::string FileNameOf(std::string_view path);
/// File name without its last extension.
std::string StemOf(std::string_view path);
/// The path as seen from a folder (both absolute): "../b/c".
std::string RelativePath(std::string_view path, std::string_view folder);

}  // namespace limbeck

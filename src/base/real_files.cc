#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

[[noreturn]] void ThrowSystem(const std::string& path) {
  throw Error(ErrorKind::kConfig, std::string(std::strerror(errno)) + ": " + PythonRepr(path));
}

/// A file descriptor that closes itself. Errors name the file as `shown`.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, std::string shown)
      : path_(std::move(shown)), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) ThrowSystem(path_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }

  std::string ReadAll() const {
    struct stat info {};
    if (::fstat(fd_, &info) != 0) ThrowSystem(path_);
    if (S_ISDIR(info.st_mode)) {
      errno = EISDIR;
      ThrowSystem(path_);
    }
    // Files of /proc have no size and yet a content. Others are read at once: a second read that finds their end would
    // be a tenth of the time of a large history.
    const auto size = static_cast<size_t>(std::max<off_t>(info.st_size, 0));
    std::string content(size + 1, '\0');
    size_t filled = 0;
    while (size == 0 || filled != size) {
      const ssize_t count = ::read(fd_, content.data() + filled, content.size() - filled);
      if (count < 0 && errno != EINTR) ThrowSystem(path_);
      if (count == 0) break;
      if (count > 0) filled += static_cast<size_t>(count);
      if (filled == content.size()) content.resize(content.size() * 2);
    }
    content.resize(filled);
    return content;
  }

  void WriteAll(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t count = ::write(fd_, content.data(), content.size());
      if (count < 0 && errno != EINTR) ThrowSystem(path_);
      if (count > 0) content.remove_prefix(static_cast<size_t>(count));
    }
  }

  /// Closing tells of write errors (a full disk on some file systems).
  void Close() {
    const int fd = fd_;
    fd_ = -1;
    if (::close(fd) != 0) ThrowSystem(path_);
  }

 private:
  std::string path_;
  int fd_;
};

/// A file that is written beside its place and moved there once it is whole; else it goes with this object.
class Replacement {
 public:
  explicit Replacement(const std::string& path) : path_(path), temporary_(path + ".limbeck-new") {}
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (!finished_) ::unlink(temporary_.c_str());
  }

  void Write(std::string_view content) const {
    Descriptor file(temporary_, O_WRONLY | O_CREAT | O_TRUNC, path_);
    file.WriteAll(content);
    file.Close();
  }
  void Finish() {
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) ThrowSystem(path_);
    finished_ = true;
  }

 private:
  std::string path_;
  std::string temporary_;
  bool finished_ = false;
};

class RealFileSystem : public FileSystem {
 public:
  std::string ReadFile(const std::string& path) override { return Descriptor(path, O_RDONLY, path).ReadAll(); }

  void WriteFile(const std::string& path, std::string_view content) override {
    Replacement file(path);
    file.Write(content);
    file.Finish();
  }

  void AppendFile(const std::string& path, std::string_view content) override {
    Descriptor file(path, O_WRONLY | O_CREAT | O_APPEND, path);
    file.WriteAll(content);
    file.Close();
  }

  std::vector<DirectoryEntry> ListDirectory(const std::string& path) override {
    DIR* handle = ::opendir(path.c_str());
    if (handle == nullptr) ThrowSystem(path);
    std::vector<DirectoryEntry> entries;
    while (const dirent* entry = ::readdir(handle)) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      const bool unknown = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
      const bool is_directory = unknown ? IsDirectory(JoinPath(path, name)) : entry->d_type == DT_DIR;
      entries.push_back({.name = name, .is_directory = is_directory, .is_link = unknown});
    }
    ::closedir(handle);
    std::sort(entries.begin(), entries.end(), [](const auto& one, const auto& two) { return one.name < two.name; });
    return entries;
  }

  void MakeDirectories(const std::string& path) override {
    std::error_code problem;
    std::filesystem::create_directories(path, problem);
    errno = problem.value();
    if (problem) ThrowSystem(path);
  }

  void Remove(const std::string& path) override {
    if (::unlink(path.c_str()) != 0) ThrowSystem(path);
  }

  bool Exists(const std::string& path) override {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0;
  }

  bool IsDirectory(const std::string& path) override {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
  }

  std::string RealPath(const std::string& path) override {
    char resolved[PATH_MAX];
    return ::realpath(path.c_str(), resolved) == nullptr ? path : resolved;
  }

  std::string CurrentDirectory() override {
    char folder[PATH_MAX];
    if (::getcwd(folder, sizeof folder) == nullptr) ThrowSystem(".");
    return folder;
  }
};

}  // namespace

std::unique_ptr<FileSystem> MakeRealFileSystem() {
  return std::make_unique<RealFileSystem>();
}

}  // namespace limbeck

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits.h>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

[[noreturn]] void ThrowSystem(const std::string& path) {
  throw Error(ErrorKind::kConfig, std::string(std::strerror(errno)) + ": " + PythonRepr(path));
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) ThrowSystem(path);
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
    std::string content(static_cast<size_t>(std::max<off_t>(info.st_size, 0)) + 1, '\0');
    size_t filled = 0;
    for (;;) {
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

class RealFileSystem : public FileSystem {
 public:
  std::string ReadFile(const std::string& path) override { return Descriptor(path, O_RDONLY).ReadAll(); }

  void WriteFile(const std::string& path, std::string_view content) override {
    const std::string temporary = path + ".limbeck-new";
    try {
      Descriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
      file.WriteAll(content);
      file.Close();
    } catch (...) {
      ::unlink(temporary.c_str());
      throw;
    }
    if (::rename(temporary.c_str(), path.c_str()) == 0) return;
    const int reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    ThrowSystem(path);
  }

  std::vector<DirectoryEntry> ListDirectory(const std::string& path) override {
    DIR* handle = ::opendir(path.c_str());
    if (handle == nullptr) ThrowSystem(path);
    std::vector<DirectoryEntry> entries;
    while (const dirent* entry = ::readdir(handle)) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      const bool unknown = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
      entries.push_back({name, unknown ? IsDirectory(JoinPath(path, name)) : entry->d_type == DT_DIR});
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

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "limbeck/revision.h"
#include "project/config.h"

namespace limbeck::library {

/// Shows files that are compiled into a program below a folder of its own, kEmbeddedFolder, beside the machine's files.
/// That folder is always there, and nothing can be written to it.
class EmbeddedFiles : public FileSystem {
 public:
  static constexpr std::string_view kEmbeddedFolder = "/(embedded)";

  /// Borrows the real files, and the texts.
  EmbeddedFiles(FileSystem& real, const std::vector<MigrationFile>& files);

  std::string ReadFile(const std::string& path) override;
  void WriteFile(const std::string& path, std::string_view content) override;
  void AppendFile(const std::string& path, std::string_view content) override;
  std::vector<DirectoryEntry> ListDirectory(const std::string& path) override;
  void MakeDirectories(const std::string& path) override;
  void Remove(const std::string& path) override;
  bool Exists(const std::string& path) override;
  bool IsDirectory(const std::string& path) override;
  std::string RealPath(const std::string& path) override;
  std::string CurrentDirectory() override { return real_.CurrentDirectory(); }

 private:
  FileSystem& real_;
  /// By whole path.
  std::map<std::string, std::string_view> files_;
};

/// The configuration of a project of which the embedded folder is the script folder. Migrations::folder, where given,
/// is a further place of revisions; throws Error (kConfig) when it has no versions/.
project::Config EmbeddedConfig(const Migrations& migrations, FileSystem& files);

}  // namespace limbeck::library

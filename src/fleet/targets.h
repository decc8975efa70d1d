#pragma once

#include <string>
#include <vector>

#include "engine/environment_run.h"
#include "engine/project.h"

namespace limbeck::fleet {

/// One database of a fleet.
struct Target {
  enum class Kind {
    kFile,    ///< an SQLite file, from the current folder
    kSchema,  ///< a schema of the project's PostgreSQL database
    kUrl,
  };
  Kind kind = Kind::kFile;
  /// The file, the schema or the URL.
  std::string name;
  bool operator==(const Target&) const = default;

  /// The name without a password.
  std::string Shown() const;
};

/// Where a fleet's databases are named. What several of them name is there once.
struct TargetSources {
  /// Patterns of paths, with * ? [] and ** for folders.
  std::vector<std::string> files;
  /// Patterns of schemas.
  std::vector<std::string> schemas;
  /// Files with a name in each line: a URL, a file, or else a schema; '#' begins a comment.
  std::vector<std::string> lists;
  /// SQL for the project's own database; the first column has names as in lists.
  std::vector<std::string> queries;
};

/// In the order of the sources; those of a pattern by name, with numbers in them counted as numbers. Runs env.py where
/// the project's own database is to be asked. Throws kUsage when nothing names any.
std::vector<Target> FindTargets(engine::Project& project, const engine::RunRequest& request,
                                const TargetSources& sources);

/// The paths that a pattern means.
std::vector<std::string> ExpandGlob(FileSystem& files, const std::string& pattern);
/// Whether a pattern without '/' means the name.
bool MatchesGlob(const std::string& pattern, const std::string& name);
/// "a2" before "a10".
bool NaturalLess(const std::string& one, const std::string& two);

/// Connects to one database of the fleet, whatever env.py asks for. Borrows the connector.
class TargetConnector : public driver::Connector {
 public:
  TargetConnector(driver::Connector& connector, FileSystem& files) : connector_(connector), files_(files) {}

  void set_target(const Target& target) { target_ = target; }
  using Connector::Connect;
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

 private:
  driver::Connector& connector_;
  FileSystem& files_;
  Target target_;
};

}  // namespace limbeck::fleet

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/services.h"
#include "graph/revision_map.h"
#include "project/config.h"
#include "project/revision_files.h"
#include "project/script_directory.h"

namespace limbeck::engine {

/// A migration project: its configuration, its script directory and its revisions, each read when first asked for.
/// Belongs to one thread.
class Project {
 public:
  Project(Services services, project::Config config);

  const Services& services() const { return services_; }
  project::Config& config() { return config_; }

  /// An option that is a number; nullopt when it is not given. Throws kConfig, with what it counts, for anything else.
  std::optional<uint64_t> NumberOption(const char* name, const char* counted) const;

  const project::ScriptDirectory& directory();
  /// Prints the warnings of the scan the first time. Throws what Alembic throws for broken graphs, in the command's
  /// words.
  const graph::RevisionMap& revisions(const graph::Wording& wording = {});
  /// The functions of a revision in C++ that is compiled in, or nullptr.
  const Revision* FindCompiled(const std::string& id) const;
  /// The file of a revision of revisions().
  const project::RevisionFile& FileOf(const graph::Node& node) const { return files_.at(node.revision.path); }
  /// A file that was just written.
  const graph::Node& AddRevision(const std::string& path);

 private:
  void AddCompiled(std::vector<project::RevisionFile>& files) const;

  Services services_;
  project::Config config_;
  std::optional<project::ScriptDirectory> directory_;
  std::optional<graph::RevisionMap> revisions_;
  std::map<std::string, project::RevisionFile> files_;  ///< by path
};

}  // namespace limbeck::engine

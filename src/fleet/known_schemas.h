#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "assure/adopt.h"
#include "fleet/targets.h"

namespace limbeck::fleet {

/// The project's schemas at each revision, replayed once for all databases of a kind, when the first one without a
/// version is met. Any number of threads may ask.
class KnownSchemas {
 public:
  /// Borrows all of it.
  KnownSchemas(engine::Project& project, Entropy& entropy, const engine::RunRequest& request,
               const assure::ScratchOptions& options)
      : project_(project), entropy_(entropy), request_(request), options_(options) {}

  const std::vector<assure::KnownSchema>& For(const Target& target, driver::Backend backend);
  /// What a target holds of what is known; empty where it holds nothing.
  inspect::Snapshot LiveSchema(const Target& target, driver::Connection& connection, inspect::SnapshotOptions options);

 private:
  struct Replayed {
    std::unique_ptr<assure::Replay> replay;
    std::vector<assure::KnownSchema> schemas;
  };

  engine::Project& project_;
  Entropy& entropy_;
  const engine::RunRequest& request_;
  const assure::ScratchOptions& options_;
  std::mutex mutex_;
  /// What counts of a schema differs with the kind of target.
  std::map<std::pair<driver::Backend, Target::Kind>, Replayed> replayed_;
};

}  // namespace limbeck::fleet

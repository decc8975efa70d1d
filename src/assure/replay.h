#pragma once

#include <map>
#include <string>
#include <vector>

#include "assure/scratch.h"
#include "base/log.h"
#include "engine/environment_run.h"
#include "engine/project.h"
#include "inspect/snapshot.h"

namespace limbeck::assure {

/// A schema as a run of env.py sees it, and the rows of its version table.
struct Standing {
  inspect::Snapshot schema;
  std::vector<std::string> rows;
  /// Of whom this is told: "sqlite:///app.db".
  std::string url;
};

/// Where the project's own database stands. Runs env.py, changes nothing.
Standing Look(engine::Project& project, engine::RunRequest request);

/// A project whose runs go to scratch databases. What its scripts log and print is thrown away. One thread at a time.
class Replay {
 public:
  /// Borrows all of it; `request` has what the command line says to env.py.
  Replay(engine::Project& project, Entropy& entropy, engine::RunRequest request, ScratchOptions options = {});

  engine::Project& project() { return project_; }
  const engine::RunRequest& request() const { return request_; }

  /// Back to nothing.
  void Clear() { scratch_.Clear(); }
  /// One run that takes these steps, whatever the version table says. Throws what the run throws.
  void Run(const std::vector<graph::Step>& steps);
  /// One run of what `plan` makes of the version table; returns its steps.
  std::vector<graph::Step> RunPlan(
      const std::function<std::vector<graph::Step>(const std::vector<std::string>& rows)>& plan);
  /// One run to these revisions from where the database is.
  std::vector<graph::Step> Upgrade(const std::string& destination);
  inspect::Snapshot TakeSnapshot();
  /// Whether env.py named models in the last run.
  bool has_models() const { return has_models_; }

 private:
  LogTree silent_;
  ScratchDatabases scratch_;
  project::Config config_;
  engine::Project project_;
  engine::RunRequest request_;
  inspect::SnapshotOptions version_table_;
  /// By database: what env.py has set, which a new connection would not have.
  std::map<std::string, std::string> search_paths_;
  bool has_models_ = false;
};

}  // namespace limbeck::assure

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assure/adopt.h"
#include "fleet/targets.h"
#include "limbeck/error.h"

namespace limbeck::fleet {

enum class Action { kStatus, kUpgrade, kDowngrade, kStamp, kAdopt };

/// What is to be done to every database.
struct FleetRequest {
  Action action = Action::kStatus;
  /// "head", "-1", ...
  std::string revision;
  /// Says what would be done.
  bool dry_run = false;
  /// How many at once.
  size_t jobs = 1;
  /// The first ones are done before all others; if one of them fails, the others are left alone.
  size_t canaries = 0;
  /// Files that are not there are made.
  bool creates = false;
  /// A database with tables and without a version is adopted before it is upgraded.
  bool adopts = true;
  assure::AmongEqual among = assure::AmongEqual::kRefuse;
  assure::ScratchOptions scratch;
  /// What the command line says to env.py.
  engine::RunRequest run;
};

/// What came of one database.
struct TargetResult {
  enum class Outcome {
    kDone,       ///< changed; with dry_run, what would be
    kUnchanged,  ///< there was nothing to do
    kFailed,
    kSkipped,  ///< not begun: a canary failed, or the user stopped the run
  };

  Target target;
  Outcome outcome = Outcome::kSkipped;
  /// Rows of the version table.
  std::vector<std::string> before;
  std::vector<std::string> after;
  /// Revisions applied or taken back; for a status those that are behind the head.
  size_t steps = 0;
  bool is_adopted = false;
  std::optional<Error> error;
  std::chrono::microseconds time{0};
};

/// Does it on all of them, on several threads. A database that fails stops no other. `progress` hears of each as it
/// ends, from one thread at a time; may be empty. The results are in the order of the targets.
std::vector<TargetResult> RunFleet(engine::Project& project, Entropy& entropy, const std::vector<Target>& targets,
                                   const FleetRequest& request,
                                   const std::function<void(const TargetResult&)>& progress);

}  // namespace limbeck::fleet

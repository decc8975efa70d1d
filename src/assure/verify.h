#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "assure/replay.h"
#include "limbeck/error.h"

namespace limbeck::assure {

/// One thing that was tried, and what came of it.
struct Check {
  enum class Outcome { kPassed, kFailed, kSkipped };

  /// "graph", "single head", "env.py", "empty to head", "upgrade", "downgrade", "upgrade again", "stamp", "models"
  std::string name;
  /// What it is about; empty: the project.
  std::string revision = {};
  Outcome outcome = Outcome::kPassed;
  /// Why it failed or was skipped, in one line; then what there is more to say.
  std::string message = {};
  std::vector<std::string> details = {};
  /// The file to look at, and the line where one is known.
  std::string file = {};
  int line = 0;
  std::chrono::microseconds time{0};
};

struct VerifyOptions {
  /// Taken back and done again, one by one.
  bool downgrades = true;
  bool models = true;
  bool single_head = true;
  /// Hears of each check as it ends; may be empty.
  std::function<void(const Check& check)> progress = {};
};

/// Tries the whole project on scratch databases: from nothing to the head in one run; each revision up, down and up
/// again, with the schema as it was before and after; an upgrade behind a stamp, which must do nothing; and whether the
/// models are what the migrations make. What the project does wrong is a check that failed and never thrown; an
/// error of the scratch database itself is thrown.
std::vector<Check> Verify(Replay& replay, const VerifyOptions& options);

}  // namespace limbeck::assure

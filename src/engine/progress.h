#pragma once

#include <cstddef>
#include <string>

namespace limbeck::engine {

/// Hears how far a run on a database has come. Called on the run's thread; must not throw.
class Progress {
 public:
  virtual ~Progress() = default;
  /// The first of `count` steps has the number 1; `what` is the step as the log names it.
  virtual void BeginStep(size_t number, size_t count, const std::string& what) = 0;
  /// The last step has ended, or one has failed.
  virtual void EndSteps() = 0;
};

}  // namespace limbeck::engine

#include "fleet/fleet.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "fleet/worker.h"

namespace limbeck::fleet {
namespace {

using Outcome = TargetResult::Outcome;

bool IsInterrupt(const TargetResult& result) {
  return result.error && result.error->exception_class() == "KeyboardInterrupt";
}

/// The databases of one fleet, handed out to workers one by one.
class Dispatch {
 public:
  Dispatch(engine::Project& project, Entropy& entropy, const std::vector<Target>& targets, const FleetRequest& request,
           const std::function<void(const TargetResult&)>& progress)
      : project_(project),
        request_(request),
        progress_(progress),
        known_(project, entropy, request.run, request.scratch) {
    for (const Target& target : targets) results_.push_back({.target = target});
  }

  std::vector<TargetResult> Run() {
    const size_t canaries = std::min(request_.canaries, results_.size());
    RunUpTo(canaries);
    const bool has_failed = std::any_of(results_.begin(), results_.begin() + static_cast<ptrdiff_t>(canaries),
                                        [](const TargetResult& result) { return result.outcome == Outcome::kFailed; });
    if (!has_failed) RunUpTo(results_.size());
    return std::move(results_);
  }

 private:
  void RunUpTo(size_t end) {
    const size_t count = std::min(std::max<size_t>(request_.jobs, 1), end - next_);
    if (count <= 1) return WorkUpTo(end);
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < count; ++i) threads.emplace_back([this, end] { WorkUpTo(end); });
  }

  void WorkUpTo(size_t end) {
    Worker worker(project_, request_, known_);
    for (;;) {
      const size_t at = Take(end);
      if (at == end) return;
      TargetResult result = worker.Work(results_[at].target);
      const std::lock_guard lock(mutex_);
      if (IsInterrupt(result)) is_stopped_ = true;
      results_[at] = std::move(result);
      if (progress_) progress_(results_[at]);
    }
  }

  /// The next one's place; the end when there is none.
  size_t Take(size_t end) {
    const std::lock_guard lock(mutex_);
    return is_stopped_ || next_ >= end ? end : next_++;
  }

  engine::Project& project_;
  const FleetRequest& request_;
  const std::function<void(const TargetResult&)>& progress_;
  KnownSchemas known_;
  std::vector<TargetResult> results_;
  std::mutex mutex_;
  size_t next_ = 0;
  bool is_stopped_ = false;
};

}  // namespace

std::vector<TargetResult> RunFleet(engine::Project& project, Entropy& entropy, const std::vector<Target>& targets,
                                   const FleetRequest& request,
                                   const std::function<void(const TargetResult&)>& progress) {
  // A graph that is broken is said once, not for each database.
  project.revisions();
  return Dispatch(project, entropy, targets, request, progress).Run();
}

}  // namespace limbeck::fleet

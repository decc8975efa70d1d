#include "base/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace limbeck {
namespace {

/// Pieces that are handed out one after another, and what went wrong in each.
class Pieces {
 public:
  Pieces(size_t count, size_t grain, const std::function<void(size_t, size_t)>& job)
      : count_(count), grain_(grain), job_(job), failures_((count + grain - 1) / grain) {}

  size_t size() const { return failures_.size(); }

  void WorkUntilNoneIsLeft() {
    for (size_t piece = next_++; piece < size(); piece = next_++) {
      try {
        job_(piece * grain_, std::min(count_, (piece + 1) * grain_));
      } catch (...) {
        failures_[piece] = std::current_exception();
      }
    }
  }

  void RethrowFirst() const {
    for (const std::exception_ptr& failure : failures_) {
      if (failure) std::rethrow_exception(failure);
    }
  }

 private:
  size_t count_;
  size_t grain_;
  const std::function<void(size_t, size_t)>& job_;
  std::atomic<size_t> next_{0};
  std::vector<std::exception_ptr> failures_;
};

}  // namespace

void ParallelFor(size_t count, size_t grain, const std::function<void(size_t begin, size_t end)>& job) {
  Pieces pieces(count, std::max<size_t>(grain, 1), job);
  const size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const size_t helpers = std::min(cores, pieces.size()) - (pieces.size() > 0 ? 1 : 0);
  {
    std::vector<std::jthread> threads;
    threads.reserve(helpers);
    for (size_t i = 0; i < helpers; ++i) threads.emplace_back([&pieces] { pieces.WorkUntilNoneIsLeft(); });
    pieces.WorkUntilNoneIsLeft();
  }
  pieces.RethrowFirst();
}

}  // namespace limbeck

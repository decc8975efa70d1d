#pragma once

#include <chrono>
#include <memory>

namespace limbeck {

using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

/// The time of day and waiting, behind a seam.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual WallTime Now() = 0;
  /// For measuring and waiting; never goes back.
  virtual std::chrono::microseconds Monotonic() = 0;
  virtual void Sleep(std::chrono::microseconds time) = 0;
};

std::unique_ptr<Clock> MakeRealClock();

/// Stands still until slept on or told otherwise; for tests.
class FakeClock : public Clock {
 public:
  explicit FakeClock(WallTime now = {}) : now_(now) {}
  WallTime Now() override { return now_; }
  std::chrono::microseconds Monotonic() override { return now_.time_since_epoch(); }
  void Sleep(std::chrono::microseconds time) override { now_ += time; }

 private:
  WallTime now_;
};

}  // namespace limbeck

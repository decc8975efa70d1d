#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "base/clock.h"
#include "cli/terminal.h"
#include "driver/statement_watch.h"
#include "engine/progress.h"

namespace limbeck::cli {

/// What a run is busy with.
struct LiveState {
  size_t number = 0;
  size_t count = 0;
  std::string step;
  /// Empty between statements.
  std::string statement;
  /// Of the statement, or of the step between statements.
  std::chrono::microseconds time{};
};

/// The state as one line of at most so many columns.
std::string LiveText(const LiveState& state, int columns);

/// A terminal with a last line that tells, while a run lasts, at which step and statement it is and for how long. The
/// line is drawn on standard error by a thread of its own, once the run has taken a while; what is written to the
/// terminal meanwhile appears above it, and nothing of it is left when the run ends. Where standard error is no
/// terminal, or one that cannot erase, there is no line and no thread. Borrows what it is given; its functions may be
/// called from the run's thread only.
class LiveLine : public Terminal, public engine::Progress, public driver::StatementWatch {
 public:
  LiveLine(Terminal& terminal, Clock& clock, bool can_erase);
  ~LiveLine() override;
  LiveLine(const LiveLine&) = delete;
  LiveLine& operator=(const LiveLine&) = delete;

  void Out(std::string_view text) override;
  void Err(std::string_view text) override;
  std::optional<std::string> ReadLine() override;
  int columns() const override { return terminal_.columns(); }
  bool out_is_terminal() const override { return terminal_.out_is_terminal(); }
  bool err_is_terminal() const override { return terminal_.err_is_terminal(); }
  bool in_is_terminal() const override { return terminal_.in_is_terminal(); }
  bool colour() const override { return terminal_.colour(); }

  void BeginStep(size_t number, size_t count, const std::string& what) override;
  void EndSteps() override;
  void BeginStatement(std::string_view sql) override;
  void EndStatement() override;

 private:
  void Draw();
  // The lock is held.
  void DrawNow(std::chrono::microseconds now);
  void Erase();
  void NoteWritten(std::string_view text);

  Terminal& terminal_;
  Clock& clock_;
  const bool is_shown_;
  std::mutex mutex_;
  std::condition_variable wakes_;
  std::thread drawer_;
  // All below under the lock.
  bool is_running_ = false;
  bool is_drawn_ = false;
  /// What was written ends in the middle of a line, which the live one would wipe out.
  bool is_mid_line_ = false;
  LiveState state_;
  std::chrono::microseconds run_began_{};
  std::chrono::microseconds step_began_{};
  std::chrono::microseconds statement_began_{};
};

}  // namespace limbeck::cli

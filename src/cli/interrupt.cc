#include "cli/interrupt.h"

#include <csignal>

#include "base/steady_time.h"

namespace limbeck::cli {
namespace {

/// Programs that end others send the signal to the process and then to its group: both are one wish.
constexpr int64_t kOneWish = 500'000'000;

std::atomic<bool> interrupted = false;
std::atomic<int64_t> first_signal = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int64_t>::is_always_lock_free,
              "a signal handler may only touch what needs no lock");

void NoteSignal(int signal) {
  const int64_t now = SteadyNanoseconds();
  int64_t none = 0;
  const bool is_first = first_signal.compare_exchange_strong(none, now);
  interrupted.store(true, std::memory_order_relaxed);
  if (is_first || now - first_signal.load() < kOneWish) return;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void Catch(int signal) {
  struct sigaction action = {};
  action.sa_handler = NoteSignal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

std::atomic<bool>& CatchInterrupts() {
  Catch(SIGINT);
  Catch(SIGTERM);
  return interrupted;
}

}  // namespace limbeck::cli

#include "cli/interrupt.h"

#include <csignal>

namespace limbeck::cli {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch what needs no lock");

void NoteSignal(int) {
  interrupted.store(true, std::memory_order_relaxed);
}

void Catch(int signal) {
  struct sigaction action = {};
  action.sa_handler = NoteSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
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

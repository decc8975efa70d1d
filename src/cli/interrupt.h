#pragma once

#include <atomic>

namespace limbeck::cli {

/// From now on Ctrl-C (SIGINT) and SIGTERM do not end the process at once but set the flag that is returned: a script
/// then stops at its next statement, and what it did is rolled back. A signal half a second later or more ends the
/// process as usual.
std::atomic<bool>& CatchInterrupts();

}  // namespace limbeck::cli

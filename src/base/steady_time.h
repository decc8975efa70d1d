#pragma once

#include <cstdint>

namespace limbeck {

/// Nanoseconds since some moment, never set back. May be called from signal handlers.
int64_t SteadyNanoseconds();

}  // namespace limbeck

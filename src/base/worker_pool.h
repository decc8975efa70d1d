#pragma once

#include <cstddef>
#include <functional>

namespace limbeck {

/// Calls job(begin, end) for pieces that together make [0, count), on several threads when there are at least two
/// pieces of `grain` items; the caller's thread works too. Returns when all is done.
///
/// A piece that throws ends only itself; the exception of the piece with the lowest begin is thrown again at the end,
/// so that the outcome does not depend on the threads' speed.
void ParallelFor(size_t count, size_t grain, const std::function<void(size_t begin, size_t end)>& job);

}  // namespace limbeck

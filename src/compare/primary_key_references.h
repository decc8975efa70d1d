#pragma once

#include <vector>

#include "compare/compare.h"

namespace limbeck::compare {

/// Completes a comparison that may change primary keys, in the order in which it is going to be done: what refers to a
/// key that goes is dropped before and comes again behind, and what refers to a key that comes waits for it. Does
/// nothing where databases let references dangle.
void MakeRoomForPrimaryKeys(const std::vector<DatabaseTable>& database, const Options& options, const Rules& rules,
                            Changes& changes);

}  // namespace limbeck::compare

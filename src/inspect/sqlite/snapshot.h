#pragma once

#include "inspect/snapshot.h"

namespace limbeck::inspect::sqlite {

/// In any order.
Snapshot TakeSnapshot(driver::Connection& connection, const SnapshotOptions& options);

}  // namespace limbeck::inspect::sqlite

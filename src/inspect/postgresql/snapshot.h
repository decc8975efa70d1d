#pragma once

#include "inspect/snapshot.h"

namespace limbeck::inspect::postgresql {

/// In any order.
Snapshot TakeSnapshot(driver::Connection& connection, const SnapshotOptions& options);

}  // namespace limbeck::inspect::postgresql

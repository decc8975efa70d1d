#pragma once

#include "inspect/rebuild_guard.h"

namespace limbeck::inspect::sqlite {

std::unique_ptr<RebuildGuard> GuardRebuild(driver::Connection& connection, const std::string& table,
                                           const std::string& database);

}  // namespace limbeck::inspect::sqlite

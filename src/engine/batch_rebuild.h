#pragma once

#include "dialect/dialect.h"
#include "driver/connection.h"
#include "ops/operation.h"

namespace limbeck::engine {

/// The statements of a batch that rebuilds its table: what the batch does not bring along is read from the database.
/// Throws Error (NoSuchTableError) when there is no such table.
dialect::Rendered RenderRebuild(driver::Connection& connection, const dialect::Dialect& dialect,
                                const ops::BatchAlterTable& batch, const dialect::RenderOptions& options,
                                dialect::RunMemory& memory, std::vector<std::string>& warnings);

}  // namespace limbeck::engine

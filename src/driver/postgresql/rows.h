#pragma once

#include <vector>

#include "driver/postgresql/libpq.h"
#include "driver/result.h"

namespace limbeck::driver::postgresql {

std::vector<Column> ReadColumns(const PGresult* result);

/// A value where libpq keeps it.
Cell ReadCell(const PGresult* result, int row, int column);

/// DB-API's rowcount: -1 where the server counts nothing.
int64_t ReadRowCount(PGresult* result);

/// The result as a value; its rows stay where libpq put them.
Result MakeResult(ResultPtr result);

}  // namespace limbeck::driver::postgresql

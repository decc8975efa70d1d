#pragma once

#include "driver/connection.h"

namespace limbeck::driver::sqlite {

/// Makes one SQLite database a copy of another, page by page and in one step for all who look: SQLite's online backup.
/// Others may go on reading and writing the source; whoever has a lock on either is waited for as long as the lock
/// timeout says. Throws kDatabase; the destination is then as it was. Neither may be in a transaction.
void CopyDatabase(Connection& from, Connection& to);

}  // namespace limbeck::driver::sqlite

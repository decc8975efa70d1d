#pragma once

#include <string>

#include "base/processes.h"
#include "driver/connection.h"
#include "engine/services.h"

namespace limbeck::assure {

/// Writes a whole database to a file that is not there yet: SQLite by its online backup, which others may write beside,
/// followed by an integrity check; PostgreSQL by pg_dump's custom format. Throws kCommand when the file is there
/// already or pg_dump fails, kDatabase when the copy is not whole; nothing is left of the file then.
void BackUp(driver::Connection& connection, const std::string& file, const engine::Services& services,
            Processes& processes);

/// Makes the database what the file has, and nothing else: SQLite in one step that others see as one, PostgreSQL by
/// pg_restore and psql in one transaction, in which all schemas are dropped first. Throws as BackUp; the database is
/// then as it was.
void Restore(driver::Connection& connection, const std::string& file, const engine::Services& services,
             Processes& processes);

/// "app.db" and a moment: "app.db.20240131T101112Z.backup", in the current folder for PostgreSQL.
std::string BackupName(driver::Connection& connection, const engine::Services& services);

}  // namespace limbeck::assure

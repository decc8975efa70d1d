#pragma once

#include "cli/command.h"
#include "driver/connection.h"

namespace limbeck::cli {

/// --backup, of commands that change the database.
Option BackupOption();
/// Writes the backup that --backup asks for, when the database is the run's own and there is something to do.
void BackUpIfAsked(CommandContext& context, const driver::Connection& connection);

}  // namespace limbeck::cli

#pragma once

#include "cli/command.h"

namespace limbeck::cli {

/// --backup, of commands that change the database.
Option BackupOption();
/// Writes the backup that --backup asks for.
void BackUpIfAsked(CommandContext& context);

}  // namespace limbeck::cli

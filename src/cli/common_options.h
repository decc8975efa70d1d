#pragma once

#include "assure/scratch.h"
#include "cli/command.h"

// What several commands take. The words of Alembic's own options are its help's facts.

namespace limbeck::cli {

Option SqlOption();
Option TagOption();
Option VerboseOption();
Option MessageOption();
Option BranchLabelOption();
Option RevisionIdOption();
Option SpliceOption();
/// Read by CommandContext::Request().
Option LockTimeoutOption();
/// Ours: the command's report as one JSON document.
Option JsonOption();

/// Ours: further kinds of things that models are compared by.
Option AlsoOption();

/// Where PostgreSQL's scratch databases are made, and what was given for it.
Option ScratchUrlOption();
assure::ScratchOptions ScratchOptionsOf(const CommandContext& context);

Positional ManyRevisions(Count count);

}  // namespace limbeck::cli

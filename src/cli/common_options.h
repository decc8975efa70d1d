#pragma once

#include "cli/argument_parser.h"

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

Positional ManyRevisions(Count count);

}  // namespace limbeck::cli

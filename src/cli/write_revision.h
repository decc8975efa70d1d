#pragma once

#include "cli/command.h"
#include "engine/revision_run.h"
#include "project/new_revision_file.h"

namespace limbeck::cli {

/// Writes a new revision's file, runs the post-write hooks over it and adds it to the project's graph: what `revision`
/// and `merge` have in common. The template sees what env.py told the run, if that was run.
void WriteNewRevision(CommandContext& context, const engine::GeneratedRevision& revision, engine::EnvironmentRun& run);

/// The id that --rev-id gives, or a new one.
std::string RevisionIdFor(const CommandContext& context);

}  // namespace limbeck::cli

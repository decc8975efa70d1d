#include "cli/write_revision.h"

namespace limbeck::cli {

void Revision(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  project::NewRevision request;
  request.id = RevisionIdFor(context);
  if (arguments.Has("message")) request.message = arguments.Get("message");
  if (arguments.Has("head")) request.head = arguments.Get("head");
  request.splice = arguments.Has("splice");
  if (arguments.Has("branch_label")) request.branch_labels = {arguments.Get("branch_label")};
  if (arguments.Has("version_path")) request.version_path = arguments.Get("version_path");
  request.depends_on = arguments.All("depends_on");

  const bool runs_environment = context.project.config().RevisionEnvironment();
  if (arguments.Has("sql") && arguments.Has("autogenerate")) {
    throw Error(ErrorKind::kCommand, "Using --sql with --autogenerate does not make any sense");
  }
  if (arguments.Has("sql") && !runs_environment) {
    throw Error(ErrorKind::kCommand,
                "Using --sql with the revision command when revision_environment is not configured does not make any "
                "sense");
  }
  const bool autogenerate = arguments.Has("autogenerate");
  if (!runs_environment && !autogenerate) return WriteNewRevision(context, request);
  engine::RevisionRun run(context.project, request, autogenerate);
  for (const engine::GeneratedRevision& revision : run.Run(context.Request())) {
    WriteGeneratedRevision(context, revision);
  }
}

}  // namespace limbeck::cli

#include "cli/write_revision.h"

namespace limbeck::cli {

void Merge(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  project::NewRevision request;
  request.id = RevisionIdFor(context);
  if (arguments.Has("message")) request.message = arguments.Get("message");
  request.head = arguments.All("revisions");
  request.splice = arguments.Has("splice");
  if (arguments.Has("branch_label")) request.branch_labels = {arguments.Get("branch_label")};
  if (context.project.config().RevisionEnvironment()) {
    engine::EnvironmentRun(context.project, context.Request()).Run();
  }
  WriteNewRevision(context, request);
}

}  // namespace limbeck::cli

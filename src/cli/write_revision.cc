#include "cli/write_revision.h"

#include "cli/hook_runner.h"
#include "cli/status_printer.h"
#include "engine/header_evaluator.h"
#include "engine/script_renderer.h"

namespace limbeck::cli {
std::string RevisionIdFor(const CommandContext& context) {
  return context.arguments.Has("rev_id") ? context.arguments.Get("rev_id") : NewRevisionId(context.entropy);
}

void WriteNewRevision(CommandContext& context, const engine::GeneratedRevision& revision, engine::EnvironmentRun& run) {
  const engine::Services& services = context.project.services();
  const project::ScriptDirectory& directory = context.project.directory();
  StatusPrinter status(context);
  project::RevisionDraft draft = project::DraftRevision(directory, context.project.revisions(), revision.request,
                                                        *services.files, *services.clock, status);
  for (const auto& [name, text] : revision.variables) draft.variables[name] = text;
  engine::ScriptRenderer renderer(run);
  project::WriteRevision(directory, draft, renderer, *services.files, status);
  RunHooks(context, services.files->AbsolutePath(draft.path));
  engine::InterpretedHeaders evaluator(services, directory.search_path);
  project::ReadWrittenRevision(draft, *services.files, &evaluator);
  const graph::Node& node = context.project.AddRevision(services.files->AbsolutePath(draft.path));
  if (context.report != nullptr) context.report->AddRevision(node);
}

}  // namespace limbeck::cli

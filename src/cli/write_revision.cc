#include "cli/write_revision.h"

#include "cli/status_printer.h"
#include "engine/script_renderer.h"
#include "project/hooks.h"

namespace limbeck::cli {
namespace {

/// Without Python the tools of a Python environment are found on the PATH by their own names.
ProcessRequest ProcessOf(const project::HookCommand& command) {
  ProcessRequest request;
  if (command.runner == project::HookRunner::kModule) {
    request.words = {"python3", "-m", command.target};
  } else {
    request.words = {command.target};
  }
  request.words.insert(request.words.end(), command.arguments.begin(), command.arguments.end());
  request.folder = command.folder.value_or("");
  return request;
}

void RunHooks(CommandContext& context, const std::string& path) {
  for (const project::PostWriteHook& hook : context.project.directory().hooks) {
    const project::HookCommand command = project::ResolveHook(hook, path);
    StatusPrinter printer(context);
    context.Message("Running post write hook '" + hook.name + "' ...");
    context.processes.Run(ProcessOf(command));
    printer.End(true);
  }
}

}  // namespace

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
  project::ReadWrittenRevision(draft, *services.files, nullptr);
  const graph::Node& node = context.project.AddRevision(services.files->AbsolutePath(draft.path));
  if (context.report != nullptr) context.report->AddRevision(node);
}

}  // namespace limbeck::cli

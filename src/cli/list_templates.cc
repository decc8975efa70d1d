#include "cli/commands.h"
#include "cli/common_options.h"
#include "project/template_files.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  context.Print("Available templates:\n");
  context.BeginList("templates");
  for (const project::EnvironmentTemplate& environment : project::EnvironmentTemplates()) {
    if (context.report != nullptr) {
      context.report->Append("templates", {{"name", environment.name}, {"synopsis", environment.synopsis}});
    }
    context.Print(environment.name + " - " + environment.synopsis);
  }
  context.Print("\nTemplates are used via the 'init' command, e.g.:");
  context.Print("\n  alembic init --template generic ./scripts");
}

}  // namespace

Command ListTemplatesCommand() {
  return {.spec = {.name = "list_templates",
                   .help = "List available templates.",
                   .options = {JsonOption()},
                   .group = group::kWrite,
                   .examples = "  limbeck list_templates\n"},
          .run = Run,
          .works_without_configuration = true};
}

}  // namespace limbeck::cli

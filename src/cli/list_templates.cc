#include "cli/commands.h"
#include "project/template_files.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  context.Print("Available templates:\n");
  for (const project::EnvironmentTemplate& environment : project::EnvironmentTemplates()) {
    context.Print(environment.name + " - " + environment.synopsis);
  }
  context.Print("\nTemplates are used via the 'init' command, e.g.:");
  context.Print("\n  alembic init --template generic ./scripts");
}

}  // namespace

Command ListTemplatesCommand() {
  return {.spec = {.name = "list_templates", .help = "List available templates.", .group = group::kWrite}, .run = Run};
}

}  // namespace limbeck::cli

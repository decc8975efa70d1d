#include "cli/command.h"
#include "project/template_files.h"

namespace limbeck::cli {

void ListTemplates(CommandContext& context) {
  context.Print("Available templates:\n");
  for (const project::EnvironmentTemplate& environment : project::EnvironmentTemplates()) {
    context.Print(environment.name + " - " + environment.synopsis);
  }
  context.Print("\nTemplates are used via the 'init' command, e.g.:");
  context.Print("\n  alembic init --template generic ./scripts");
}

}  // namespace limbeck::cli

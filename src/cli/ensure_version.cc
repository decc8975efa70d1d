#include "cli/commands.h"
#include "cli/common_options.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  engine::RunRequest request = context.Request();
  request.plan = [](const std::vector<std::string>&, engine::MigrationContext& migration) {
    migration.EnsureVersionTable();
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace

Command EnsureVersionCommand() {
  return {.spec = {.name = "ensure_version",
                   .help = "Create the alembic version table if it doesn't exist already .",
                   .options = {SqlOption()},
                   .group = group::kApply,
                   .examples = "  limbeck ensure_version\n"},
          .run = Run};
}

}  // namespace limbeck::cli

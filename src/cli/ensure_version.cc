#include "cli/command.h"

namespace limbeck::cli {

void EnsureVersion(CommandContext& context) {
  engine::RunRequest request = context.Request();
  request.plan = [](const std::vector<std::string>&, engine::MigrationContext& migration) {
    migration.EnsureVersionTable();
    return std::vector<graph::Step>{};
  };
  engine::EnvironmentRun(context.project, std::move(request)).Run();
}

}  // namespace limbeck::cli

#include "cli/find_program.h"

#include "base/text.h"

namespace limbeck::cli {

std::optional<std::string> FindProgram(const CommandContext& context, const std::string& name) {
  const engine::Services& services = context.project.services();
  for (const std::string& folder : Split(services.environment->Get("PATH").value_or(""), ':')) {
    const std::string path = JoinPath(folder, name);
    if (services.files->Exists(path)) return path;
  }
  return std::nullopt;
}

}  // namespace limbeck::cli

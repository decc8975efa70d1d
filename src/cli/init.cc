#include "project/init.h"

#include "cli/status_printer.h"

namespace limbeck::cli {

void Init(CommandContext& context) {
  project::InitRequest request;
  request.folder = context.arguments.Get("directory");
  request.environment = context.arguments.Get("template", "generic");
  request.package = context.arguments.Has("package");
  request.config = project::ChooseConfigFiles(context.arguments.All("config"), *context.project.services().environment);
  StatusPrinter status(context);
  project::InitScriptDirectory(request, *context.project.services().files, status);
}

}  // namespace limbeck::cli

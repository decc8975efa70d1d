#include "project/init.h"

#include "cli/commands.h"
#include "cli/status_printer.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  project::InitRequest request;
  request.folder = context.arguments.Get("directory");
  request.environment = context.arguments.Get("template", "generic");
  request.package = context.arguments.Has("package");
  request.config = project::ChooseConfigFiles(context.arguments.All("config"), *context.project.services().environment);
  StatusPrinter status(context);
  project::InitScriptDirectory(request, *context.project.services().files, status);
}

}  // namespace

Command InitCommand() {
  const Option package = {
      {"--package"}, OptionKind::kFlag, "Write empty __init__.py files to the environment and version locations"};
  return {
      .spec = {.name = "init",
               .help = "Initialize a new scripts directory.",
               .options = {{{"-t", "--template"}, OptionKind::kStore, "Setup template for use with 'init'"}, package},
               .positionals = {{"directory", Count::kOne, "location of scripts directory"}},
               .group = group::kWrite,
               .examples = "  limbeck init migrations\n"
                           "  limbeck init -t sql migrations   # revisions in SQL, no Python\n"},
      .run = Run,
      .works_without_configuration = true};
}

}  // namespace limbeck::cli

#include "project/init.h"

#include "cli/commands.h"
#include "cli/status_printer.h"
#include "cli/workflow.h"

namespace limbeck::cli {
namespace {

constexpr const char* kWorkflow = ".github/workflows/migrations.yml";

bool IsPostgresql(CommandContext& context) {
  const project::Config& config = context.project.config();
  if (!config.GetSection(config.config_ini_section())) return false;
  return config.GetMainOption("sqlalchemy.url").value_or("").starts_with("postgres");
}

void WriteWorkflow(CommandContext& context) {
  FileSystem& files = *context.project.services().files;
  const std::string path = files.AbsolutePath(kWorkflow);
  if (files.Exists(path)) return context.Message("File " + path + " already exists, skipping");
  files.MakeDirectories(FolderOf(path));
  files.WriteFile(path, GithubWorkflow(IsPostgresql(context)));
  context.Message("Generating " + path + " ...  done");
}

void Run(CommandContext& context) {
  const bool has_workflow = context.arguments.Has("ci");
  if (has_workflow) WriteWorkflow(context);
  // A project that is there already only gets the workflow.
  if (has_workflow && !context.arguments.Has("directory")) return;
  project::InitRequest request;
  request.folder = context.arguments.Get("directory", "migrations");
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
  const Option ci = {.names = {"--ci"},
                     .kind = OptionKind::kStore,
                     .help = "Write a workflow that tries the migrations; without a directory, nothing else",
                     .choices = {"github"},
                     .is_ours = true};
  return {
      .spec = {.name = "init",
               .help = "Initialize a new scripts directory.",
               .options = {{{"-t", "--template"}, OptionKind::kStore, "Setup template for use with 'init'"},
                           package,
                           ci},
               .positionals = {{"directory", Count::kOptional, "location of scripts directory"}},
               .group = group::kWrite,
               .examples = "  limbeck init migrations\n"
                           "  limbeck init -t sql migrations   # revisions in SQL, no Python\n"
                           "  limbeck init --ci github         # .github/workflows/migrations.yml for this project\n"},
      .run = Run,
      .works_without_configuration = true};
}

}  // namespace limbeck::cli

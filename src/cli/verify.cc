#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/verify_report.h"

namespace limbeck::cli {
namespace {

using assure::Check;

/// Paths below the current folder are shown from there: what annotations of CI need.
void ShortenPaths(std::vector<Check>& checks, FileSystem& files) {
  const std::string folder = files.RealPath(files.CurrentDirectory()) + "/";
  for (Check& check : checks) {
    if (check.file.starts_with(folder)) check.file.erase(0, folder.size());
  }
}

std::vector<Check> RunChecks(CommandContext& context) {
  assure::Replay replay(context.project, context.entropy, context.Request(), ScratchOptionsOf(context));
  assure::VerifyOptions options;
  options.downgrades = !context.arguments.Has("no_downgrade");
  options.models = !context.arguments.Has("no_models");
  options.single_head = !context.arguments.Has("allow_heads");
  if (context.terminal.err_is_terminal() && !context.quiet) {
    options.progress = [&context](const Check& check) {
      context.terminal.Err("\r\x1b[K" + check.name + " " + check.revision);
    };
  }
  std::vector<Check> checks = assure::Verify(replay, options);
  if (options.progress) context.terminal.Err("\r\x1b[K");
  ShortenPaths(checks, *context.project.services().files);
  return checks;
}

void Run(CommandContext& context) {
  const std::vector<Check> checks = RunChecks(context);
  const engine::Services& services = context.project.services();
  if (context.arguments.Has("junit")) {
    services.files->WriteFile(context.arguments.Get("junit"), VerifyJunit(checks));
  }
  if (context.report != nullptr) {
    ReportChecks(checks, *context.report);
  } else {
    context.terminal.Out(VerifyText(checks, context.arguments.Has("verbose")));
    const bool is_github = services.environment->Get("GITHUB_ACTIONS").value_or("") == "true";
    if (is_github || context.arguments.Has("github")) context.terminal.Out(VerifyAnnotations(checks));
  }
  if (CountChecks(checks, Check::Outcome::kFailed) != 0) context.exit_code = 1;
}

}  // namespace

Command VerifyCommand() {
  return {
      .spec = {.name = "verify",
               .help = "Try every revision up, down and up again on a scratch database, and compare the models.",
               .options = {{{"--no-downgrade"}, OptionKind::kFlag, "Do not take revisions back"},
                           {{"--no-models"}, OptionKind::kFlag, "Do not compare the models with the migrations"},
                           {{"--allow-heads"}, OptionKind::kFlag, "More than one head is as it should be"},
                           ScratchUrlOption(),
                           {{"--junit"}, OptionKind::kStore, "Write the report as JUnit's XML to this file", "FILE"},
                           {{"--github"}, OptionKind::kFlag, "Print annotations as GitHub's workflows show them"},
                           JsonOption(),
                           VerboseOption()},
               .group = group::kLook,
               .examples = "  limbeck verify                # the project's database is not touched\n"
                           "  limbeck verify --junit verify.xml\n",
               .is_ours = true},
      .run = Run};
}

}  // namespace limbeck::cli

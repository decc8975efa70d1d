#include "base/text.h"
#include "cli/commands.h"
#include "cli/completion_script.h"

namespace limbeck::cli {
namespace {

/// What stands for a revision in the project of the current folder: ids, branch labels, and the words for the ends.
void PrintRevisions(CommandContext& context) {
  for (const char* word : {"head", "heads", "base", "current", "+1", "-1"}) context.Print(word);
  for (const graph::RevisionMap::Name& name : context.project.revisions().names()) context.Print(name.text);
}

void Run(CommandContext& context) {
  const std::string what = context.arguments.Get("shell");
  if (what == "revisions") return PrintRevisions(context);
  const std::string program = context.is_alembic ? "alembic" : "limbeck";
  const std::vector<Option> global_options = GlobalOptions();
  const std::vector<CommandSpec> commands = context.is_alembic ? AlembicCommandSpecs() : CommandSpecs();
  const CompletionRequest request{program, global_options, commands};
  if (what == "bash") return context.terminal.Out(BashCompletion(request));
  if (what == "zsh") return context.terminal.Out(ZshCompletion(request));
  if (what == "fish") return context.terminal.Out(FishCompletion(request));
  throw Error(ErrorKind::kUsage, "there is no completion for " + PythonRepr(what)).Hint("bash, zsh and fish have one");
}

}  // namespace

Command CompletionCommand() {
  return {.spec = {.name = "completion",
                   .help = "Print the shell's code that completes command lines of this program.",
                   .positionals = {{"shell", Count::kOne, "bash, zsh or fish"}},
                   .group = group::kLook,
                   .examples = "  source <(limbeck completion bash)\n"
                               "  limbeck completion zsh > \"${fpath[1]}/_limbeck\"\n"
                               "  limbeck completion fish > ~/.config/fish/completions/limbeck.fish\n",
                   .is_ours = true},
          .run = Run,
          .works_without_configuration = true};
}

}  // namespace limbeck::cli

#include "base/text.h"
#include "cli/commands.h"
#include "cli/manual_page.h"

namespace limbeck::cli {
namespace {

void Run(CommandContext& context) {
  if (context.arguments.Has("man")) return context.terminal.Out(ManualPage(GlobalOptions(), CommandSpecs()));
  const ArgumentParser parser = MakeParser(context.is_alembic);
  std::vector<std::string> words = {"--help"};
  if (context.arguments.Has("command")) words.insert(words.begin(), context.arguments.Get("command"));
  const ParseResult result = parser.Parse(words, context.terminal.columns());
  if (result.kind == ParseResult::Kind::kHelp) return context.terminal.Out(result.text);
  context.terminal.Err(result.text);
  context.exit_code = kUsage;
}

}  // namespace

Command HelpCommand() {
  return {.spec = {.name = "help",
                   .help = "Tell how a command is used.",
                   .options = {{.names = {"--man"}, .help = "Print the manual page"}},
                   .positionals = {{"command", Count::kOptional, "a command; without one, the program itself"}},
                   .group = group::kLook,
                   .examples = "  limbeck help upgrade\n"
                               "  limbeck help --man | man -l -\n",
                   .is_ours = true},
          .run = Run,
          .works_without_configuration = true};
}

}  // namespace limbeck::cli

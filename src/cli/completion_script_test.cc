#include "cli/completion_script.h"

#include <gtest/gtest.h>

#include "cli/manual_page.h"

namespace limbeck::cli {
namespace {

const std::vector<Option> kGlobal = {{.names = {"-c", "--config"}, .kind = OptionKind::kStore, .help = "Its file"}};
const std::vector<CommandSpec> kCommands = {
    {.name = "show",
     .help = "Show it; don't ask.",
     .options = {{.names = {"-v", "--verbose"}, .help = "More [words]"}, {.names = {"--secret"}, .hidden = true}},
     .positionals = {{"rev", Count::kOne, ""}},
     .group = "look",
     .examples = "  limbeck show head\n"},
    {.name = "unlisted"}};
const std::string kProgram = "limbeck";

TEST(CompletionScript, Bash) {
  EXPECT_EQ(BashCompletion({kProgram, kGlobal, kCommands}),
            "# bash completion of limbeck\n"
            "_limbeck() {\n"
            "  local word=${COMP_WORDS[COMP_CWORD]} command= index=1\n"
            "  COMPREPLY=()\n"
            "  while ((index < COMP_CWORD)); do\n"
            "    case ${COMP_WORDS[index]} in\n"
            "      -c|--config) ((index += 2)) ;;\n"
            "      -*) ((index += 1)) ;;\n"
            "      *) command=${COMP_WORDS[index]}; break ;;\n"
            "    esac\n"
            "  done\n"
            "  case $command in\n"
            "    '')\n"
            "      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"-h --help -c --config\" -- \"$word\"))\n"
            "      else COMPREPLY=($(compgen -W \"show\" -- \"$word\"))\n"
            "      fi ;;\n"
            "    show)\n"
            "      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"-h --help -v --verbose\" -- \"$word\"))\n"
            "      else COMPREPLY=($(compgen -W \"$(limbeck completion revisions 2>/dev/null)\" -- \"$word\"))\n"
            "      fi ;;\n"
            "  esac\n"
            "}\n"
            "complete -o default -F _limbeck limbeck\n");
}

TEST(CompletionScript, Zsh) {
  EXPECT_EQ(ZshCompletion({kProgram, kGlobal, kCommands}),
            "#compdef limbeck\n"
            "# zsh completion of limbeck\n"
            "\n"
            "_limbeck_revisions() {\n"
            "  local -a revisions\n"
            "  revisions=(${(f)\"$(limbeck completion revisions 2>/dev/null)\"})\n"
            "  compadd -a revisions\n"
            "}\n"
            "\n"
            "_limbeck_commands() {\n"
            "  local -a commands\n"
            "  commands=(\n"
            "    'show:Show it; don'\\''t ask.'\n"
            "  )\n"
            "  _describe command commands\n"
            "}\n"
            "\n"
            "_limbeck() {\n"
            "  local curcontext=$curcontext state line\n"
            "  _arguments -C \\\n"
            "    ''{-c,--config}'[Its file]:config:_files' \\\n"
            "    '1:command:_limbeck_commands' \\\n"
            "    '*::argument:->argument'\n"
            "  [[ $state == argument ]] || return\n"
            "  case $words[1] in\n"
            "    show)\n"
            "      _arguments \\\n"
            "        ''{-v,--verbose}'[More (words)]' \\\n"
            "        '*:revision:_limbeck_revisions' ;;\n"
            "  esac\n"
            "}\n"
            "\n"
            "_limbeck \"$@\"\n");
}

TEST(CompletionScript, Fish) {
  EXPECT_EQ(FishCompletion({kProgram, kGlobal, kCommands}),
            "# fish completion of limbeck\n"
            "complete -c limbeck -n '__fish_use_subcommand' -s c -l config -r -d 'Its file'\n"
            "complete -c limbeck -f -n __fish_use_subcommand -a show -d 'Show it; don'\\''t ask.'\n"
            "complete -c limbeck -n '__fish_seen_subcommand_from show' -s v -l verbose -d 'More [words]'\n"
            "complete -c limbeck -f -n '__fish_seen_subcommand_from show' -a "
            "'(limbeck completion revisions 2>/dev/null)'\n");
}

TEST(ManualPage, TellsEachListedCommand) {
  const std::string page = ManualPage(kGlobal, kCommands);
  EXPECT_NE(page.find(".TP\n\\fB\\-c\\fR \\fICONFIG\\fR, \\fB\\-\\-config\\fR \\fICONFIG\\fR\nIts file\n"),
            std::string::npos)
      << page;
  EXPECT_NE(page.find(".SS show\n\\fBlimbeck show\\fR [\\fIoptions\\fR] \\fIrev\\fR\n.PP\nShow it; don't ask.\n"
                      ".TP\n\\fB\\-v\\fR, \\fB\\-\\-verbose\\fR\nMore [words]\n"
                      ".PP\n.nf\n  limbeck show head\n.fi\n"),
            std::string::npos)
      << page;
  EXPECT_EQ(page.find("unlisted"), std::string::npos);
  EXPECT_EQ(page.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace limbeck::cli

#include "cli/argument_parser.h"

#include <gtest/gtest.h>

#include "cli/commands.h"

namespace limbeck::cli {
namespace {

constexpr int kColumns = 80;

ArgumentParser AlembicParser() {
  return {"alembic",
          "",
          GlobalOptions(),
          AlembicCommandSpecs(),
          {.suggest = false, .grouped = false, .default_positionals = false}};
}

ArgumentParser LimbeckParser() {
  return {"limbeck", "", GlobalOptions(), CommandSpecs(), {}};
}

TEST(ArgumentParser, UsageOfACommandIsArgparses) {
  const ParseResult result = AlembicParser().Parse({"revision", "-h"}, kColumns);
  ASSERT_EQ(result.kind, ParseResult::Kind::kHelp);
  EXPECT_EQ(result.text.substr(0, result.text.find("\n\n")),
            "usage: alembic revision [-h] [-m MESSAGE] [--autogenerate] [--sql]\n"
            "                        [--head HEAD] [--splice] [--branch-label BRANCH_LABEL]\n"
            "                        [--version-path VERSION_PATH] [--rev-id REV_ID]\n"
            "                        [--depends-on DEPENDS_ON]");
}

TEST(ArgumentParser, HelpOfACommandIsArgparses) {
  EXPECT_EQ(AlembicParser().Parse({"upgrade", "--help"}, kColumns).text,
            "usage: alembic upgrade [-h] [--sql] [--tag TAG] revision\n"
            "\n"
            "positional arguments:\n"
            "  revision    revision identifier\n"
            "\n"
            "options:\n"
            "  -h, --help  show this help message and exit\n"
            "  --sql       Don't emit SQL to database - dump to standard output/file\n"
            "              instead. See docs on offline mode.\n"
            "  --tag TAG   Arbitrary 'tag' name - can be used by custom env.py scripts.\n");
}

TEST(ArgumentParser, ErrorsAreArgparses) {
  const std::string commands =
      "branches,check,current,downgrade,edit,ensure_version,heads,history,init,list_templates,merge,revision,show,"
      "stamp,upgrade";
  const std::string usage =
      "usage: alembic [-h] [--version] [-c CONFIG] [-n NAME] [-x X] [--raiseerr] [-q]\n"
      "               {" +
      commands +
      "}\n"
      "               ...\n";
  const std::vector<std::pair<std::vector<std::string>, std::string>> rows = {
      {{}, usage + "alembic: error: too few arguments\n"},
      {{"upgrade"},
       "usage: alembic upgrade [-h] [--sql] [--tag TAG] revision\n"
       "alembic upgrade: error: the following arguments are required: revision\n"},
      {{"history", "--nosuch"}, usage + "alembic: error: unrecognized arguments: --nosuch\n"},
      {{"history", "-r", "-x"},
       "usage: alembic history [-h] [-r REV_RANGE] [-v] [-i]\n"
       "alembic history: error: argument -r/--rev-range: expected one argument\n"},
      {{"upgrade", "a", "b"}, usage + "alembic: error: unrecognized arguments: b\n"},
      {{"upgrade", "--sql=x", "a"},
       "usage: alembic upgrade [-h] [--sql] [--tag TAG] revision\n"
       "alembic upgrade: error: argument --sql: ignored explicit argument 'x'\n"},
  };
  for (const auto& [words, text] : rows) {
    const ParseResult result = AlembicParser().Parse(words, kColumns);
    EXPECT_EQ(result.kind, ParseResult::Kind::kError);
    EXPECT_EQ(result.text, text);
  }
}

TEST(ArgumentParser, ReadsWordsAsArgparseDoes) {
  const ArgumentParser parser = AlembicParser();
  const ParseResult result =
      parser.Parse({"-c", "a.ini", "--config=b.toml", "-xk=v", "history", "-vi", "--rev-r", "a:b"}, kColumns);
  ASSERT_EQ(result.kind, ParseResult::Kind::kCommand) << result.text;
  EXPECT_EQ(result.command->name, "history");
  EXPECT_EQ(result.arguments.All("config"), (std::vector<std::string>{"a.ini", "b.toml"}));
  EXPECT_EQ(result.arguments.All("x"), std::vector<std::string>{"k=v"});
  EXPECT_EQ(result.arguments.Get("rev_range"), "a:b");
  EXPECT_TRUE(result.arguments.Has("verbose"));
  EXPECT_TRUE(result.arguments.Has("indicate_current"));
  EXPECT_FALSE(result.arguments.Has("quiet"));
}

TEST(ArgumentParser, NegativeNumbersAreRevisions) {
  EXPECT_EQ(AlembicParser().Parse({"downgrade", "-1"}, kColumns).arguments.Get("revision"), "-1");
}

TEST(ArgumentParser, LimbeckHasDefaultsAndSuggestions) {
  EXPECT_EQ(LimbeckParser().Parse({"upgrade"}, kColumns).kind, ParseResult::Kind::kCommand);
  const ParseResult command = LimbeckParser().Parse({"upgarde"}, kColumns);
  EXPECT_NE(command.text.find("limbeck: error: there is no command 'upgarde'\n  hint: did you mean 'upgrade'?\n"),
            std::string::npos)
      << command.text;
  const ParseResult option = LimbeckParser().Parse({"upgrade", "--slq"}, kColumns);
  EXPECT_NE(option.text.find("unrecognized arguments: --slq\n  hint: did you mean '--sql'?\n"), std::string::npos);
}

}  // namespace
}  // namespace limbeck::cli

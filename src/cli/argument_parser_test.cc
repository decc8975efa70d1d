#include "cli/argument_parser.h"

#include <gtest/gtest.h>

#include "cli/commands.h"

namespace limbeck::cli {
namespace {

constexpr int kColumns = 80;

ArgumentParser AlembicParser() {
  return MakeParser(true);
}

ArgumentParser LimbeckParser() {
  return MakeParser(false);
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

TEST(ArgumentParser, WhatLimbeckAddsDoesNotSpoilAlembicsAbbreviations) {
  const Option theirs = {.names = {"--tag"}};
  const Option ours = {.names = {"--table"}, .is_ours = true};
  const ArgumentParser parser("limbeck", "", {}, {{.name = "go", .options = {ours, theirs}}}, {});
  const std::pair<const char*, const char*> rows[] = {{"--ta", "tag"}, {"--t", "tag"}, {"--tab", "table"}};
  for (const auto& [word, name] : rows) {
    const ParseResult result = parser.Parse({"go", word}, kColumns);
    ASSERT_EQ(result.kind, ParseResult::Kind::kCommand) << result.text;
    EXPECT_TRUE(result.arguments.Has(name)) << word;
  }
}

TEST(ArgumentParser, EveryCommandHasAHeadingAndExamples) {
  for (const Command& command : Commands()) {
    EXPECT_FALSE(command.spec.group.empty()) << command.spec.name;
    EXPECT_FALSE(command.spec.examples.empty()) << command.spec.name;
    EXPECT_NE(command.run, nullptr) << command.spec.name;
  }
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

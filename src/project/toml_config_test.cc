#include "project/toml_config.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

TEST(ParseTomlConfig, ReadsEveryKindOfValue) {
  const std::string text =
      "[project]\nname = 'x'\n"
      "[tool.alembic]\nscript_location = '%(here)s/m'\nsourceless = true\ntruncate_slug_length = 20\n"
      "prepend_sys_path = ['.', 'src']\nnone = []\nwhen = 2024-01-01\nmixed = ['a', 1]\ntable = {a = 'b'}\n"
      "[[tool.alembic.post_write_hooks]]\nname = 'black'\ntype = 'exec'\n";
  const TomlConfig config = ParseTomlConfig(MakeSource("pyproject.toml", text));
  const std::map<std::string, TomlValue> expected = {
      {"script_location", "%(here)s/m"},
      {"sourceless", true},
      {"truncate_slug_length", int64_t{20}},
      {"prepend_sys_path", std::vector<std::string>{".", "src"}},
      {"none", std::vector<std::string>{}},
      {"when", TomlUnsupported{}},
      {"mixed", TomlUnsupported{}},
      {"table", TomlTable{{"a", "b"}}},
      {"post_write_hooks", std::vector<TomlTable>{{{"name", "black"}, {"type", "exec"}}}},
  };
  EXPECT_EQ(config.values, expected);
  EXPECT_EQ(config.source->PlaceOf(config.spans.at("sourceless")).Render(),
            "pyproject.toml:5:14\n    sourceless = true\n                 ^~~~");
}

TEST(ParseTomlConfig, TellsWhetherTheTableIsThere) {
  EXPECT_FALSE(HasTomlSection(MakeSource("p", "[project]\nname = 'x'\n")));
  EXPECT_FALSE(HasTomlSection(MakeSource("p", "tool = 1\n")));
  EXPECT_TRUE(HasTomlSection(MakeSource("p", "[tool.alembic]\n")));
  EXPECT_TRUE(ParseTomlConfig(MakeSource("p", "[project]\n")).values.empty());
}

TEST(ReadProjectSources, TakesPathsAndMembers) {
  const std::string text =
      "[tool.uv.workspace]\nmembers = ['packages/*', 'tools']\n"
      "[tool.uv.sources]\none = {path = '../one', editable = true}\ntwo = {workspace = true}\nthree = {git = 'x'}\n"
      "[tool.poetry.dependencies]\npython = '^3.11'\nfour = {path = '../four', develop = true}\n"
      "[tool.poetry.group.dev.dependencies]\nfive = {path = '../five'}\n";
  const TomlProjectSources expected = {
      .paths = {"../one", "../four", "../five"}, .uses_workspace = true, .members = {"packages/*", "tools"}};
  EXPECT_EQ(ReadProjectSources(text), expected);
  EXPECT_EQ(ReadProjectSources("tool = 1\n"), TomlProjectSources());
  EXPECT_EQ(ReadProjectSources("= 1\n"), TomlProjectSources());
}

TEST(ParseTomlConfig, ShowsThePlaceOfAnError) {
  EXPECT_EQ(ErrorOf([] { ParseTomlConfig(MakeSource("pyproject.toml", "[tool]\nalembic = 'x'\n")); }),
            "Incorrect TOML format\n  at pyproject.toml:2:11\n    alembic = 'x'\n              ^~~\n"
            "  hint: [tool.alembic] is a table");
  EXPECT_EQ(ErrorOf([] { ParseTomlConfig(MakeSource("pyproject.toml", "tool = 3\n")); }),
            "Incorrect TOML format\n  at pyproject.toml:1:8\n    tool = 3\n           ^\n"
            "  hint: [tool.alembic] is a table");
  const std::string error = ErrorOf([] { ParseTomlConfig(MakeSource("pyproject.toml", "a = 'ä'\nb = = 2\n")); });
  EXPECT_NE(error.find("  at pyproject.toml:2:5\n    b = = 2\n        ^"), std::string::npos) << error;
}

}  // namespace
}  // namespace limbeck::project

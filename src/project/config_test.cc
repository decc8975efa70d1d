#include "project/config.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

Config LoadIni(const std::string& text, const std::string& section = "alembic") {
  MemoryFileSystem files(TextMap{{"/project/alembic.ini", text}});
  return Config::Load(files, {}, section);
}

Config LoadToml(const std::string& text, const std::string& ini = "") {
  MemoryFileSystem files({{"/project/pyproject.toml", text}, {"/project/alembic.ini", ini}});
  return Config::Load(files, {});
}

TEST(ChooseConfigFiles, FollowsOptionsThenTheEnvironment) {
  struct Row {
    Texts named;
    const char* variable;
    ConfigFiles chosen;
  };
  const Row rows[] = {
      {{}, "", {"alembic.ini", "pyproject.toml"}},
      {{"a.ini"}, "", {"a.ini", "pyproject.toml"}},
      {{"x/pyproject.toml"}, "", {"alembic.ini", "x/pyproject.toml"}},
      {{"x/pyproject.toml", "a.ini"}, "b.ini", {"a.ini", "x/pyproject.toml"}},
      {{}, "b.ini", {"b.ini", "pyproject.toml"}},
      {{}, "y/pyproject.toml", {"alembic.ini", "y/pyproject.toml"}},
      {{"a.ini"}, "y/pyproject.toml", {"a.ini", "y/pyproject.toml"}},
  };
  for (const Row& row : rows) {
    FakeEnvironment environment(TextMap{{"ALEMBIC_CONFIG", row.variable}});
    EXPECT_EQ(ChooseConfigFiles(row.named, environment), row.chosen);
  }
  FakeEnvironment none;
  EXPECT_EQ(ErrorOf([&] { ChooseConfigFiles({"a.ini", "b.ini"}, none); }), "only one ini file may be indicated");
  EXPECT_EQ(ErrorOf([&] {
              ChooseConfigFiles({"pyproject.toml", "a/pyproject.toml"}, none);
            }),
            "pyproject.toml indicated more than once");
}

TEST(Config, WorksWithoutFiles) {
  MemoryFileSystem files;
  const Config config = Config::Load(files, {});
  EXPECT_FALSE(config.has_ini_file());
  EXPECT_FALSE(config.has_toml_file());
  EXPECT_EQ(config.config_file_name(), "alembic.ini");
  EXPECT_EQ(config.GetAlembicText("script_location"), std::nullopt);
  EXPECT_EQ(config.VersionLocations(), std::nullopt);
  EXPECT_TRUE(config.Hooks().empty());
  EXPECT_EQ(config.GetSection("alembic"), std::nullopt);
  EXPECT_EQ(ErrorOf([&] { config.GetMainOption("x"); }),
            "No config file 'alembic.ini' found, or file has no '[alembic]' section");
}

TEST(Config, IsMadeByPrograms) {
  Config config;
  EXPECT_EQ(config.config_file_name(), std::nullopt);
  config.SetMainOption("script_location", "%(here)s/m");
  config.SetSectionOption("other", "a", "b%40c");
  EXPECT_EQ(config.GetAlembicText("script_location"), "./m");
  EXPECT_EQ(config.GetSectionOption("other", "A"), "b%40c");
  config.RemoveMainOption("script_location");
  EXPECT_EQ(config.GetMainOption("script_location"), std::nullopt);
  EXPECT_EQ(ErrorOf([&] { config.GetSectionOption("nosuch", "a"); }),
            "No config file None found, or file has no '[nosuch]' section");
}

TEST(Config, KnowsWhereItsFilesAre) {
  MemoryFileSystem files(
      {{"/project/a/x.ini", "[s]\nl = %(here)s/%(more)s\n"},
       {"/project/b/pyproject.toml", "[tool.alembic]\nl = '%(here)s|%(more)s|%%'\nm = ['%(here)s']\n"}});
  const Config config = Config::Load(files, {"a/../a/x.ini", "b/./pyproject.toml"}, "s", {{"more", "M"}});
  EXPECT_EQ(config.GetMainOption("l"), "/project/a/../a/M");
  EXPECT_EQ(config.GetAlembicOption("m"), TomlValue(Texts{"/project/b"}));
  EXPECT_EQ(Config::Load(files, {"none", "b/pyproject.toml"}, "s", {{"more", "M"}}).GetAlembicText("l"),
            "/project/b|M|%");
}

TEST(Config, TheIniWinsOptionByOption) {
  const Config config =
      LoadToml("[tool.alembic]\na = 'toml'\nb = 'toml'\nsourceless = true\n", "[alembic]\na = ini\nsourceless=no\n");
  EXPECT_EQ(config.GetAlembicText("a"), "ini");
  EXPECT_EQ(config.GetAlembicText("b"), "toml");
  EXPECT_EQ(config.GetMainOption("b"), std::nullopt);
  EXPECT_FALSE(config.GetAlembicBoolean("sourceless"));
}

TEST(Config, BooleansAreTrueOnlyAsTrue) {
  EXPECT_TRUE(LoadIni("[alembic]\nsourceless = true").GetAlembicBoolean("sourceless"));
  EXPECT_FALSE(LoadIni("[alembic]\nsourceless = True").GetAlembicBoolean("sourceless"));
  EXPECT_TRUE(LoadToml("[tool.alembic]\nsourceless = true").GetAlembicBoolean("sourceless"));
  EXPECT_FALSE(LoadToml("").GetAlembicBoolean("sourceless"));
  EXPECT_EQ(ErrorOf([] { LoadToml("[tool.alembic]\nsourceless = 'true'").GetAlembicBoolean("sourceless"); }),
            "boolean value expected for TOML parameter 'sourceless'\n"
            "  at pyproject.toml:2:14\n    sourceless = 'true'\n                 ^~~~~~\n"
            "  hint: sourceless = true or sourceless = false, without quotes");
}

TEST(Config, RevisionEnvironmentIsReadAsSqlalchemyDoes) {
  for (const char* word : {"true", "YES", "on", "y", "t", "1"}) {
    EXPECT_TRUE(LoadIni(std::string("[alembic]\nrevision_environment = ") + word).RevisionEnvironment()) << word;
  }
  for (const char* word : {"false", "No", "off", "n", "f", "0"}) {
    EXPECT_FALSE(LoadIni(std::string("[alembic]\nrevision_environment = ") + word).RevisionEnvironment()) << word;
  }
  EXPECT_FALSE(LoadIni("[alembic]").RevisionEnvironment());
  EXPECT_TRUE(LoadToml("[tool.alembic]\nrevision_environment = true").RevisionEnvironment());
  EXPECT_EQ(ErrorOf([] { LoadIni("[alembic]\nrevision_environment = maybe").RevisionEnvironment(); }),
            "String is not true/false: 'maybe'\n  at alembic.ini:2:24\n    revision_environment = maybe\n"
            "                           ^~~~~");
}

TEST(Config, SlugLengthIsANumberOrText) {
  EXPECT_EQ(LoadIni("[alembic]\ntruncate_slug_length = 12").TruncateSlugLength(), 12);
  EXPECT_EQ(LoadToml("[tool.alembic]\ntruncate_slug_length = 13").TruncateSlugLength(), 13);
  EXPECT_EQ(LoadToml("[tool.alembic]\ntruncate_slug_length = '14'").TruncateSlugLength(), 14);
  EXPECT_EQ(LoadIni("[alembic]").TruncateSlugLength(), std::nullopt);
  EXPECT_EQ(ErrorOf([] { LoadIni("[alembic]\ntruncate_slug_length = x").TruncateSlugLength(); }),
            "invalid literal for int() with base 10: 'x'\n  at alembic.ini:2:24\n    truncate_slug_length = x\n"
            "                           ^");
}

TEST(Config, RefusesTomlOfTheWrongKind) {
  EXPECT_EQ(ErrorOf([] { LoadToml("[tool.alembic]\na = 1.5").GetAlembicOption("a"); }),
            "unsupported TOML value type for key: 'a'\n  at pyproject.toml:2:5\n    a = 1.5\n        ^~~");
  EXPECT_EQ(ErrorOf([] { LoadToml("[tool.alembic]\na = ['x']").GetAlembicText("a"); }),
            "text value expected for TOML parameter 'a'\n  at pyproject.toml:2:5\n    a = ['x']\n        ^~~~~");
  EXPECT_EQ(ErrorOf([] { LoadToml("[tool.alembic]\nversion_locations = 'x'").VersionLocations(); }),
            "list of texts expected for TOML parameter 'version_locations'\n  at pyproject.toml:2:21\n"
            "    version_locations = 'x'\n                        ^~~\n  hint: version_locations = [\"...\"]");
  EXPECT_EQ(ErrorOf([] { LoadToml("[tool.alembic]\na = '%(nosuch)s'").GetAlembicText("a"); }),
            "'nosuch'\n  at pyproject.toml:2:5\n    a = '%(nosuch)s'\n        ^~~~~~~~~~~~\n"
            "  hint: a percent sign that is meant literally is written twice: %%");
}

TEST(Config, SplitsVersionLocations) {
  struct Row {
    const char* ini;
    Texts parts;
    size_t notes;
  };
  const Row rows[] = {
      {"path_separator = os\nversion_locations = a:b::c", {"a", "b", "c"}, 0},
      {"path_separator = :\nversion_locations = a : b", {"a", "b"}, 0},
      {"path_separator = ;\nversion_locations = a;b", {"a", "b"}, 0},
      {"path_separator = space\nversion_locations = a  b", {"a", "b"}, 0},
      {"path_separator = newline\nversion_locations =\n  a b\n  c", {"a b", "c"}, 0},
      {"version_path_separator = os\nversion_locations = a:b", {"a", "b"}, 1},
      {"version_path_separator = os\npath_separator = space\nversion_locations = a:b c", {"a:b", "c"}, 0},
      {"version_locations = a, b  c,d", {"a", "b", "c", "d"}, 1},
      {"version_locations = a ,b", {"a", "", "b"}, 1},
  };
  for (const Row& row : rows) {
    Texts notes;
    EXPECT_EQ(LoadIni(std::string("[alembic]\n") + row.ini).VersionLocations(&notes), row.parts) << row.ini;
    EXPECT_EQ(notes.size(), row.notes) << row.ini;
  }
  EXPECT_EQ(LoadToml("[tool.alembic]\nversion_locations = ['%(here)s/a', 'b']").VersionLocations(),
            (Texts{"/project/a", "b"}));
  EXPECT_EQ(ErrorOf([] { LoadIni("[alembic]\npath_separator = comma\nversion_locations = a").VersionLocations(); }),
            "'comma' is not a valid value for path_separator; expected 'space', 'newline', 'os', ':', ';'\n"
            "  at alembic.ini:2:18\n    path_separator = comma\n                     ^~~~~");
}

TEST(Config, SplitsPrependSysPath) {
  Texts notes;
  EXPECT_EQ(LoadIni("[alembic]\nprepend_sys_path = .:src, lib x").PrependSysPath(&notes),
            (Texts{".", "src", "lib", "x"}));
  EXPECT_EQ(notes,
            Texts{"No path_separator found in configuration; falling back to legacy splitting on spaces, commas, "
                  "and colons for prepend_sys_path.  Consider adding path_separator=os to Alembic config."});
  EXPECT_EQ(LoadIni("[alembic]\npath_separator = os\nprepend_sys_path = .:src").PrependSysPath(), (Texts{".", "src"}));
  EXPECT_EQ(LoadToml("[tool.alembic]\nprepend_sys_path = ['.']").PrependSysPath(), Texts{"."});
}

TEST(Config, ReadsHooks) {
  const std::string ini =
      "[post_write_hooks]\nhooks = black, ruff\nblack.type = console_scripts\nblack.entrypoint = black\n"
      "ruff.type = exec\nruff.cwd = %(here)s\nblackened.type = no\n";
  const std::vector<PostWriteHook> expected = {
      {"black", {{"type", "console_scripts"}, {"entrypoint", "black"}}},
      {"ruff", {{"type", "exec"}, {"cwd", "/project"}}},
  };
  EXPECT_EQ(LoadIni(ini).Hooks(), expected);
  const std::string toml = "[[tool.alembic.post_write_hooks]]\nname = 'ruff'\ntype = 'exec'\ncwd = '%(here)s'\n";
  const std::vector<PostWriteHook> from_toml = {{"ruff", {{"cwd", "/project"}, {"type", "exec"}}}};
  EXPECT_EQ(LoadToml(toml).Hooks(), from_toml);
  EXPECT_TRUE(LoadToml(toml, "[post_write_hooks]\n").Hooks().empty());
  EXPECT_TRUE(LoadToml("[tool.alembic]\npost_write_hooks = []").Hooks().empty());
  EXPECT_EQ(ErrorOf([] { LoadToml("[[tool.alembic.post_write_hooks]]\ntype = 'exec'\n").Hooks(); }),
            "a post write hook has no 'name'\n  at pyproject.toml:1:1\n    [[tool.alembic.post_write_hooks]]\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~");
}

TEST(Config, RefusesFilesThatAreNotUtf8) {
  EXPECT_EQ(ErrorOf([] { LoadIni("[alembic]\na = gr\xFC n\n"); }),
            "'alembic.ini' is not UTF-8: byte 0xfc at position 16\n  at alembic.ini:2\n  hint: save the file as UTF-8");
}

TEST(Config, RefusesAFolderForAFile) {
  MemoryFileSystem files(TextMap{{"/project/alembic.ini/x", ""}});
  EXPECT_EQ(ErrorOf([&] { Config::Load(files, {}); }), "Is a directory: 'alembic.ini'");
}

}  // namespace
}  // namespace limbeck::project

#include "project/init.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"
#include "project/revision_files.h"
#include "project/script_directory.h"
#include "project/template_files.h"

namespace limbeck::project {
namespace {

Texts Init(MemoryFileSystem& files, const InitRequest& request) {
  StatusRecorder status;
  InitScriptDirectory(request, files, status);
  return status.lines();
}

TEST(InitScriptDirectory, WritesTheGenericTemplate) {
  MemoryFileSystem files;
  const Texts expected = {
      "Creating directory /project/migrations ...  done",
      "Creating directory /project/migrations/versions ...  done",
      "Generating /project/migrations/README ...  done",
      "Generating /project/alembic.ini ...  done",
      "Generating /project/migrations/env.py ...  done",
      "Generating /project/migrations/script.py.mako ...  done",
      "Please edit configuration/connection/logging settings in /project/alembic.ini before proceeding.",
  };
  EXPECT_EQ(Init(files, {.folder = "migrations"}), expected);
  const Config config = Config::Load(files, {});
  EXPECT_EQ(config.GetMainOption("script_location"), "/project/migrations");
  EXPECT_EQ(config.GetMainOption("sqlalchemy.url"), "driver://user:pass@localhost/dbname");
  FakeEnvironment environment;
  Texts notes;
  EXPECT_EQ(OpenScriptDirectory(config, files, environment, &notes).search_path, (Texts{".", "."}));
  EXPECT_TRUE(notes.empty());
}

TEST(InitScriptDirectory, EveryTemplateGivesAProject) {
  for (const EnvironmentTemplate& it : EnvironmentTemplates()) {
    EXPECT_FALSE(it.synopsis.empty()) << it.name;
    MemoryFileSystem files;
    Init(files, {.folder = "m", .environment = it.name});
    FakeEnvironment environment;
    const ScriptDirectory directory = OpenScriptDirectory(Config::Load(files, {}), files, environment);
    EXPECT_EQ(directory.folder, "/project/m") << it.name;
    EXPECT_TRUE(ScanRevisions(directory, files, nullptr).files.empty()) << it.name;
  }
}

TEST(InitScriptDirectory, NamesTheFolderFromTheFilesPlace) {
  struct Row {
    const char* folder;
    const char* ini;
    const char* location;
  };
  const Row rows[] = {
      {"m", "alembic.ini", "%(here)s/m"},
      {"./a//b/", "alembic.ini", "%(here)s/a/b"},
      {"/elsewhere/m", "alembic.ini", "/elsewhere/m"},
      {"m", "conf/x.ini", "%(here)s/../m"},
      {"../m", "alembic.ini", "%(here)s/../m"},
      {".", "alembic.ini", "%(here)s"},
  };
  for (const Row& row : rows) {
    MemoryFileSystem files;
    if (row.ini[0] == 'c') files.MakeDirectories("conf");
    Init(files, {.folder = row.folder, .config = {row.ini, "pyproject.toml"}});
    EXPECT_EQ(Config::Load(files, {row.ini, "none.toml"}).parser().GetRaw("alembic", "script_location"), row.location)
        << row.folder;
  }
}

TEST(InitScriptDirectory, MakesPackages) {
  MemoryFileSystem files;
  const Texts lines = Init(files, {.folder = "m", .package = true});
  EXPECT_EQ(lines[6], "Adding /project/m/__init__.py ...  done");
  EXPECT_EQ(lines[7], "Adding /project/m/versions/__init__.py ...  done");
  EXPECT_EQ(files.ReadFile("m/versions/__init__.py"), "");
}

TEST(InitScriptDirectory, KeepsConfigurationThatIsThere) {
  MemoryFileSystem files(
      {{"/project/alembic.ini", "[alembic]\n"}, {"/project/pyproject.toml", "[project]\nname = 'x'\n"}});
  Texts expected = {
      "Creating directory /project/m ...  done",        "Creating directory /project/m/versions ...  done",
      "Generating /project/m/README ...  done",         "File /project/alembic.ini already exists, skipping",
      "Generating /project/m/env.py ...  done",         "Appending to existing /project/pyproject.toml ...  done",
      "Generating /project/m/script.py.mako ...  done",
  };
  expected.emplace_back(
      "Please edit configuration settings in /project/pyproject.toml and configuration/connection/logging settings in "
      "/project/alembic.ini before proceeding.");
  EXPECT_EQ(Init(files, {.folder = "m", .environment = "pyproject"}), expected);
  EXPECT_EQ(files.ReadFile("alembic.ini"), "[alembic]\n");
  EXPECT_EQ(files.ReadFile("pyproject.toml").substr(0, 38), "[project]\nname = 'x'\n\n\n[tool.alembic]\n");
  const Texts again = Init(files, {.folder = "n", .environment = "pyproject"});
  EXPECT_EQ(again[5], "File /project/pyproject.toml already exists and already has a [tool.alembic] section, skipping");
}

TEST(InitScriptDirectory, RefusesWhatIsWrong) {
  MemoryFileSystem files(TextMap{{"/project/full/x", ""}});
  EXPECT_EQ(ErrorOf([&] { Init(files, {.folder = "full"}); }), "Directory full already exists and is not empty");
  EXPECT_EQ(ErrorOf([&] { Init(files, {.folder = "m", .environment = "multi"}); }),
            "No such template multi\n"
            "  hint: the templates are generic, async, multidb, pyproject, pyproject_async, sql, cpp");
  EXPECT_EQ(ErrorOf([&] { Init(files, {.folder = "m", .environment = "genric"}); }),
            "No such template genric\n  hint: did you mean generic?");
  EXPECT_FALSE(files.Exists("m"));
}

}  // namespace
}  // namespace limbeck::project

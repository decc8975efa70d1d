#include "project/script_directory.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

ScriptDirectory Open(const TextMap& files, Texts* notes = nullptr, const std::string& section = "alembic") {
  MemoryFileSystem system(files);
  FakeEnvironment environment;
  return OpenScriptDirectory(Config::Load(system, {}, section), system, environment, notes);
}

TEST(OpenScriptDirectory, HasDefaults) {
  const ScriptDirectory directory =
      Open({{"/project/alembic.ini", "[alembic]\nscript_location = ./m\n"}, {"/project/m/env.py", ""}});
  EXPECT_EQ(directory.folder, "m");
  EXPECT_EQ(directory.EnvironmentScript(), "m/env.py");
  EXPECT_EQ(directory.version_locations, Texts{"/project/m/versions"});
  EXPECT_FALSE(directory.has_own_locations);
  EXPECT_EQ(directory.truncate_slug_length, 40);
  EXPECT_EQ(directory.file_template, "%(rev)s_%(slug)s");
  EXPECT_EQ(directory.output_encoding, "utf-8");
  EXPECT_EQ(directory.timezone, std::nullopt);
}

TEST(OpenScriptDirectory, ReadsEverySetting) {
  Texts notes;
  const ScriptDirectory directory =
      Open({{"/project/alembic.ini",
             "[alembic]\nscript_location = %(here)s/m\nversion_locations = %(here)s/a %(here)s/../b app:v\n"
             "prepend_sys_path = src\nfile_template = %%(year)d-%%(rev)s\ntruncate_slug_length = 0\ntimezone = UTC\n"
             "recursive_version_locations = true\nsourceless = true\noutput_encoding = latin-1\n"},
            {"/project/m/env.py", ""},
            {"/project/src/app/__init__.py", ""}},
           &notes);
  EXPECT_EQ(directory.folder, "/project/m");
  EXPECT_EQ(directory.version_locations, (Texts{"/project/a", "/project/../b", "/project/src/app/v"}));
  EXPECT_TRUE(directory.has_own_locations);
  EXPECT_TRUE(directory.recursive);
  EXPECT_TRUE(directory.sourceless);
  EXPECT_EQ(directory.file_template, "%(year)d-%(rev)s");
  EXPECT_EQ(directory.truncate_slug_length, 40);
  EXPECT_EQ(directory.timezone, "UTC");
  EXPECT_EQ(directory.output_encoding, "latin-1");
  EXPECT_EQ(notes.size(), 2U);
}

TEST(OpenScriptDirectory, FindsAPackage) {
  const ScriptDirectory directory = Open({{"/project/alembic.ini", "[alembic]\nscript_location = app:migrations\n"},
                                          {"/project/app/migrations/env.py", ""}});
  EXPECT_EQ(directory.folder, "/project/app/migrations");
}

TEST(OpenScriptDirectory, LooksBesideTheEnclosingPackage) {
  const ScriptDirectory directory =
      Open({{"/project/alembic.ini", "[alembic]\nscript_location = src/app/db/migrations\n"},
            {"/project/src/app/__init__.py", ""},
            {"/project/src/app/db/__init__.py", ""},
            {"/project/src/app/db/migrations/env.py", ""}});
  EXPECT_EQ(directory.search_path, (Texts{".", "/project/src"}));
}

TEST(OpenScriptDirectory, LooksWhereTheProjectIsInstalledFrom) {
  const ScriptDirectory directory = Open({{"/project/alembic.ini", "[alembic]\nscript_location = migrations\n"},
                                          {"/project/pyproject.toml", ""},
                                          {"/project/src/app/config.py", ""},
                                          {"/project/migrations/env.py", ""}});
  EXPECT_EQ(directory.search_path, (Texts{".", "/project", "/project/src"}));
}

TEST(OpenScriptDirectory, SaysWhatIsMissing) {
  EXPECT_EQ(ErrorOf([] { Open({}); }),
            "No 'script_location' key found in configuration.\n"
            "  hint: there is no alembic.ini here; go to the project's folder, name the file with -c, or begin with "
            "'init'");
  EXPECT_EQ(ErrorOf([] {
              Open({{"/project/alembic.ini", "[alembic]\n"}});
            }),
            "No 'script_location' key found in configuration.");
  EXPECT_EQ(ErrorOf([] {
              Open({{"/project/alembic.ini", "[alembic]\nscript_location = m\n"}}, nullptr, "other");
            }),
            "No 'script_location' key found in configuration.\n  hint: alembic.ini has no section [other]");
  EXPECT_EQ(ErrorOf([] {
              Open({{"/project/alembic.ini", "[alembic]\nscript_location = m\n"}});
            }),
            "Path doesn't exist: m.  Please use the 'init' command to create a new scripts folder.\n"
            "  at alembic.ini:2:19\n    script_location = m\n                      ^");
}

}  // namespace
}  // namespace limbeck::project

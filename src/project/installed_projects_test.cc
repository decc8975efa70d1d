#include "project/installed_projects.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

struct Row {
  const char* name;
  const char* folder;
  TextMap files;
  Texts expected;
};

const Row kRows[] = {
    {"TheProjectAround", "/r/migrations", {{"/r/pyproject.toml", ""}, {"/r/src/app/a.py", ""}}, {"/r", "/r/src"}},
    {"NoProject", "/r/migrations", {{"/r/a.py", ""}}, {}},
    {"NoToml", "/r/migrations", {{"/r/pyproject.toml", "= 1"}}, {"/r"}},
    {"ByPath",
     "/r/api/migrations",
     {{"/r/api/pyproject.toml", "[tool.uv.sources]\nschemas = {path = '../schemas', editable = true}\n"},
      {"/r/api/migrations/env.py", ""},
      {"/r/schemas/pyproject.toml", "[tool.poetry.dependencies]\nbase = {path = '../base'}\nold = {path = '../old'}\n"},
      {"/r/base/src/base.py", ""}},
     {"/r/api", "/r/schemas", "/r/base", "/r/base/src"}},
    {"MembersOfTheWorkspaceAround",
     "/r/packages/api/migrations",
     {{"/r/pyproject.toml", "[tool.uv.workspace]\nmembers = ['packages/*', 'cli']\n"},
      {"/r/packages/api/pyproject.toml", "[tool.uv.sources]\nshared = {workspace = true}\n"},
      {"/r/packages/api/migrations/env.py", ""},
      {"/r/packages/shared/pyproject.toml", ""},
      {"/r/packages/shared/src/shared/a.py", ""},
      {"/r/packages/notes/a.txt", ""},
      {"/r/cli/setup.py", ""}},
     {"/r/packages/api", "/r/packages/shared", "/r/packages/shared/src", "/r/cli"}},
    {"MembersOfItsOwnWorkspace",
     "/r/migrations",
     {{"/r/pyproject.toml", "[tool.uv.workspace]\nmembers = ['libs/*', 'gone/*']\n"},
      {"/r/libs/one/pyproject.toml", ""}},
     {"/r", "/r/libs/one"}},
};

TEST(InstalledProjects, AreFoundByWhatPyprojectSays) {
  for (const Row& row : kRows) {
    MemoryFileSystem files(row.files);
    EXPECT_EQ(InstalledProjects(row.folder, files), row.expected) << row.name;
  }
}

}  // namespace
}  // namespace limbeck::project

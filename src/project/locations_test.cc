#include "project/locations.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"
#include "project/python_path.h"

namespace limbeck::project {
namespace {

TEST(PythonPath, KeepsWhatPathlibKeeps) {
  const std::pair<const char*, const char*> rows[] = {
      {"", "."},
      {".", "."},
      {"a", "a"},
      {"./a/", "a"},
      {"a//b/./c", "a/b/c"},
      {"/", "/"},
      {"/a/../b", "/a/../b"},
      {"../a", "../a"},
      {"/./a", "/a"},
  };
  for (const auto& [path, expected] : rows) EXPECT_EQ(PythonPath(path), expected) << path;
  EXPECT_EQ(JoinPythonPath("a", "/b"), "/b");
  EXPECT_EQ(JoinPythonPath(".", "b"), "b");
  MemoryFileSystem files;
  EXPECT_EQ(AbsolutePythonPath(files, "../a/./b"), "/project/../a/b");
}

TEST(ModuleSearchPath, HasEveryPlaceOfPython) {
  MemoryFileSystem files(TextMap{{"/venv/lib/python3.11/site-packages/x.py", ""}});
  FakeEnvironment environment(TextMap{{"PYTHONPATH", "/one::two"}, {"VIRTUAL_ENV", "/venv"}});
  EXPECT_EQ(ModuleSearchPath({"src"}, files, environment),
            (Texts{"src", "/one", "two", ".", "/venv/lib/python3.11/site-packages"}));
}

TEST(ResolveLocation, FindsPathsAndPackages) {
  MemoryFileSystem files(TextMap{{"/project/app/migrations/env.py", ""},
                                 {"/project/src/app/__init__.py", ""},
                                 {"/project/src/app/core/db/env.py", ""}});
  const auto resolve = [&](const char* location) { return ResolveLocation(location, {".", "src"}, files, {}); };
  EXPECT_EQ(resolve("alembic/./x"), "alembic/x");
  EXPECT_EQ(resolve("/odd:path"), "/odd:path");
  EXPECT_EQ(resolve("app:migrations"), "/project/src/app/migrations");
  EXPECT_EQ(resolve("app.core:db"), "/project/src/app/core/db");
  EXPECT_EQ(resolve("app:core:db"), "/project/src/app/core/db");
  EXPECT_EQ(resolve("app.migrations:"), "/project/app/migrations");
  EXPECT_EQ(ErrorOf([&] { resolve("nosuch:x"); }),
            "No module named 'nosuch'\n"
            "  hint: looked for the package in ., src; prepend_sys_path adds folders");
}

}  // namespace
}  // namespace limbeck::project

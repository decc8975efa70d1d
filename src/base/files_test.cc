#include "base/files.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

TEST(Paths, AreNormalisedAsPythonDoes) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "."},          {".", "."},      {"/", "/"},        {"a/./b/../c", "a/c"}, {"a//b/", "a/b"},
      {"../a", "../a"},   {"/../a", "/a"}, {"a/../..", ".."}, {"/a/b/../..", "/"},   {"../../a", "../../a"},
      {"a/b/../../", "."}};
  for (const auto& [path, normal] : rows) EXPECT_EQ(NormalPath(path), normal) << path;
}

TEST(Paths, AreJoinedAndTakenApart) {
  EXPECT_EQ(JoinPath("a", "b"), "a/b");
  EXPECT_EQ(JoinPath("a/", "b"), "a/b");
  EXPECT_EQ(JoinPath("a", "/b"), "/b");
  EXPECT_EQ(JoinPath("", "b"), "b");
  EXPECT_EQ(FolderOf("a/b/c.py"), "a/b");
  EXPECT_EQ(FolderOf("/c.py"), "/");
  EXPECT_EQ(FolderOf("c.py"), "");
  EXPECT_EQ(FileNameOf("a/b/c.py"), "c.py");
  EXPECT_EQ(FileNameOf("c.py"), "c.py");
  EXPECT_EQ(StemOf("a/b.c/d.e.py"), "d.e");
  EXPECT_EQ(StemOf("a/.hidden"), ".hidden");
  EXPECT_EQ(StemOf("a/README"), "README");
}

TEST(Paths, AreSeenFromAFolder) {
  EXPECT_EQ(RelativePath("/a/b/c", "/a/d"), "../b/c");
  EXPECT_EQ(RelativePath("/a/b", "/a/b"), ".");
  EXPECT_EQ(RelativePath("/a", "/a/b/c"), "../..");
  EXPECT_EQ(RelativePath("/a/b", "/"), "a/b");
}

TEST(MemoryFileSystem, RecordsWhatIsTouched) {
  MemoryFileSystem files(std::map<std::string, std::string>{{"/project/a", "x"}});
  files.ReadFile("a");
  files.WriteFile("/project/b", "y");
  files.ListDirectory("/project");
  files.Remove("b");
  const std::vector<std::string> expected = {"read /project/a", "write /project/b", "list /project",
                                             "remove /project/b"};
  EXPECT_EQ(files.record(), expected);
}

}  // namespace
}  // namespace limbeck

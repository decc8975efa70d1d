#include "library/embedded_files.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::library {
namespace {

const std::vector<MigrationFile> kFiles = {
    {"versions/b.sql", "-- b"}, {"versions/a.sql", "-- a"}, {"versions/old/c.sql", "-- c"}};

class EmbeddedFilesTest : public testing::Test {
 protected:
  MemoryFileSystem real_{{{"/project/real.txt", "real"}}};
  EmbeddedFiles files_{real_, kFiles};
};

TEST_F(EmbeddedFilesTest, ShowsWhatIsCompiledIn) {
  EXPECT_EQ(files_.ReadFile("/(embedded)/versions/a.sql"), "-- a");
  const std::vector<DirectoryEntry> expected = {{"a.sql"}, {"b.sql"}, {"old", true}};
  EXPECT_EQ(files_.ListDirectory("/(embedded)/versions"), expected);
  EXPECT_TRUE(files_.IsDirectory("/(embedded)"));
  EXPECT_TRUE(files_.IsDirectory("/(embedded)/versions/old"));
  EXPECT_FALSE(files_.IsDirectory("/(embedded)/versions/a.sql"));
  EXPECT_TRUE(files_.Exists("/(embedded)/versions/a.sql"));
  EXPECT_FALSE(files_.Exists("/(embedded)/versions/a"));
}

TEST_F(EmbeddedFilesTest, LeavesOtherFilesToTheMachine) {
  EXPECT_EQ(files_.ReadFile("/project/real.txt"), "real");
  files_.WriteFile("/project/new.txt", "new");
  EXPECT_EQ(real_.ReadFile("/project/new.txt"), "new");
  EXPECT_FALSE(files_.Exists("/(embedded)x"));
}

TEST_F(EmbeddedFilesTest, IsNotWritten) {
  EXPECT_THROW(files_.WriteFile("/(embedded)/versions/a.sql", ""), Error);
  EXPECT_THROW(files_.Remove("/(embedded)/versions/a.sql"), Error);
  EXPECT_THROW(files_.ReadFile("/(embedded)/versions/z.sql"), Error);
}

TEST(NoEmbeddedFiles, HaveTheirFolder) {
  MemoryFileSystem real;
  EmbeddedFiles files(real, {});
  EXPECT_TRUE(files.IsDirectory("/(embedded)"));
  EXPECT_TRUE(files.ListDirectory("/(embedded)").empty());
}

}  // namespace
}  // namespace limbeck::library

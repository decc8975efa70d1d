#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

/// What a call throws, or "".
template <typename Call>
std::string MessageOf(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

/// The same promises of the fake and of the machine's own file system.
class FileSystemContract : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam()) {
      std::string pattern = testing::TempDir() + "limbeck-files-XXXXXX";
      root_ = ::mkdtemp(pattern.data());
      files_ = MakeRealFileSystem();
    } else {
      root_ = "/project/data";
      files_ = std::make_unique<MemoryFileSystem>();
      files_->MakeDirectories(root_);
    }
  }
  void TearDown() override {
    if (GetParam()) std::filesystem::remove_all(root_);
  }
  std::string At(const std::string& name) const { return root_ + "/" + name; }

  std::string root_;
  std::unique_ptr<FileSystem> files_;
};

TEST_P(FileSystemContract, WritesReplacesAndReads) {
  files_->WriteFile(At("a.txt"), "one and more");
  files_->WriteFile(At("a.txt"), std::string_view("t\0wo\n", 5));
  EXPECT_EQ(files_->ReadFile(At("a.txt")), std::string("t\0wo\n", 5));
  files_->WriteFile(At("empty"), "");
  EXPECT_EQ(files_->ReadFile(At("empty")), "");
}

TEST_P(FileSystemContract, KnowsFilesFromDirectories) {
  files_->MakeDirectories(At("one/two"));
  files_->MakeDirectories(At("one/two"));
  files_->WriteFile(At("one/a.txt"), "");
  EXPECT_TRUE(files_->IsDirectory(At("one")));
  EXPECT_TRUE(files_->IsDirectory(At("one/two")));
  EXPECT_TRUE(files_->Exists(At("one/two")));
  EXPECT_FALSE(files_->IsFile(At("one/two")));
  EXPECT_TRUE(files_->IsFile(At("one/a.txt")));
  EXPECT_FALSE(files_->IsDirectory(At("one/a.txt")));
  EXPECT_FALSE(files_->Exists(At("one/b.txt")));
}

TEST_P(FileSystemContract, ListsByNameAndNotDeeper) {
  files_->MakeDirectories(At("b/deep"));
  files_->WriteFile(At("c"), "");
  files_->WriteFile(At("a"), "");
  const std::vector<DirectoryEntry> expected = {{"a", false}, {"b", true}, {"c", false}};
  EXPECT_EQ(files_->ListDirectory(root_), expected);
  EXPECT_EQ(files_->ListDirectory(At("b/deep")), std::vector<DirectoryEntry>{});
}

TEST_P(FileSystemContract, Removes) {
  files_->WriteFile(At("a"), "");
  files_->Remove(At("a"));
  EXPECT_FALSE(files_->Exists(At("a")));
}

TEST_P(FileSystemContract, NamesWhatIsMissing) {
  const std::string missing = "No such file or directory: '" + At("none/x") + "'";
  EXPECT_EQ(MessageOf([&] { files_->ReadFile(At("none/x")); }), missing);
  EXPECT_EQ(MessageOf([&] { files_->ListDirectory(At("none/x")); }), missing);
  EXPECT_EQ(MessageOf([&] { files_->Remove(At("none/x")); }), missing);
  EXPECT_EQ(MessageOf([&] { files_->WriteFile(At("none/x"), ""); }), missing);
  EXPECT_EQ(MessageOf([&] { files_->ReadFile(root_); }), "Is a directory: '" + root_ + "'");
}

INSTANTIATE_TEST_SUITE_P(Files, FileSystemContract, testing::Bool(),
                         [](const auto& test) { return test.param ? "Real" : "Memory"; });

class RealFiles : public testing::Test {
 protected:
  RealFiles() : folder_(testing::TempDir() + "limbeck-real-XXXXXX") { ::mkdtemp(folder_.data()); }
  ~RealFiles() override { std::filesystem::remove_all(folder_); }

  std::string folder_;
  std::unique_ptr<FileSystem> files_ = MakeRealFileSystem();
};

TEST_F(RealFiles, AFailedWriteLeavesNothing) {
  files_->MakeDirectories(folder_ + "/taken");
  EXPECT_NE(MessageOf([&] { files_->WriteFile(folder_ + "/taken", "x"); }), "");
  EXPECT_EQ(files_->ListDirectory(folder_), (std::vector<DirectoryEntry>{{"taken", true}}));
}

TEST_F(RealFiles, LinksAreFollowed) {
  files_->MakeDirectories(folder_ + "/real");
  ASSERT_EQ(::symlink("real", (folder_ + "/link").c_str()), 0);
  EXPECT_EQ(files_->ListDirectory(folder_), (std::vector<DirectoryEntry>{{"link", true, true}, {"real", true, false}}));
  EXPECT_EQ(files_->RealPath(folder_ + "/link"), files_->RealPath(folder_ + "/real"));
  EXPECT_EQ(files_->RealPath(folder_ + "/none"), folder_ + "/none");
}

TEST_F(RealFiles, ReadsWhatHasNoSize) {
  EXPECT_NE(files_->ReadFile("/proc/self/status").find("Pid:"), std::string::npos);
}

}  // namespace
}  // namespace limbeck

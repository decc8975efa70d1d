#include "base/text.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/utf8.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

TEST(Text, SplitLinesKnowsAllLineEnds) {
  EXPECT_EQ(SplitLines("a\r\nb\rc\n"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(SplitLines(""), std::vector<std::string>{});
}

TEST(Text, PythonReprChoosesQuotes) {
  EXPECT_EQ(PythonRepr("it"), "'it'");
  EXPECT_EQ(PythonRepr("it's"), "\"it's\"");
  EXPECT_EQ(PythonRepr("'\""), "'\\'\"'");
  EXPECT_EQ(PythonRepr("a\nb\x01"), "'a\\nb\\x01'");
}

TEST(Text, EditDistanceCountsSwapsOnce) {
  EXPECT_EQ(EditDistance("upgrade", "upgrade"), 0);
  EXPECT_EQ(EditDistance("upgarde", "upgrade"), 1);
  EXPECT_EQ(EditDistance("", "abc"), 3);
}

TEST(Text, DidYouMeanIsSilentWhenNothingIsNear) {
  EXPECT_EQ(DidYouMean("upgrad", {"downgrade", "upgrade"}), "upgrade");
  EXPECT_EQ(DidYouMean("xyz", {"downgrade", "upgrade"}), "");
}

TEST(Utf8, RejectsOverlongAndSurrogates) {
  EXPECT_EQ(FindInvalidUtf8("aé漢😀"), std::string::npos);
  EXPECT_EQ(FindInvalidUtf8("a\xC0\x80"), 1u);
  EXPECT_EQ(FindInvalidUtf8("\xED\xA0\x80"), 0u);
  for (size_t ascii = 0; ascii < 20; ++ascii) {
    EXPECT_EQ(FindInvalidUtf8(std::string(ascii, 'a') + "\xFF" + std::string(9, 'a')), ascii);
    EXPECT_EQ(FindInvalidUtf8(std::string(ascii, 'a') + "é" + std::string(ascii, 'a')), std::string::npos);
  }
}

TEST(Paths, AreNormalisedAsPythonDoes) {
  EXPECT_EQ(NormalPath("/a/./b/../c//d"), "/a/c/d");
  EXPECT_EQ(NormalPath("../a/.."), "..");
  EXPECT_EQ(RelativePath("/a/b/c", "/a/d"), "../b/c");
  EXPECT_EQ(JoinPath("/a", "/b"), "/b");
  EXPECT_EQ(StemOf("/x/y.z.py"), "y.z");
}

TEST(MemoryFileSystem, RecordsWhatIsTouched) {
  MemoryFileSystem files(std::map<std::string, std::string>{{"/project/a/x.py", "1"}});
  EXPECT_EQ(files.ReadFile("a/x.py"), "1");
  EXPECT_EQ(files.ListDirectory("/project"), (std::vector<DirectoryEntry>{{"a", true}}));
  EXPECT_THROW(files.ReadFile("nosuch"), Error);
  EXPECT_EQ(files.record(),
            (std::vector<std::string>{"read /project/a/x.py", "list /project", "read /project/nosuch"}));
}

}  // namespace
}  // namespace limbeck

#include "base/processes.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "limbeck/error.h"

namespace limbeck {
namespace {

TEST(SplitShellWords, FollowsShlex) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows = {
      {"", {}},
      {"-l 79 FILE", {"-l", "79", "FILE"}},
      {"'a b' \"c d\"e", {"a b", "c de"}},
      {"a\\ b ''", {"a b", ""}},
      {R"("x\y\"z")", {R"(x\y"z)"}},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(SplitShellWords(text), words) << text;
  EXPECT_THROW(SplitShellWords("'a"), Error);
  EXPECT_THROW(SplitShellWords("a\\"), Error);
}

TEST(RealProcesses, TellsTheExitStatus) {
  const auto processes = MakeRealProcesses();
  EXPECT_EQ(processes->Run({.words = {"sh", "-c", "exit 3"}}), 3);
  EXPECT_EQ(processes->Run({.words = {"sh", "-c", "kill -9 $$"}}), 137);
  EXPECT_EQ(processes->Run({.words = {"sh", "-c", "test \"$(pwd)\" = /"}, .folder = "/"}), 0);
}

TEST(RealProcesses, NamesTheProgramThatIsNotThere) {
  try {
    MakeRealProcesses()->Run({.words = {"limbeck-has-no-such-program"}});
    FAIL() << "it ran";
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "[Errno 2] No such file or directory: 'limbeck-has-no-such-program'");
  }
}

}  // namespace
}  // namespace limbeck

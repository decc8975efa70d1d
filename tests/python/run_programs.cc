// Runs Python programs and compares what they print with what their comments expect. Without arguments: all of
// tests/python, one test each. With the path of a program: that one, and its output is shown.

#include <gtest/gtest.h>

#include <cstdio>

#include "base/files.h"
#include "base/text.h"
#include "programs.h"
#include "python/interpreter.h"

namespace limbeck::python {

Expectation ReadExpectation(const std::string& program) {
  constexpr std::string_view kLine = "# expect: ";
  constexpr std::string_view kEmptyLine = "# expect:";
  constexpr std::string_view kError = "# expect error: ";
  constexpr std::string_view kRefusal = "# expect refusal: ";
  Expectation expected;
  for (const std::string& line : SplitLines(program)) {
    const auto after = [&line](std::string_view mark) { return line.substr(line.find(mark) + mark.size()); };
    if (line.find(kLine) != std::string::npos) {
      expected.output += after(kLine) + "\n";
    } else if (line.ends_with(kEmptyLine)) {
      expected.output += "\n";
    } else if (line.find(kError) != std::string::npos) {
      expected.error = after(kError);
    } else if (line.find(kRefusal) != std::string::npos) {
      expected.error = "refusal: " + after(kRefusal);
    }
  }
  return expected;
}

namespace {

std::string ErrorLine(const Error& error) {
  if (error.kind() == ErrorKind::kUnsupported) return "refusal: " + error.message();
  if (error.exception_class().empty()) return error.message();
  return error.exception_class() + (error.message().empty() ? "" : ": " + error.message());
}

}  // namespace

Expectation RunProgram(const std::string& path) {
  Expectation seen;
  const std::unique_ptr<FileSystem> files = MakeRealFileSystem();
  FakeClock clock;
  FakeEnvironment environment(std::map<std::string, std::string>{{"HOME", "/somewhere"}});
  LogTree log(clock, [](LogHandler::Target, const std::string&, std::string_view) {});
  InterpreterHost host;
  host.files = files.get();
  host.clock = &clock;
  host.environment = &environment;
  host.log = &log;
  host.write = [&seen](bool to_stderr, std::string_view text) {
    if (!to_stderr) seen.output += text;
  };
  InterpreterOptions options;
  options.search_path = {FolderOf(path)};
  Interpreter interpreter(std::move(host), std::move(options));
  try {
    interpreter.RunFile(path, "__main__");
  } catch (const Error& error) {
    seen.error = ErrorLine(error);
  }
  return seen;
}

std::vector<std::string> FindPrograms(const std::string& folder) {
  const std::unique_ptr<FileSystem> files = MakeRealFileSystem();
  std::vector<std::string> programs;
  for (const DirectoryEntry& topic : files->ListDirectory(folder)) {
    if (!topic.is_directory) continue;
    for (const DirectoryEntry& entry : files->ListDirectory(JoinPath(folder, topic.name))) {
      if (!entry.name.ends_with(".py")) continue;
      programs.push_back(JoinPath(JoinPath(folder, topic.name), entry.name));
    }
  }
  return programs;
}

namespace {

class Program : public testing::Test {
 public:
  explicit Program(std::string path) : path_(std::move(path)) {}

  void TestBody() override {
    const Expectation expected = ReadExpectation(MakeRealFileSystem()->ReadFile(path_));
    ASSERT_FALSE(expected.output.empty() && expected.error.empty()) << path_ << " expects nothing";
    const Expectation seen = RunProgram(path_);
    EXPECT_EQ(seen.output, expected.output) << path_ << "\n" << seen.error;
    EXPECT_EQ(seen.error, expected.error) << path_;
  }

 private:
  const std::string path_;
};

void RegisterPrograms() {
  for (const std::string& path : FindPrograms(LIMBECK_PROGRAMS_DIR)) {
    const std::string topic = FileNameOf(FolderOf(path));
    testing::RegisterTest(topic.c_str(), StemOf(path).c_str(), nullptr, nullptr, path.c_str(), 1,
                          [path]() -> testing::Test* { return new Program(path); });
  }
}

int ShowProgram(const std::string& path) {
  const Expectation seen = RunProgram(path);
  std::printf("%s%s%s", seen.output.c_str(), seen.error.c_str(), seen.error.empty() ? "" : "\n");
  return seen.error.empty() ? 0 : 1;
}

}  // namespace
}  // namespace limbeck::python

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) return limbeck::python::ShowProgram(argv[1]);
  limbeck::python::RegisterPrograms();
  return RUN_ALL_TESTS();
}

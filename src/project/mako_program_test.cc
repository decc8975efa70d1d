#include "project/mako_program.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "base/processes.h"
#include "project/cases_test.h"
#include "project/mako_template.h"

namespace limbeck::project {
namespace {

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Templates as modules, run by the machine's own Python, all at once.
class PythonRun {
 public:
  PythonRun() {
    std::string pattern = testing::TempDir() + "limbeck-mako-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~PythonRun() { std::filesystem::remove_all(folder_); }
  PythonRun(const PythonRun&) = delete;
  PythonRun& operator=(const PythonRun&) = delete;

  void Add(const std::string& name, const MakoProgram& program) {
    std::ofstream(folder_ / (name + ".py"), std::ios::binary) << program.python()->text();
  }

  bool Run() {
    const std::string script = std::string(LIMBECK_SOURCE_DIR) + "/tests/data/project/reference.py";
    return MakeRealProcesses()->Run({.words = {"python3", script, "--run", folder_.string()}}) == 0;
  }

  std::string Outcome(const std::string& name) const { return ReadAll(folder_ / (name + ".out")); }

 private:
  std::filesystem::path folder_;
};

bool HasPython() {
  return std::system("python3 -c pass 2>/dev/null") == 0;
}

TEST(TranslateMako, MakesModulesThatWriteWhatMakoWrites) {
  if (!HasPython()) GTEST_SKIP() << "no python3";
  PythonRun run;
  std::map<std::string, std::string> outcomes;
  const std::vector<FileCase> cases = ReadCases("mako_cases.txt");
  for (const FileCase& it : cases) {
    try {
      run.Add(it.name, TranslateMako(ParseMako(MakeSource("script.py.mako", it.input))));
    } catch (const Error& error) {
      outcomes[it.name] = "! " + error.exception_class() + ": " + error.message() + "\n";
    }
  }
  ASSERT_TRUE(run.Run());
  for (const FileCase& it : cases) {
    const std::string outcome = outcomes.count(it.name) > 0 ? outcomes[it.name] : run.Outcome(it.name);
    EXPECT_EQ(outcome, it.expected) << it.name;
  }
}

/// The place in the module where a piece of text stands last.
Place PlaceOf(const MakoProgram& program, const std::string& what) {
  const size_t at = program.python()->text().rfind(what);
  EXPECT_NE(at, std::string_view::npos) << what;
  const auto begin = static_cast<uint32_t>(at);
  return program.python()->PlaceOf({begin, begin + static_cast<uint32_t>(what.size())});
}

const char* const kPlaces =
    "text ${first +\n   second | third}\n% if fourth:\n  ${fifth}\n% endif\n<%\n    sixth = 1\n    if sixth:\n"
    "        seventh()\n%>\n% for eighth in ninth:\n${loop.tenth}\n% endfor\n";

TEST(MakoProgram, KnowsWhereItsCodeComesFrom) {
  const MakoProgram program = TranslateMako(ParseMako(MakeSource("script.py.mako", kPlaces)));
  EXPECT_EQ(program.python()->path(), "script.py.mako (compiled)");
  const std::pair<const char*, const char*> rows[] = {
      {"first +", "script.py.mako:1:8\n    text ${first +\n           ^~~~~~~"},
      {"second ", "script.py.mako:2:4\n       second | third}\n       ^~~~~~~"},
      {"third(", "script.py.mako:2:13\n       second | third}\n                ^~~~~"},
      {"fourth:", "script.py.mako:3:6\n    % if fourth:\n         ^~~~~~~"},
      {"seventh()", "script.py.mako:9:9\n            seventh()\n            ^~~~~~~~~"},
      {"ninth)", "script.py.mako:11:17\n    % for eighth in ninth:\n                    ^~~~~"},
      {"eighth  in", "script.py.mako:11:7\n    % for eighth in ninth:\n          ^~~~~~~"},
      {"_mako_write('text ')", "script.py.mako:1:1\n    text ${first +\n    ^~~~~"},
  };
  for (const auto& [what, place] : rows) {
    const std::optional<Place> found = program.PlaceInTemplate(PlaceOf(program, what));
    ASSERT_TRUE(found) << what;
    EXPECT_EQ(found->Render(), place) << what;
  }
  EXPECT_EQ(program.PlaceInTemplate(PlaceOf(program, "class _mako_Undefined")), std::nullopt);
  EXPECT_EQ(program.PlaceInTemplate({.file = "other.py", .line = 1, .column = 1, .source_line = "", .width = 1}),
            std::nullopt);
}

TEST(MakoProgram, PutsErrorsIntoTheTemplate) {
  const MakoProgram program = TranslateMako(ParseMako(MakeSource("script.py.mako", kPlaces)));
  const Place inside = PlaceOf(program, "raise NameError");
  const Place other{.file = "helper.py", .line = 3, .column = 0, .source_line = "", .width = 1};
  Error error(ErrorKind::kScript, "Undefined");
  error.At(inside).Trace(
      {{inside, "_mako_render"}, {PlaceOf(program, "fifth"), "_mako_body"}, {other, "f"}, {inside, "__str__"}});
  const Error moved = program.InTemplate(error);
  EXPECT_EQ(moved.Render(), "Undefined\n  at script.py.mako:4:5\n      ${fifth}\n        ^~~~~");
  ASSERT_EQ(moved.trace().size(), 2U);
  EXPECT_EQ(moved.trace()[0].function, "template");
  EXPECT_EQ(moved.trace()[1].place, other);
}

}  // namespace
}  // namespace limbeck::project

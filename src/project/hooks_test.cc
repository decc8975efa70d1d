#include "project/hooks.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

TEST(SplitWords, SplitsAsAShell) {
  struct Row {
    const char* line;
    std::vector<std::string> words;
  };
  const Row rows[] = {
      {"", {}},
      {"  a  b\tc\n", {"a", "b", "c"}},
      {"-l 79 'a b'c \"d e\"", {"-l", "79", "a bc", "d e"}},
      {R"("a\"b\\c\d" 'x\y' a\ b)", {R"(a"b\c\d)", R"(x\y)", "a b"}},
      {"'' \"\"", {"", ""}},
      {"a#b", {"a#b"}},
  };
  for (const Row& row : rows) EXPECT_EQ(SplitWords(row.line), row.words) << row.line;
  EXPECT_EQ(ErrorOf([] { SplitWords("a 'b"); }), "No closing quotation");
  EXPECT_EQ(ErrorOf([] { SplitWords("a\\"); }), "No escaped character");
}

TEST(ResolveHook, GivesTheCommand) {
  const PostWriteHook black{
      "black", {{"type", "console_scripts"}, {"entrypoint", "black"}, {"options", "-l 79 REVISION_SCRIPT_FILENAME"}}};
  EXPECT_EQ(ResolveHook(black, "/v/a b.py"),
            (HookCommand{HookRunner::kConsoleScript, "black", {"-l", "79", "/v/a b.py"}, std::nullopt}));
  const PostWriteHook ruff{"ruff", {{"type", "exec"}, {"executable", "ruff"}, {"options", "--fix"}, {"cwd", "/x"}}};
  EXPECT_EQ(ResolveHook(ruff, "/v/a.py"), (HookCommand{HookRunner::kExec, "ruff", {"/v/a.py", "--fix"}, "/x"}));
  const PostWriteHook module{"m", {{"type", "module"}, {"module", "isort"}}};
  EXPECT_EQ(ResolveHook(module, "/v/a.py"), (HookCommand{HookRunner::kModule, "isort", {"/v/a.py"}, std::nullopt}));
}

TEST(ResolveHook, RefusesWithAlembicsWords) {
  EXPECT_EQ(ErrorOf([] {
              ResolveHook({"a", {}}, "x");
            }),
            "Key 'a.type' (or 'type' in toml) is required for post write hook 'a'");
  EXPECT_EQ(ErrorOf([] {
              ResolveHook({"a", {{"type", "bad"}}}, "x");
            }),
            "No formatter with name 'bad' registered\n  hint: the types are console_scripts, exec and module");
  EXPECT_EQ(ErrorOf([] {
              ResolveHook({"a", {{"type", "exec"}}}, "x");
            }),
            "Key a.executable is required for post write hook 'a'");
}

}  // namespace
}  // namespace limbeck::project

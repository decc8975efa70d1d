#include "project/hooks.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

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

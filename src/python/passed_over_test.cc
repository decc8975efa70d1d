#include "python/passed_over.h"

#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

using Files = std::map<std::string, std::string>;

/// What a script prints whose project has the module app/config.py; its error as the last line.
std::string RunScript(const std::string& config, const std::string& script, bool run_all = false,
                      bool is_rehearsal = false) {
  ScriptHostForTests host(
      Files{{"/project/app/__init__.py", ""}, {"/project/app/config.py", "import third\n" + config}});
  InterpreterOptions options;
  options.search_path = {"/project"};
  options.defer_imports = true;
  Interpreter interpreter(host.host(), std::move(options));
  interpreter.Service<PassedOverOptions>().passes_over_exceptions = is_rehearsal;
  std::string failure;
  try {
    interpreter.RunSource("/project/env.py", script, "env_py");
    if (run_all) interpreter.AtEdge([&] { interpreter.RunDeferredImports(); });
  } catch (const Error& error) {
    failure = "error: " + error.message() + " (line " + std::to_string(error.place().line) + ")\n";
  }
  return host.output() + failure;
}

struct Row {
  const char* name;
  const char* config;
  const char* script;
  const char* output;
};

#define REFUSED_AT(line) \
  "error: 'third.limit' is made a number, but Limbeck does not have the package 'third' (line " #line ")\n"

const Row kRows[] = {
    {"TheModuleGoesOn", "A = int(third.limit)\nB = 2\n", "from app.config import A, B\nprint(B)\n", "2\n"},
    {"ANameIsRefusedWhereItDecides", "A = int(third.limit)\n",
     "from app.config import A\nprint('before')\nx = A.b\nprint(A + 1)\n", "before\n" REFUSED_AT(2)},
    {"AFunctionIsNotCalled", "def first(a=int(third.limit)): pass\n", "from app.config import first\nfirst()\n",
     REFUSED_AT(2)},
    {"AClassIsNoBase", "class C:\n    a = int(third.limit)\n", "from app.config import C\nclass D(C): pass\n",
     REFUSED_AT(3)},
    {"WhatIsMadeOfItIsPassedOverToo", "A = int(third.limit)\nB = [A + 1]\nC = 3\n",
     "from app.config import B, C\nprint(C)\nprint(B[0] + 1)\n", "3\n" REFUSED_AT(2)},
    {"AnItemTakesIt", "S = {'a': 1}\nS['a'] = int(third.limit)\nS['b'] = 2\n",
     "from app.config import S\nprint(S['b'])\nprint(S['a'] + 1)\n", "2\n" REFUSED_AT(3)},
    {"BothBranches", "A = 1\nif int(third.limit):\n    A = 2\n", "from app.config import A\nprint(A)\n", REFUSED_AT(3)},
    {"WhatACallMayHaveChanged", "S = {'a': 1}\nL = [1]\nS.update(b=int(third.limit))\n",
     "from app.config import L, S\nprint(L)\nprint(S['a'])\n", "[1]\n" REFUSED_AT(4)},
    {"WhatAStatementOnlyReads",
     "class App: pass\napp = App()\napp.config = {'a': 1}\nif third.on:\n    app.main = wrap(app.main, "
     "app.config['a'])\n",
     "from app.config import app\nprint(app.config['a'])\napp.main()\n",
     "1\nerror: 'third.on' is tested for truth, but Limbeck does not have the package 'third' (line 5)\n"},
    {"OnlyTheAttributeWhoseMethodIsCalled",
     "class App: pass\napp = App()\napp.config = {'a': 1}\napp.name = 'n'\napp.config.update(b=int(third.limit))\n",
     "from app.config import app\nprint(app.name)\nprint(app.config['a'])\n", "n\n" REFUSED_AT(6)},
    {"PythonsOwnErrorsStop", "raise ValueError('no')\nA = 1\n", "from app.config import A\nprint(A)\n",
     "error: no (line 2)\n"},
    {"AScriptMayTry", "import app.nothing\n",
     "try:\n    import app.config\nexcept ImportError as e:\n    print('caught', e)\n",
     "caught No module named 'app.nothing'\n"},
};

TEST(PassedOver, WhatAModuleGoesOnWithout) {
  for (const Row& row : kRows) EXPECT_EQ(RunScript(row.config, row.script), row.output) << row.name;
}

const Row kTables[] = {
    {"NothingOfTables", "A = int(third.limit)\nT = 'a Table(x)'\n", "import app.config\n", ""},
    {"ATable", "def Table(size): pass\nusers = Table(int(third.limit))\n", "import app.config\n", REFUSED_AT(3)},
    {"AClassAmongTables", "class User:\n    __tablename__ = 'user'\n    a = int(third.limit)\n", "import app.config\n",
     REFUSED_AT(4)},
};

TEST(PassedOver, NoTableIsLostWhereModelsAreCompared) {
  for (const Row& row : kTables) EXPECT_EQ(RunScript(row.config, row.script, true), row.output) << row.name;
}

const Row kRehearsals[] = {
    {"ASettingThatIsMissing", "import os\nA = os.environ['APP_A']\nB = 2\n",
     "from app.config import A, B\nprint(B)\nprint(A + 'x')\n", "2\nerror: 'APP_A' (line 3)\n"},
    {"AProgramThatEnds", "import sys\nsys.exit(1)\nB = 2\n", "from app.config import B\nprint(B)\n", "2\n"},
    {"AScriptMayTry", "raise ImportError('no')\n",
     "try:\n    import app.config\nexcept ImportError as e:\n    print('caught', e)\n", "caught no\n"},
};

TEST(PassedOver, ARehearsalGoesOnAfterExceptions) {
  for (const Row& row : kRehearsals) EXPECT_EQ(RunScript(row.config, row.script, false, true), row.output) << row.name;
}

}  // namespace
}  // namespace limbeck::python

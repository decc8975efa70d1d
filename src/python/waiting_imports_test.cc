#include "python/waiting_imports.h"

#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

using Files = std::map<std::string, std::string>;

/// What a script prints whose project has these files; its error as the last line.
std::string RunScript(Files files, const std::string& script, bool run_all = false) {
  ScriptHostForTests host(std::move(files));
  InterpreterOptions options;
  options.search_path = {"/project"};
  options.defer_imports = true;
  Interpreter interpreter(host.host(), std::move(options));
  std::string failure;
  try {
    interpreter.RunSource("/project/env.py", script, "env_py");
    if (run_all) interpreter.AtEdge([&] { interpreter.RunDeferredImports(); });
  } catch (const Error& error) {
    failure = "error: " + error.message() + (error.hint().empty() ? "" : " [" + error.hint() + "]") + "\n";
  }
  return host.output() + failure;
}

struct Row {
  const char* name;
  Files files;
  const char* script;
  const char* output;
};

const Files kApp = {
    {"/project/app/__init__.py", ""},
    {"/project/app/config.py", "print('config runs')\nURL = 'sqlite://'\nclass S:\n    url = URL\nsettings = S()\n"},
    {"/project/app/models.py", "from app.base import Base\nprint('models run')\nclass User(Base): pass\n"},
    {"/project/app/base.py", "print('base runs')\nclass Base:\n    metadata = 'the metadata'\n"},
    {"/project/app/broken.py", "raise ValueError('broken')\n"},
};

const Row kRows[] = {
    {"NotNeededDoesNotRun", kApp, "from app.models import User\nimport app.broken\nprint('end')\n", "end\n"},
    {"RunsWhenNeeded", kApp, "from app.config import settings\nprint('before')\nprint(settings.url)\n",
     "before\nconfig runs\nsqlite://\n"},
    {"AttributesWait", kApp, "from app.base import Base\ntarget = Base.metadata\nprint('before')\nprint(target)\n",
     "before\nbase runs\nthe metadata\n"},
    {"KeysOfJson", kApp, "import json\nfrom app.config import URL\nprint(json.dumps({URL: 1}))\n",
     "config runs\n{\"sqlite://\": 1}\n"},
    {"RunsOnce", kApp, "from app.config import URL\nfrom app import config\nprint(URL, config.URL, URL)\n",
     "config runs\nsqlite:// sqlite:// sqlite://\n"},
    {"TopKeepsItsSubmodules", kApp,
     "import app.config\nimport app.base\nprint(app.config.URL, app.base.Base.metadata)\n",
     "config runs\nbase runs\nsqlite:// the metadata\n"},
    {"AnotherModuleImportsTheSubmodule",
     {{"/project/app/__init__.py", "import app.types.sizes\n"},
      {"/project/app/types/__init__.py", ""},
      {"/project/app/types/sizes.py", "LARGE = 9\n"}},
     "import app\nprint(app.types.sizes.LARGE)\n",
     "9\n"},
    {"APackageImportsItsOwnSubmodules",
     {{"/project/app/__init__.py", "from . import sizes\nimport app.types.sizes\n"},
      {"/project/app/sizes.py", "SMALL = 1\n"},
      {"/project/app/types/__init__.py", "import app.types.sizes\nfrom app.types import sizes\n"},
      {"/project/app/types/sizes.py", "from app.types import sizes\nLARGE = 9\n"}},
     "import app.types.sizes\nprint(app.types.sizes.LARGE, app.sizes.SMALL)\n",
     "9 1\n"},
    {"APackageNamesWhatItsSubmoduleOfThatNameBrings",
     {{"/project/app/__init__.py",
       "from .db import db\nfrom .extensions import store\nfrom .models import User\n"
       "from .api.users import Users\napi = [Users]\n"},
      {"/project/app/db.py", "class Database:\n    Model = object\ndb = Database()\n"},
      {"/project/app/extensions.py", "from app.store import Store\nstore = Store()\n"},
      {"/project/app/store.py", "class Store: pass\n"},
      {"/project/app/api/__init__.py", ""},
      {"/project/app/api/users.py", "class Users: pass\n"},
      {"/project/app/models.py", "from app.db import Database\nfrom app import db\nclass User(db.Model): pass\n"}},
     "import app\nprint(app.User.__name__, type(app.db).__name__, type(app.store).__name__)\nimport app.store\n"
     "print(type(app.store).__name__, type(app.api).__name__, app.api[0].__name__)\n",
     "User Database Store\nStore list Users\n"},
    {"NobodyThatRanImportsTheSubmodule", kApp, "import app\nprint(app.config.URL)\nprint(app.nothing)\n",
     "config runs\nsqlite://\nerror: module 'app' has no attribute 'nothing'\n"},
    {"StarRunsAtOnce", kApp, "from app.config import *\nprint('after', URL)\n", "config runs\nafter sqlite://\n"},
    {"InTryRunsAtOnce", kApp, "try:\n    import app.broken\nexcept ValueError as e:\n    print(e)\n", "broken\n"},
    {"MissingModuleIsKnownAtOnce", kApp, "try:\n    import app.nothing\nexcept ImportError as e:\n    print(e)\n",
     "No module named 'app.nothing'\n"},
    {"FailsWhereNeeded", kApp, "import app.broken as b\nprint('before')\nb.x()\n", "before\nerror: broken\n"},
    {"NativeGetsTheValue", kApp,
     "from app.config import URL\nprint(len(URL), 'x' in URL, URL + '!', str(URL), [URL][0])\n",
     "config runs\n9 False sqlite://! sqlite:// sqlite://\n"},
    {"IsAndIsinstanceResolve", kApp,
     "from app.base import Base\nprint(Base is None, isinstance(Base(), Base), type(Base).__name__)\n",
     "base runs\nFalse True type\n"},
    {"MayBeSubclassed", kApp, "from app.base import Base\nclass A(Base): pass\nprint(A.metadata)\n",
     "base runs\nthe metadata\n"},
    {"ClassesOfCallsResolve", kApp,
     "from app.base import Base\nA = type('A', (Base,), {})\nprint(A.metadata, A.__name__)\n",
     "base runs\nthe metadata A\n"},
    {"FormatsResolve",
     {{"/project/app.py", "SIZE = 7\nNAME = 'x'\n"}},
     "from app import SIZE, NAME\nprint('%d %s' % (SIZE, NAME), '%(size)03d' % {'size': SIZE})\n",
     "7 x 007\n"},
    {"ANamespaceIsSharedWithOthers",
     {{"/project/ns/own/__init__.py", ""},
      {"/project/old/__init__.py", "__import__('pkg_resources').declare_namespace(__name__)\n"}},
     "import ns.common, old.common\nfrom ns import other\nns.common.f(old.common.g(other()))\nprint('opaque')\n",
     "opaque\n"},
    {"FolderWithoutPythonIsNoPackage",
     {{"/project/redis/Dockerfile", ""}},
     "import redis\nr = redis.Redis()\nprint('opaque')\n",
     "opaque\n"},
};

TEST(WaitingImports, WhenTheyRun) {
  for (const Row& row : kRows) EXPECT_EQ(RunScript(row.files, row.script), row.output) << row.name;
}

TEST(WaitingImports, AllRunInTheirOrder) {
  EXPECT_EQ(RunScript(kApp, "import app.models\nfrom app.config import URL\nprint('end')\n", true),
            "end\nmodels run\nbase runs\nconfig runs\n");
}

const Row kFailures[] = {
    {"ModulesWithoutTablesAreLeftOut",
     {{"/project/app/__init__.py", ""},
      {"/project/app/mail.py", "import third\nif third.flag: pass\nfrom . import late\nfrom app.last import x\n"},
      {"/project/app/late.py", "print('late runs')\n"},
      {"/project/app/last.py", "print('last runs')\nx = 1\n"}},
     "import app.mail\n",
     "late runs\nlast runs\n"},
    {"ModulesWithTablesAreNot",
     {{"/project/app/__init__.py", ""},
      {"/project/app/mail.py", "raise ValueError('no mail server')\n"},
      {"/project/app/models.py", "from app.mail import x\nclass User:\n    __tablename__ = x + 's'\n"}},
     "import app.models\n",
     "error: no mail server\n"},
    {"ModulesThatFailInACircle",
     {{"/project/app/__init__.py", ""},
      {"/project/app/a.py", "import app.b\nraise ValueError('a')\n"},
      {"/project/app/b.py", "import app.a\nraise ValueError('b')\n"}},
     "import app.a\nprint('end')\n",
     "end\n"},
    {"PackagesWithoutTablesAreLeftOut",
     {{"/project/app/__init__.py", ""},
      {"/project/app/cache/__init__.py", "raise ValueError('no cache')\n"},
      {"/project/app/cache/drivers.py", "x = 1\n"}},
     "from app.cache import drivers\nprint('end')\n",
     "end\n"},
    {"PackagesWithTablesAreNot",
     {{"/project/app/__init__.py", "raise ValueError('no cache')\n"},
      {"/project/app/models.py", "class User:\n    __tablename__ = 'users'\n"}},
     "from app import models\n",
     "error: no cache\n"},
    {"AnEndIsAnEnd",
     {{"/project/app/__init__.py", ""}, {"/project/app/a.py", "exit(3)\n"}},
     "import app.a\n",
     "error: 3\n"},
};

TEST(WaitingImports, FailuresThatDoNotMatter) {
  for (const Row& row : kFailures) EXPECT_EQ(RunScript(row.files, row.script, true), row.output) << row.name;
}

TEST(WaitingImports, TellWhatIsLeftOut) {
  ScriptHostForTests host(Files{{"/project/app.py", "raise ValueError('no mail server')\n"}});
  InterpreterOptions options;
  options.search_path = {"/project"};
  options.defer_imports = true;
  Interpreter interpreter(host.host(), std::move(options));
  interpreter.RunSource("/project/env.py", "from app import a, b\n", "env_py");
  interpreter.RunDeferredImports();
  EXPECT_EQ(host.errors(),
            "sys:1: RuntimeWarning: /project/app.py is left out, as it describes no tables and does not "
            "run: no mail server\n");
}

const Row kActs[] = {
    {"AnImportedModuleGetsAPermissionError",
     {{"/project/app.py",
       "import subprocess\ntry:\n    v = subprocess.check_output(['git', 'rev-parse'])\nexcept OSError:\n    v = "
       "'?'\n"}},
     "import app\nprint(app.v)\n",
     "?\n"},
    {"WhichIsTheRefusalWhereNobodyCatchesIt",
     {{"/project/app.py", "import subprocess\nx = subprocess.run(['ls'])\n"}},
     "import app\napp.x\nprint(app.x)\n",
     "error: subprocess.run() starts a process, which is not open to migration scripts [scripts may read the project's "
     "files and change the database, nothing else]\n"},
    {"FoldersOfSettingsAreNotMade",
     {{"/project/app.py", "import os\nfrom pathlib import Path\nos.makedirs('/up')\nPath('/up/b').mkdir()\nv = 1\n"}},
     "import app, os\nprint(app.v, os.path.exists('/up'))\n",
     "1 False\n"},
    {"NorAreTheirThreadsStarted",
     {{"/project/app.py", "import threading\none = threading.Thread(target=print)\none.start()\none.join()\nv = 1\n"}},
     "import app\nprint(app.v)\n",
     "1\n"},
    {"AndTheirLogsAreNotWritten",
     {{"/project/app.py",
       "import os, logging.handlers\nos.mkdir('logs')\nlog = logging.getLogger('app')\n"
       "log.addHandler(logging.handlers.RotatingFileHandler('logs/app.log'))\nlog.warning('up')\nv = 1\n"}},
     "import app\nprint(app.v)\n",
     "1\n"},
    {"NorDoesAScriptMakeOne",
     {},
     "import os, logging\nos.makedirs('/up', exist_ok=True)\nlogging.basicConfig(filename='/up/a.log')\n"
     "logging.warning('up')\nprint(os.path.exists('/up'))\n",
     "False\n"},
    {"ThreadsAreRefusedToAScript",
     {},
     "import threading\nthreading.Thread(target=print).start()\n",
     "error: threading.Thread.start() starts a thread, which is not open to migration scripts [scripts may read the "
     "project's files and "
     "change "
     "the database, nothing else]\n"},
};

TEST(WaitingImports, ForbiddenActsOfModules) {
  for (const Row& row : kActs) EXPECT_EQ(RunScript(row.files, row.script), row.output) << row.name;
}

// ------------------------------------------------------------------------------------------ packages that are not
// there

const Row kOpaque[] = {
    {"MayBeUsedAround",
     {},
     "from fastapi import FastAPI, Depends\napp = FastAPI(title='x')\n@app.get('/')\ndef f(x: int = Depends(FastAPI)): "
     "pass\napp.include_router(FastAPI().router, prefix='/y')\nprint('ran')\n",
     "ran\n"},
    {"MayBeSubclassed",
     {},
     "import third\nclass A(third.Base, table=True):\n    x: int = 1\n    LIMIT = 5\n    def f(self): return 'own'\n   "
     " "
     "def __init__(self, n):\n        super().__init__(n=n)\n        self.n = n\n"
     "a = A(3)\nprint(a.f(), a.n, A.LIMIT, a.LIMIT)\na.unknown.call()\nA.objects.filter(x=1)\n",
     "own 3 5 5\n"},
    {"MetaclassesMakePlainClasses",
     {},
     "import third\nclass Meta(third.Meta):\n    pass\nclass A(third.Base, metaclass=Meta):\n    x = 1\n"
     "class B(A):\n    pass\nprint(B.x)\n",
     "1\n"},
    {"FieldsOfSubclassesAreOpaque",
     {},
     "import third\nclass A(third.Base):\n    url: str = 'x'\nprint(A().url)\n",
     "error: 'third.Base.url' is made a string, but Limbeck does not have the package 'third' ['third' is imported at "
     "/project/env.py:1]\n"},
    {"SpecialMethodsOfSuperAreOpaque",
     {},
     "import third\nclass A(third.Base):\n    def __getitem__(self, key): return super().__getitem__(key)\n"
     "print(A()['url'])\n",
     "error: 'third.Base.__getitem__()' is made a string, but Limbeck does not have the package 'third' ['third' is "
     "imported at /project/env.py:1]\n"},
    {"TruthIsRefused",
     {},
     "from third import flag\nif flag: pass\n",
     "error: 'third.flag' is tested for truth, but Limbeck does not have the package 'third' ['third' is imported at "
     "/project/env.py:1]\n"},
    {"ModulesAreTrue", {}, "import third, third.part as part\nif third: print('true')\n", "true\n"},
    {"AnnotationsCompareNothing",
     {},
     "import typing, dataclasses\nfrom third import A, B\nx = typing.Union[A, B], typing.Optional[A], A | None\n"
     "@dataclasses.dataclass\nclass C:\n    a: A | None = None\nprint(C().a)\n",
     "None\n"},
    {"ArgumentsAreRefused",
     {},
     "import third\nopen(third.path)\n",
     "error: 'third.path' is an argument of open(), but Limbeck does not have the package 'third' ['third' is imported "
     "at /project/env.py:1]\n"},
    {"CalculationsAreOpaque",
     {},
     "import base64, os, pathlib, third\nstarts = 'a'.startswith(third.x)\n"
     "made = [base64.urlsafe_b64encode(third.key()), os.path.join('/data', third.folder, 'x'), starts,\n"
     "        os.path.dirname(os.path.abspath(third.folder)), pathlib.Path(third.folder, 'y') / 'z']\n"
     "os.environ['FOLDER'] = made[1]\nprint(len(made), os.environ['FOLDER'] is made[1])\nif starts: pass\n",
     "5 True\nerror: 'third.x' is an argument of startswith(), but Limbeck does not have the package 'third' ['third' "
     "is "
     "imported at /project/env.py:1]\n"},
    {"TextsAndSumsMayBeMade",
     {},
     "import third\nlog = [f'{third.a}: {1}', '%s' % third.b, '{}'.format(third.c), 'x' + third.d, third.e * 2, "
     "-third.f]\n"
     "log.append(str(third.g))\nprint(len(log))\nprint(log[1])\n",
     "7\nerror: 'third.b' is made a string, but Limbeck does not have the package 'third' ['third' is imported at "
     "/project/env.py:1]\n"},
    {"NumbersAreRefused",
     {},
     "import third\nint(third.port)\n",
     "error: 'third.port' is made a number, but Limbeck does not have the package 'third' ['third' is imported at "
     "/project/env.py:1]\n"},
    {"RaisingIsRefused",
     {},
     "import third\nraise third.Error('x')\n",
     "error: 'third.Error()' is raised, but Limbeck does not have the package 'third' ['third' is imported at "
     "/project/env.py:1]\n"},
    {"StarImportGivesNames",
     {},
     "from third import *\nx = Vector(3)\nprint('made')\nprint(x)\n",
     "made\nerror: 'third.Vector()' is made a string, but Limbeck does not have the package 'third' ['third' is "
     "imported "
     "at /project/env.py:1]\n"},
    {"IsinstanceOfKnownValueIsFalse", {}, "import third\nprint(isinstance(3, third.X))\n", "False\n"},
    {"ExceptDoesNotCatch",
     {},
     "import third\ntry:\n    1 / 0\nexcept third.Error:\n    pass\nexcept ZeroDivisionError:\n"
     "    print('ours')\n",
     "ours\n"},
    {"NoKnownClassIsASubclass",
     {},
     "import third\nBase = third.Base\nclass A: pass\nclass B(Base): pass\n"
     "print(issubclass(A, Base), issubclass(B, Base), isinstance(A(), Base))\n"
     "issubclass(B, third.Other)\n",
     "False True False\nerror: 'third.Other' is the class in issubclass(), but Limbeck does not have the package "
     "'third' "
     "['third' is imported at /project/env.py:1]\n"},
    {"MissingPartOfAStandardModule",
     {},
     "from http.cookies import SimpleCookie\nimport http.cookies\nh = SimpleCookie('x=1')\n"
     "print('made')\nif h: pass\n",
     "made\nerror: 'http.cookies.SimpleCookie()' is tested for truth, but Limbeck does not have the module "
     "'http.cookies' ['http.cookies' is imported at /project/env.py:1]\n"},
    {"ProcessesAreRefused",
     {},
     "import subprocess\nprint('imported')\nsubprocess.run(['ls'])\n",
     "imported\nerror: subprocess.run() starts a process, which is not open to migration scripts [scripts may read the "
     "project's files and change the database, nothing else]\n"},
    {"SocketsAreRefused",
     {},
     "import socket\nsocket.create_connection(('h', 1))\n",
     "error: socket.create_connection() opens a socket, which is not open to migration scripts [scripts may read the "
     "project's files and change the database, nothing else]\n"},
};

TEST(Opaque, WhatItMayDo) {
  for (const Row& row : kOpaque) EXPECT_EQ(RunScript(row.files, row.script), row.output) << row.name;
}

TEST(EmbeddedModules, GiveWayToThePackagesOfTheProject) {
  static constexpr EmbeddedFile kFiles[] = {{"shop/__init__.py", "WHO = 'ours'\n"}, {"tool.py", "WHO = 'ours'\n"}};
  ScriptHostForTests host(Files{{"/project/shop/__init__.py", "WHO = 'theirs'\n"}});
  InterpreterOptions options;
  options.search_path = {"/project"};
  Interpreter interpreter(host.host(), std::move(options));
  interpreter.AddEmbeddedModules(kFiles);
  interpreter.RunSource("/project/env.py", "import shop, tool\nprint(shop.WHO, tool.WHO)\n", "env_py");
  EXPECT_EQ(host.output(), "theirs ours\n");
}

}  // namespace
}  // namespace limbeck::python

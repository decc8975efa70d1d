#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {
namespace {

struct Row {
  const char* name;
  const char* file;    ///< .env
  const char* script;  ///< in the same folder
  const char* output;
};

constexpr const char* kShowAll =
    "from dotenv import dotenv_values\nfor name, value in dotenv_values().items():\n    print(name, repr(value))\n";

const Row kRows[] = {
    {"Plain", "# c\nA=1\nexport B = two words   # trailing\n\nC=\nD\n", kShowAll,
     "A '1'\nB 'two words'\nC ''\nD None\n"},
    {"Comments", "A=#no\nB=a#b\nC=a #yes\nD='x' # ok\n", kShowAll, "A '#no'\nB 'a#b'\nC 'a'\nD 'x'\n"},
    {"Quotes", "A='s $X \\' \\n'\nB=\"d\\n\\t\\\"q\\\"\"\nC=\"two\nlines\"\n", kShowAll,
     "A \"s $X ' \\\\n\"\nB 'd\\n\\t\"q\"'\nC 'two\\nlines'\n"},
    {"References", "A=1\nB=${A}-${NO}-${NO:-d}-$A\n", kShowAll, "A '1'\nB '1--d-$A'\n"},
    {"LinesThatAreNone", "a bad line\nA=\"x\" junk\nB=2\n", kShowAll, "B '2'\n"},
    {"LoadSetsWhatIsNotSet", "A=file\nB=file\n",
     "import os\nfrom dotenv import load_dotenv\nos.environ['A'] = 'env'\nprint(load_dotenv())\n"
     "print(os.environ['A'], os.environ['B'])\nload_dotenv(override=True)\nprint(os.environ['A'])\n",
     "True\nenv file\nfile\n"},
    {"Decouple", "URL='sqlite:///x'\nDEBUG=on\nLIST=a, b\n",
     "from decouple import config, Csv, UndefinedValueError\nprint(config('URL'), config('DEBUG', cast=bool), "
     "config('LIST', cast=Csv()), config('N', default=5, cast=int))\ntry:\n    config('NOPE')\n"
     "except UndefinedValueError as error:\n    print(error)\n",
     "sqlite:///x True ['a', 'b'] 5\nNOPE not found. Declare it as envvar or define a default value.\n"},
    {"Environs", "PORT=80\nON=yes\nNAMES=a,b\nURL=postgresql://h/d\nDB_HOST=x\n",
     "from environs import Env, EnvError\nenv = Env()\nenv.read_env()\n"
     "print(env.int('PORT'), env.bool('ON'), env.list('NAMES'), env.url('URL').scheme, env('NO', 'd'))\n"
     "with env.prefixed('DB_'):\n    print(env.str('HOST'))\nfor read, name in ((env, 'GONE'), (env.int, 'URL')):\n"
     "    try:\n        read(name)\n    except EnvError as error:\n        print(error)\n",
     "80 True ['a', 'b'] postgresql d\nx\nEnvironment variable \"GONE\" not set\n"
     "Environment variable \"URL\" invalid: ['Not a valid integer.']\n"},
    {"Starlette", "DEBUG=true\nKEY=\"s\"\nHOSTS=a, b\n",
     "from starlette.config import Config\nfrom starlette.datastructures import CommaSeparatedStrings, Secret\n"
     "config = Config('.env')\nprint(config('DEBUG', cast=bool), repr(config('KEY', cast=Secret)), "
     "str(config('KEY', cast=Secret)), list(config('HOSTS', cast=CommaSeparatedStrings)), config('N', cast=int, "
     "default='3'))\ntry:\n    config('GONE')\nexcept KeyError as error:\n    print(error)\n",
     "True Secret('**********') s ['a', 'b'] 3\n\"Config 'GONE' is missing, and has no default.\"\n"},
    {"StarletteListsAreSubclassed", "LOGINS=a:b,c:d\n",
     "from starlette.config import Config\nfrom starlette.datastructures import CommaSeparatedStrings\n"
     "class Logins(CommaSeparatedStrings):\n    def __init__(self, value):\n        super().__init__(value)\n"
     "        self._items = [item.split(':') for item in self._items]\n"
     "logins = Config('.env')('LOGINS', cast=Logins)\n"
     "print(list(logins), len(logins), logins[1], ['a', 'b'] in logins)\n",
     "[['a', 'b'], ['c', 'd']] 2 ['c', 'd'] True\n"},
    {"Dynaconf",
     "APP_PORT=80\nAPP_DB__HOST=h\nAPP_DB__PORT='@int 7'\nAPP_URL='@format postgresql://{this.db.host}/d'\n",
     "from dynaconf import Dynaconf, ValidationError, Validator\n"
     "open_ = dict(envvar_prefix='APP', load_dotenv=True)\n"
     "s = Dynaconf(db={'user': 'u'}, validators=[Validator('LEVEL', default=3)], **open_)\n"
     "print(s.PORT, s.port, s['db.port'], s.db.HOST, s.DB.user, s.URL, s.level, s.get('no', 'd'), 'port' in s)\n"
     "for ask in (lambda: s.NO, lambda: s['no']):\n    try:\n        ask()\n"
     "    except (AttributeError, KeyError) as error:\n        print(repr(error))\n"
     "try:\n    Dynaconf(validators=[Validator('GONE', must_exist=True)], **open_).x\n"
     "except ValidationError as error:\n    print(error)\n"
     "s.set('db.name', 'n')\nprint(s.db.name, s.as_dict()['PORT'], s.current_env)\n",
     "80 80 7 h u postgresql://h/d 3 d True\nAttributeError(\"'Settings' object has no attribute 'NO'\")\n"
     "KeyError('no does not exist')\nGONE is required in env main\nn 80 main\n"},
    {"FoundInTheScriptsFolder", "A=1\n",
     "from dotenv import find_dotenv\nprint(find_dotenv(), find_dotenv('no') == '')\n", "/project/.env True\n"},
};

TEST(SettingsFiles, OfDynaconf) {
  const char* const script =
      "import os\nfrom dynaconf import Dynaconf\n"
      "s = Dynaconf(settings_files=['settings.toml', 'more.yaml', 'code.py'], environments=True)\n"
      "print(s.name, s.level, dict(s.db), s.code, s.current_env)\n"
      "os.environ['ENV_FOR_DYNACONF'] = 'production'\ns.reload()\nprint(s.name, dict(s.db), "
      "s.from_env('staging').name)\n"
      "flat = Dynaconf(settings_files=['*.json'], merge_enabled=True, db={'x': 1})\nprint(dict(flat.db), flat.list)\n";
  python::ScriptHostForTests world(
      {{"/project/settings.toml",
        "[default]\nname = 'd'\nlevel = 1\n[default.db]\nhost = 'a'\n[development]\nname = "
        "'dev'\n[staging]\nname='s'\n"},
       {"/project/settings.local.toml", "[default]\nlevel = 2\n"},
       {"/project/more.yaml", "production:\n  name: prod\n  db:\n    port: 5\n    dynaconf_merge: true\n"},
       {"/project/code.py", "CODE = 7\n"},
       {"/project/a.json", R"({"db": {"y": 2}, "list": [1]})"},
       {"/project/b.json", R"({"db": {"z": 3}, "list": [1, 2]})"},
       {"/project/env.py", script}});
  python::Interpreter interpreter(world.host(), {});
  AddModules(interpreter);
  interpreter.RunFile("/project/env.py", "env");
  EXPECT_EQ(world.output(),
            "dev 2 {'host': 'a'} 7 DEVELOPMENT\nprod {'host': 'a', 'port': 5} s\n{'x': 1, 'y': 2, 'z': 3} [1, 1, 2]\n");
}

TEST(SettingsFiles, AreReadAsTheirPackagesDo) {
  for (const Row& row : kRows) {
    python::ScriptHostForTests world({{"/project/.env", row.file}, {"/project/env.py", row.script}});
    python::Interpreter interpreter(world.host(), {});
    AddModules(interpreter);
    interpreter.RunFile("/project/env.py", "env");
    EXPECT_EQ(world.output(), row.output) << row.name;
  }
}

}  // namespace
}  // namespace limbeck::pymodules

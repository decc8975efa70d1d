#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// Packages that applications build their database's URL and their Flask application with.

namespace limbeck::pymodules {
namespace {

struct Row {
  const char* expression;
  const char* text;
};

void ExpectTexts(const std::string& imports, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    python::ScriptHostForTests host;
    python::Interpreter interpreter(host.host(), {});
    AddModules(interpreter);
    interpreter.RunSource("a.py", imports + "print(" + row.expression + ")\n", "a");
    EXPECT_EQ(host.output(), std::string(row.text) + "\n") << row.expression;
  }
}

TEST(Yarl, BuildsAndTakesApart) {
  ExpectTexts(
      "from yarl import URL\n"
      "url = URL.build(scheme='postgresql+asyncpg', user='u', password='p@s/s:1%', host='h', port=5432, path='/db')\n",
      {
          {"url", "postgresql+asyncpg://u:p%40s%2Fs%3A1%25@h:5432/db"},
          {"repr(url.with_path('/b c')), url.password, url.path, url.name",
           "URL('postgresql+asyncpg://u:p%40s%2Fs%3A1%25@h:5432/b%20c') p@s/s:1% /db db"},
          {"url.with_password(None).with_port(None) / 'x' % {'a': 'b c'}", "postgresql+asyncpg://u@h/db/x?a=b+c"},
          {"URL('http://a.b').port, URL('http://a.b').path, URL('a/b').is_absolute()", "80 / False"},
          {"URL.build(scheme='sqlite', path='///x.db'), URL('postgres://u:p%40@h/db?ssl=1').password",
           "sqlite:///x.db p@"},
      });
}

TEST(Pydantic, HasSettingsOfVersionOne) {
  for (const char* module : {"pydantic", "pydantic.v1", "pydantic.env_settings", "pydantic.v1.env_settings"}) {
    ExpectTexts(std::string("import os\nfrom typing import Optional\nfrom pydantic import Field\nfrom ") + module +
                    " import BaseSettings\nos.environ['SHOP_PORT'] = '1'\n"
                    "class Settings(BaseSettings):\n    name: Optional[str]\n    port: int\n    level: str = None\n"
                    "    home: Optional[str] = Field(description='where')\n"
                    "    class Config:\n        env_prefix = 'SHOP_'\n",
                {{"Settings().dict()", "{'name': None, 'port': 1, 'level': None, 'home': None}"}});
  }
  ExpectTexts(
      "from typing import Optional\nfrom pydantic.v1 import BaseModel, validator\n"
      "from pydantic.v1.generics import GenericModel\n"
      "class Book(BaseModel):\n    title: Optional[str]\n    shelf: Optional[str]\n"
      "    @validator('shelf', always=True)\n    def place(cls, value):\n        return value or 'new'\n",
      {{"Book(), issubclass(GenericModel, BaseModel)", "title=None shelf='new' True"}});
}

TEST(Pydantic, HasItsUrlsOfVersionOne) {
  ExpectTexts(
      "from pydantic.v1 import BaseSettings, PostgresDsn\nimport sqlalchemy as sa\n"
      "class Settings(BaseSettings):\n    uri: PostgresDsn = PostgresDsn('postgres://a:b@h/d')\n"
      "built = PostgresDsn.build(scheme='postgresql', user='u', password='p@', host='h:1', path='/d')\n",
      {
          {"built, built.replace('@h', '@i')", "postgresql://u:p@@h:1/d postgresql://u:p@@i:1/d"},
          {"Settings().uri.replace('postgres://', 'postgresql://')", "postgresql://a:b@h/d"},
          {"sa.engine.make_url(PostgresDsn('postgresql://a:b@h/d')).database", "d"},
          {"hasattr(Settings().uri, 'nothing')", "False"},
      });
}

TEST(Connexion, HasAFlaskApplicationInside) {
  ExpectTexts(
      "import connexion, flask\nouter = connexion.App('shop', specification_dir='openapi/')\n"
      "outer.add_api('api.yml', validate_responses=True)\nouter.app.config['A'] = 1\n",
      {
          {"isinstance(outer, connexion.FlaskApp), isinstance(outer.app, flask.Flask), outer.app.config['A']",
           "True True 1"},
      });
}

TEST(Envparse, CastsWhatTheEnvironmentHas) {
  ExpectTexts(
      "import os\nfrom envparse import env, Env, ConfigurationError\n"
      "os.environ.update(PORT='5432', DEBUG='on', NAMES='a, b', PAIRS='a=1,b=2', DATA='{\"x\": [1]}', ALIAS='$PORT')\n"
      "def asked(name):\n    try:\n        return env(name)\n    except ConfigurationError as error:\n"
      "        return str(error)\n",
      {
          {"repr(env('PORT')), env.int('PORT') + 1, env('NONE', default=None), env.str('NONE', default='x')",
           "'5432' 5433 None x"},
          {"env.bool('DEBUG'), env.list('NAMES'), env.dict('PAIRS', subcast=int), env.json('DATA')",
           "True ['a', 'b'] {'a': 1, 'b': 2} {'x': [1]}"},
          {"env('ALIAS'), asked('NONE')", "5432 Undefined variable: NONE"},
          {"Env(PORT=int, LIMIT={'cast': int, 'default': 3})('PORT'), Env(LIMIT={'default': 3})('LIMIT')", "5432 3"},
      });
}

TEST(Environ, CastsByCallAndScheme) {
  ExpectTexts(
      "import os, environ\n"
      "os.environ.update(A='1', B='on', C='a,b', D='k=v,x=y', E='$A', F='1,234.5', G='{\"a\": 1}', J='k=1;z=2')\n"
      "env = environ.Env(A=(int, 5), Z=(bool, False))\n"
      "def asked(name):\n    try:\n        return env(name)\n    except environ.ImproperlyConfigured as error:\n"
      "        return str(error)\n",
      {
          {"env('A'), env('B'), env.bool('B'), env('Z'), env('Q', default='x'), asked('Q')",
           "1 on True False x Set the Q environment variable"},
          {"env.list('C'), env.tuple('C'), env.dict('D'), env.dict('J', cast={'value': int})",
           "['a', 'b'] ('a', 'b') {'k': 'v', 'x': 'y'} {'k': 1, 'z': 2}"},
          {"env('E'), env.float('F'), env.json('G'), 'A' in env, environ.Path('/a/b/c') - 2",
           "1 1234.5 {'a': 1} True /a"},
      });
}

TEST(Databases, HaveAnUrl) {
  ExpectTexts(
      "from databases import Database, DatabaseURL\nurl = DatabaseURL('postgresql+asyncpg://u:p%40@h:1/d?ssl=1')\n",
      {
          {"url, repr(url), url.dialect, url.driver, url.database, url.password, url.options",
           "postgresql+asyncpg://u:p%40@h:1/d?ssl=1 DatabaseURL('postgresql+asyncpg://u:********@h:1/d?ssl=1') "
           "postgresql asyncpg d p@ {'ssl': '1'}"},
          {"url.replace(driver='', database='t'), DatabaseURL('sqlite:///a.db').replace(database='test_a.db')",
           "postgresql://u:p%40@h:1/t?ssl=1 sqlite:///test_a.db"},
          {"Database('sqlite:///a.db').url == 'sqlite:///a.db'", "True"},
      });
}

TEST(Pyramid, ReadsTheSettingsOfAnApplication) {
  python::ScriptHostForTests host;
  host.files().WriteFile("/project/production.ini",
                         "[DEFAULT]\ndebug = false\n"
                         "[app:main]\nuse = egg:shop\nset debug = true\nsqlalchemy.url = sqlite:///%(here)s/shop.db\n"
                         "[app:more]\nuse = main\nextra = 1\n"
                         "[alembic]\nfile_template = %%(rev)s\n"
                         "[handlers]\nkeys = out\n[handler_out]\nargs = (sys.stdout,)\nformat = %(message)s\n");
  python::Interpreter interpreter(host.host(), {});
  AddModules(interpreter);
  interpreter.RunSource("a.py",
                        "from pyramid.paster import get_appsettings, setup_logging\nimport plaster\n"
                        "setup_logging('/project/production.ini')\n"
                        "settings = get_appsettings('/project/production.ini')\n"
                        "print(settings, settings.global_conf['debug'])\n"
                        "print(get_appsettings('/project/production.ini#more'))\n"
                        "print(plaster.get_settings('/project/production.ini', 'alembic'))\n"
                        "try:\n    get_appsettings('/project/production.ini', 'none')\n"
                        "except LookupError as error:\n    print(str(error)[:17])\n",
                        "a");
  EXPECT_EQ(host.output(),
            "{'sqlalchemy.url': 'sqlite:////project/shop.db'} true\n"
            "{'sqlalchemy.url': 'sqlite:////project/shop.db', 'extra': '1'}\n"
            "{'file_template': '%(rev)s'}\nNo section 'none'\n");
}

}  // namespace
}  // namespace limbeck::pymodules

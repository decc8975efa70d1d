#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// Oslo's libraries as programs of OpenStack use them: options, engines by options, logging.

namespace limbeck::pymodules {
namespace {

constexpr const char* kOptions = R"(
import os
from oslo_config import cfg, types
conf = cfg.ConfigOpts()
conf.register_opts([
    cfg.StrOpt('a-name', default='x', choices=['x', 'y']), cfg.IntOpt('count', default='3', min=1),
    cfg.ListOpt('names', default=['b']), cfg.StrOpt('url', default='$a_name/${db.connection}/$$'),
    cfg.MultiStrOpt('many'), cfg.BoolOpt('on'), cfg.DictOpt('pairs', default={'a': '1'}),
])
conf.register_opts([cfg.StrOpt('connection', default='sqlite://', deprecated_name='link')], group=cfg.OptGroup('db'))

def failure(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)

)";

constexpr const char* kFile = R"([DEFAULT]
a_name = y   
names = a, b,
  c
many: 1
many = "2"
# on = true
on = Yes
[db]
link = postgresql://h/d
)";

struct Row {
  const char* name;
  const char* script;
  const char* output;
};

const Row kRows[] = {
    {"Defaults", "print(conf.a_name, conf.count, conf.names, conf.url, conf.many, conf.on, conf['pairs'])\n",
     "x 3 ['b'] x/sqlite:///$ None None {'a': '1'}\n"},
    {"Groups", "print(conf.db.connection, conf['db']['connection'], 'db' in conf, 'x' in conf.db, list(conf.db))\n",
     "sqlite:// sqlite:// True False ['connection']\n"},
    {"Overrides",
     "conf.set_override('count', '7')\nconf.set_default('connection', 'sqlite:///f', 'db')\nprint(conf.count, "
     "conf.url)\n"
     "conf.clear_override('count')\nprint(conf.count, failure(lambda: conf.set_override('a_name', 'z')))\n",
     "7 x/sqlite:///f/$\n3 ValueError: Valid values are [x, y], but found 'z'\n"},
    {"Files",
     "conf([], default_config_files=['/etc/a.conf'])\n"
     "print(conf.a_name, conf.names, conf.many, conf.on, conf.db.connection)\n",
     "y ['a', 'b', 'c'] ['1', '2'] True postgresql://h/d\n"},
    {"TheEnvironmentCountsOnceItWasCalled",
     "os.environ.update(OS_DB__CONNECTION='postgresql://env/d', OS_DEFAULT__COUNT='0')\nprint(conf.db.connection)\n"
     "conf([], default_config_files=[])\nprint(conf.db.connection, failure(lambda: conf.count))\n",
     "sqlite://\npostgresql://env/d ConfigFileValueError: Value for option count is not valid: Should be greater than "
     "or "
     "equal to 1\n"},
    {"WhatIsNotThere",
     "print(failure(lambda: conf.database))\nprint(failure(lambda: conf([], default_config_files=['/no.conf'])))\n"
     "print(failure(lambda: conf.register_opt(cfg.StrOpt('count'))))\nconf.keystone.register('x')\n"
     "print(failure(lambda: cfg.CONF([], default_config_files=['/bad.conf'])))\n",
     "NoSuchOptError: no such option database in group [DEFAULT]\n"
     "ConfigFilesNotFoundError: Failed to find some config files: /no.conf\nDuplicateOptError: duplicate option: "
     "count\n"
     "ConfigFileParseError: Failed to parse /bad.conf: at /bad.conf:1, No ':' or '=' found in assignment: 'x'\n"},
    {"FilesAreThoseOfTheProject",
     "print(cfg.find_config_files('a'), cfg.find_config_files('b', prog='c'))\nconf([], project='a')\nprint(conf.on)\n",
     "['/etc/a.conf'] []\nTrue\n"},
    {"EnginesAreThoseOfTheOptions",
     "from oslo_db import exception, options\nfrom oslo_db.sqlalchemy import enginefacade, session\n"
     "print(failure(enginefacade.writer.get_engine))\noptions.set_defaults(cfg.CONF, connection='postgresql://h/d')\n"
     "print(enginefacade.reader.get_engine().url, enginefacade.writer.get_engine() is "
     "enginefacade.reader.get_engine())\n"
     "own = enginefacade.transaction_context()\nown.configure(connection='postgresql://h/e')\n"
     "print(own.writer.get_engine().url, session.create_engine('postgresql://h/f', max_pool_size=3).url)\n",
     "CantStartEngineError: No sql_connection parameter is established\npostgresql://h/d True\npostgresql://h/e "
     "postgresql://h/f\n"},
    {"LoggersTakeKeywords",
     "from oslo_log import log, versionutils\nLOG = log.getLogger('x')\nlog.register_options(conf)\n"
     "LOG.info('quiet %s', 1, instance='i')\n@versionutils.deprecated(as_of='A')\ndef f(): return 1\n"
     "print(f(), conf.debug, LOG.logger.name, versionutils.deprecated.VICTORIA)\n",
     "1 False x V\n"},
    {"JsonIsWrittenOfMore",
     "import datetime, uuid\nfrom oslo_serialization import jsonutils\n"
     "print(jsonutils.dumps({'at': datetime.datetime(2024, 1, 2), 'id': uuid.UUID(int=1)}), jsonutils.loads(b'[1]'))\n",
     "{\"at\": \"2024-01-02T00:00:00.000000\", \"id\": \"00000000-0000-0000-0000-000000000001\"} [1]\n"},
    {"PackagesThatAreTriedAreNotThere",
     "from oslo_utils import encodeutils, excutils, importutils\n"
     "print(importutils.try_import('osprofiler.sqlalchemy'), encodeutils.safe_encode('é'))\n"
     "def again():\n    try:\n        1 / 0\n    except ZeroDivisionError:\n"
     "        with excutils.save_and_reraise_exception():\n            print('seen')\nprint(failure(again))\n",
     "None b'\\xc3\\xa9'\nseen\nZeroDivisionError: division by zero\n"},
};

class OsloLibraries : public testing::TestWithParam<Row> {};

TEST_P(OsloLibraries, Prints) {
  python::ScriptHostForTests host({{"/etc/a.conf", kFile}, {"/bad.conf", "x\n"}});
  python::Interpreter interpreter(host.host(), {});
  AddModules(interpreter);
  interpreter.RunSource("a.py", std::string(kOptions) + GetParam().script, "a");
  EXPECT_EQ(host.output(), GetParam().output);
}

INSTANTIATE_TEST_SUITE_P(Rows, OsloLibraries, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace limbeck::pymodules

#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// Packages that the machine's own Python need not have.

namespace limbeck::pymodules {
namespace {

struct Row {
  const char* expression;
  const char* text;
};

std::string Printed(const std::string& script) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  AddModules(interpreter);
  interpreter.RunSource("a.py", script, "a");
  return host.output();
}

void ExpectTexts(const char* imports, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(Printed(std::string(imports) + "print(" + row.expression + ")\n"), std::string(row.text) + "\n");
  }
}

TEST(Pytz, ZonesAreChosenByLocalize) {
  ExpectTexts(
      "import pytz\nfrom datetime import datetime, timedelta\nberlin = pytz.timezone('Europe/Berlin')\n"
      "summer = berlin.localize(datetime(2024, 7, 1, 12))\n",
      {
          {"repr(berlin), str(berlin)", "<DstTzInfo 'Europe/Berlin' LMT+0:53:00 STD> Europe/Berlin"},
          {"summer, summer.astimezone(pytz.utc)", "2024-07-01 12:00:00+02:00 2024-07-01 10:00:00+00:00"},
          {"berlin.normalize(summer + timedelta(days=180))", "2024-12-28 11:00:00+01:00"},
          {"berlin.localize(datetime(2024, 10, 27, 2, 30))", "2024-10-27 02:30:00+01:00"},
          {"berlin.localize(datetime(2024, 10, 27, 2, 30), is_dst=True)", "2024-10-27 02:30:00+02:00"},
          {"datetime(2024, 1, 1, tzinfo=pytz.UTC).astimezone(berlin)", "2024-01-01 01:00:00+01:00"},
          {"pytz.timezone('utc') is pytz.UTC, pytz.FixedOffset(0) is pytz.utc", "True True"},
          {"datetime(2024, 1, 1, tzinfo=pytz.FixedOffset(90))", "2024-01-01 00:00:00+01:30"},
          {"'Europe/Berlin' in pytz.all_timezones", "True"},
      });
}

TEST(Wrapt, DecoratesFunctionsAndMethods) {
  ExpectTexts(
      "import wrapt\n@wrapt.decorator\ndef tell(wrapped, instance, args, kwargs):\n"
      "    return type(instance).__name__, wrapped(*args, **kwargs)\n"
      "@tell\ndef double(x): return x * 2\nclass A:\n    @tell\n    def name(self, x=1): return 'a', x\n",
      {
          {"double(2), double.__name__", "('NoneType', 4) double"},
          {"A().name(x=3)", "('A', ('a', 3))"},
      });
}

TEST(Versions, AreThoseOfThePackagesThatOursStandFor) {
  ExpectTexts("from importlib.metadata import version\nimport pydantic\n",
              {
                  {"version('Flask').split('.')[0], version('Flask_SQLAlchemy').split('.')[0]", "3 3"},
                  {"version('pydantic') == pydantic.VERSION", "True"},
              });
}

TEST(FlaskBcrypt, MakesHashesThatItKnowsAgain) {
  ExpectTexts(
      "from flask_bcrypt import Bcrypt, check_password_hash, generate_password_hash\n"
      "made = generate_password_hash('x', 4)\n",
      {
          {"made[:7], check_password_hash(made.decode(), 'x'), check_password_hash(made, 'y')",
           "b'$2b$04$' True False"},
          {"Bcrypt().check_password_hash(made, 'x')", "True"},
      });
}

TEST(Appdirs, AreThoseOfXdg) {
  ExpectTexts(
      "import appdirs, os\nos.environ.update(HOME='/people/a', XDG_CACHE_HOME='/cache', XDG_CONFIG_DIRS='/x/:/y')\n"
      "os.environ.pop('XDG_DATA_HOME', None)\n",
      {
          {"appdirs.user_data_dir('shop', 'us'), appdirs.user_cache_dir('shop', version='2')",
           "/people/a/.local/share/shop /cache/shop/2"},
          {"appdirs.site_config_dir('shop'), appdirs.AppDirs('shop').user_log_dir", "/x/shop /cache/shop/log"},
      });
}

TEST(Colorama, HasTheCodes) {
  ExpectTexts("from colorama import Back, Fore, Style, init\ninit(autoreset=True)\n",
              {{"repr(Fore.RED + Back.LIGHTWHITE_EX + Style.RESET_ALL)", "'\\x1b[31m\\x1b[107m\\x1b[0m'"}});
}

TEST(Oslo, HasUnitsAndImports) {
  ExpectTexts("from oslo_utils import importutils, units\n",
              {
                  {"units.Mi, units.G", "1048576 1000000000"},
                  {"importutils.import_object('decimal.Decimal', '1.5')", "1.5"},
                  {"importutils.try_import('json').__name__", "json"},
              });
}

TEST(Click, WritesAndHasNoContext) {
  ExpectTexts("import click\n@click.command()\n@click.option('--x')\ndef run(x): pass\n",
              {
                  {"click.get_current_context(silent=True)", "None"},
                  {"repr(click.style('a', fg='red', bold=True)), click.unstyle(click.style('b', bg='bright_blue'))",
                   "'\\x1b[31m\\x1b[1ma\\x1b[0m' b"},
                  {"click.echo('a'), click.secho('b', fg='green')", "a\nb\nNone None"},
                  {"click.BadParameter('no x').format_message(), issubclass(click.UsageError, click.ClickException)",
                   "no x True"},
                  {"[i for i in click.progressbar([1, 2])]", "[1, 2]"},
              });
}

TEST(Rich, CountsWithoutPictures) {
  ExpectTexts("import rich\nfrom rich.console import Console\nfrom rich.progress import Progress, track\n",
              {
                  {"list(track(range(2), 'Rows'))", "[0, 1]"},
                  {"rich.print('[bold red]a[/] [1]'), Console().print('[b]c[/b]')", "a [1]\nc\nNone None"},
                  {"[Progress().__enter__().add_task('x', total=2)]", "[0]"},
              });
}

TEST(UuidUtils, MakesVersionsThatPythonHasNot) {
  ExpectTexts(
      "import uuid_utils\nfrom uuid_utils.compat import uuid7\n",
      {
          {"str(uuid7(1, 5000000))[:15], uuid7().version, uuid7().variant", "00000000-03ed-7 7 specified in RFC 4122"},
          {"uuid_utils.uuid6(1, 0).version, uuid_utils.uuid8(b'0123456789abcdef')",
           "6 30313233-3435-8637-b839-616263646566"},
      });
}

TEST(Iso8601, ReadsMoments) {
  ExpectTexts("import iso8601\n",
              {
                  {"iso8601.parse_date('2024-01-02T03:04:05.6Z'), iso8601.parse_date('20240102', None)",
                   "2024-01-02 03:04:05.600000+00:00 2024-01-02 00:00:00"},
                  {"iso8601.parse_date('2024-01-02 03:04-05:30').tzinfo, iso8601.iso8601.UTC", "-05:30 UTC"},
                  {"iso8601.is_iso8601('2024'), iso8601.is_iso8601('soon')", "True False"},
              });
}

TEST(Speaklater, TextsAreThereAtOnce) {
  ExpectTexts("import speaklater\n",
              {{"speaklater.make_lazy_string(str.upper, 'a'), speaklater.is_lazy_string('a')", "A False"}});
}

TEST(Packages, WhatTheyLackMayBeCalled) {
  ExpectTexts(
      "from oslo_utils import excutils\nfrom flask_babel import Babel\nbabel = Babel()\n"
      "@excutils.wrap\ndef f(): pass\n",
      {{"'ran'", "ran"}});
}

TEST(Packages, AttributesThatTheyLackAreAsOpaqueAsImportedNames) {
  ExpectTexts("import werkzeug\nmade = werkzeug.Client(1)\n@werkzeug.wrap\ndef f(): pass\n",
              {
                  {"hasattr(werkzeug, 'Client'), getattr(werkzeug, 'Client', None)", "False None"},
                  {"hasattr(werkzeug, '__all__')", "False"},
              });
}

TEST(Dateutil, ReadsDates) {
  ExpectTexts("from dateutil.parser import isoparse, parse\n",
              {
                  {"parse('2024-01-02T03:04:05Z')", "2024-01-02 03:04:05+00:00"},
                  {"repr(parse('2024-01-02 03:04:05.678+05:30').tzinfo)", "tzoffset(None, 19800)"},
                  {"parse('5 January 2024 3pm')", "2024-01-05 15:00:00"},
                  {"parse('01/02/2024'), parse('31/12/2023')", "2024-01-02 00:00:00 2023-12-31 00:00:00"},
                  {"parse('01/02/2024', dayfirst=True)", "2024-02-01 00:00:00"},
                  {"parse('Mon, 05 Feb 2024 07:08:09 GMT')", "2024-02-05 07:08:09+00:00"},
                  {"parse('20240102T030405')", "2024-01-02 03:04:05"},
                  {"isoparse('2024-05')", "2024-05-01 00:00:00"},
              });
}

TEST(Dateutil, MovesByYearsAndMonths) {
  ExpectTexts(
      "from datetime import date, datetime\nfrom dateutil.relativedelta import FR, MO, relativedelta\n",
      {
          {"date(2024, 1, 31) + relativedelta(months=1)", "2024-02-29"},
          {"date(2024, 2, 29) - relativedelta(years=1, months=2)", "2022-12-29"},
          {"date(2024, 1, 31) + relativedelta(day=1, weekday=MO(1))", "2024-01-01"},
          {"date(2024, 1, 31) + relativedelta(weekday=FR(-1))", "2024-01-26"},
          {"relativedelta(date(2024, 3, 1), date(2020, 1, 15))", "relativedelta(years=+4, months=+1, days=+15)"},
          {"relativedelta(hours=25, minutes=61)", "relativedelta(days=+1, hours=+2, minutes=+1)"},
          {"relativedelta(months=3) * 2, bool(relativedelta())", "relativedelta(months=+6) False"},
      });
}

TEST(Passlib, ContextsHashAndVerify) {
  EXPECT_EQ(Printed("from passlib.context import CryptContext\n"
                    "from passlib.hash import pbkdf2_sha256, sha512_crypt\n"
                    "context = CryptContext(schemes=['bcrypt', 'pbkdf2_sha256'], deprecated='auto', bcrypt__rounds=4)\n"
                    "hashed = context.hash('secret')\n"
                    "print(hashed[:7], context.verify('secret', hashed), context.verify('x', hashed))\n"
                    "old = '$pbkdf2-sha256$6400$AAECAwQFBgcICQoLDA0ODw$tPOMD/grGsIamqYFYSZfmAdFVLhjOwI3BJ.ZUfspFNM'\n"
                    "print(context.verify('password', old), context.identify(old), context.needs_update(old))\n"
                    "print(sha512_crypt.using(rounds=1000).hash('x')[:15], context.needs_update(hashed))\n"),
            "$2b$04$ True False\n"
            "True pbkdf2_sha256 True\n"
            "$6$rounds=1000$ False\n");
}

TEST(Orjson, WritesBytes) {
  ExpectTexts("import orjson, uuid\nfrom datetime import datetime, timezone\n",
              {
                  {"orjson.dumps({'b': [1, 'ä'], 'a': None})", "b'{\"b\":[1,\"\\xc3\\xa4\"],\"a\":null}'"},
                  {"orjson.dumps(datetime(2024, 1, 2, tzinfo=timezone.utc))", "b'\"2024-01-02T00:00:00+00:00\"'"},
                  {"orjson.dumps([uuid.UUID(int=1)])", "b'[\"00000000-0000-0000-0000-000000000001\"]'"},
                  {"orjson.dumps({'b': 1, 'a': 2}, option=orjson.OPT_SORT_KEYS)", "b'{\"a\":2,\"b\":1}'"},
                  {"orjson.loads(b'{\"a\": [1, 2.5]}')", "{'a': [1, 2.5]}"},
              });
}

TEST(PackagingVersion, OrdersAsPep440) {
  ExpectTexts("from packaging.version import parse, Version, InvalidVersion\n",
              {
                  {"parse('1.10') > parse('1.9'), parse('1.0rc1') < parse('1.0'), parse('1.0.post1') > parse('1.0')",
                   "True True True"},
                  {"parse('1.0.dev1') < parse('1.0a1') < parse('1.0b2') < parse('1.0'), parse('1.0') == parse('1')",
                   "True True"},
                  {"Version('v1.2.3-alpha.4+local.1'), repr(Version('2!1.0')), Version('1.2').micro",
                   "1.2.3a4+local.1 <Version('2!1.0')> 0"},
              });
}

TEST(Oslo, HasItsTools) {
  ExpectTexts("from oslo_utils import strutils, uuidutils\nfrom oslo_i18n import TranslatorFactory\n",
              {
                  {"strutils.bool_from_string('Yes'), strutils.bool_from_string('what', default=None)", "True None"},
                  {"uuidutils.is_uuid_like(uuidutils.generate_uuid()), uuidutils.is_uuid_like('x')", "True False"},
                  {"TranslatorFactory('x').primary('text')", "text"},
              });
}

TEST(FlaskBabel, GivesTextsAsTheyAre) {
  ExpectTexts(
      "from flask_babel import gettext, lazy_gettext, ngettext\n",
      {{"gettext('a %(b)s', b=1), lazy_gettext('x'), ngettext('%(num)d file', '%(num)d files', 2)", "a 1 x 2 files"}});
}

TEST(Werkzeug, HashesPasswords) {
  ExpectTexts(
      "from werkzeug.security import check_password_hash as same, generate_password_hash as made\n",
      {
          {"made('a').split('$')[0], made('a', 'pbkdf2:sha256:10', 8).split('$')[0]",
           "scrypt:32768:8:1 pbkdf2:sha256:10"},
          {"same(made('a', method='scrypt:1024:8:1'), 'a'), same(made('a', method='scrypt:1024:8:1'), 'b')",
           "True False"},
          {"same('pbkdf2:sha256:1$salt$120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b', 'password')",
           "True"},
          {"same('plain', 'plain')", "False"},
      });
}

TEST(Werkzeug, HasWhatApplicationsArePutTogetherWith) {
  ExpectTexts(
      "import datetime\nfrom werkzeug.exceptions import BadRequest, NotFound, default_exceptions\n"
      "from werkzeug.http import http_date\nfrom werkzeug.local import LocalProxy\n"
      "from werkzeug.utils import cached_property, import_string, safe_join, secure_filename\n"
      "class A:\n    @cached_property\n    def made(self): return [1]\n"
      "a = A()\n",
      {
          {"NotFound('no such page'), default_exceptions[400] is BadRequest", "404 Not Found: no such page True"},
          {"http_date(datetime.datetime(2024, 2, 29, 1, 2, 3))", "Thu, 29 Feb 2024 01:02:03 GMT"},
          {"LocalProxy(lambda: [1, 2]), len(LocalProxy(lambda: [1, 2]))", "[1, 2] 2"},
          {"a.made is a.made, import_string('os.path:join')('a', 'b')", "True a/b"},
          {"secure_filename('../My And.txt'), safe_join('a', 'b/../c'), safe_join('a', '../c')", "My_And.txt a/c None"},
      });
}

TEST(Flask, BlueprintsAndLoggersAreThere) {
  ExpectTexts(
      "import logging\nfrom flask import Blueprint, Flask, has_request_context\n"
      "from flask.logging import default_handler\napp = Flask('a')\napp.logger.removeHandler(default_handler)\n"
      "app.logger = logging.getLogger('own')\nb = Blueprint('b', __name__, url_prefix='/b')\n",
      {
          {"b.name, b.url_prefix, b._got_registered_once, has_request_context()", "b /b False False"},
          {"app.logger.name, app.config['SESSION_COOKIE_NAME'], Flask.default_config['DEBUG']", "own session False"},
      });
}

TEST(Peewee, ModelsTellTheirTables) {
  ExpectTexts(
      "from peewee import *\nclass Base(Model):\n    class Meta:\n        database = SqliteDatabase('x')\n"
      "        schema = 's'\nclass User(Base):\n    name = CharField(index=True, max_length=40)\n"
      "    boss = ForeignKeyField('self', null=True)\n"
      "class OrderLine(Base):\n    user = ForeignKeyField(User, backref='lines')\n    code = "
      "IntegerField(primary_key=True)\n"
      "    class Meta:\n        indexes = ((('user', 'code'), True),)\n        table_name = 'lines'\n"
      "class Pair(Model):\n    a = IntegerField()\n    class Meta:\n        primary_key = CompositeKey('a')\n",
      {
          {"User._meta.table_name, User._meta.schema, User._meta.sorted_field_names", "user s ['id', 'name', 'boss']"},
          {"[field.column_name for field in OrderLine._meta.sorted_fields]", "['code', 'user_id']"},
          {"OrderLine.user.rel_field, OrderLine.user.field_type, OrderLine._meta.indexes",
           "<AutoField: User.id> INT [(('user', 'code'), True)]"},
          {"User.boss.rel_model is User, User.name.get_modifiers(), OrderLine._meta.primary_key",
           "True [40] <IntegerField: OrderLine.code>"},
          {"Pair._meta.composite_key, Pair._meta.fields", "True {'a': <IntegerField: Pair.a>}"},
          {"User(name='x').name, issubclass(User.DoesNotExist, DoesNotExist)", "x True"},
      });
}

}  // namespace
}  // namespace limbeck::pymodules

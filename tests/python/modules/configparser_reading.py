import configparser
import io
text = """
[DEFAULT]
base = /srv
debug: no

# comment
[alembic]
script_location = %(base)s/migrations
sqlalchemy.url = postgresql://u:p%%40ss@localhost/db
Name = Value
multi =
    one
    two

    three
empty =
count = 5
ratio = 0.5

[loggers]
; another comment
keys = root,sqlalchemy
"""
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.options("loggers"), c.has_section("alembic"), c.has_option("alembic", "NAME"), "alembic" in c, "nope" in c, len(c))
print(c.get("alembic", "script_location"), c.get("alembic", "sqlalchemy.url"), c.get("alembic", "name"), repr(c.get("alembic", "multi")), repr(c.get("alembic", "empty")))
print(c.get("alembic", "script_location", raw=True), c.get("alembic", "script_location", vars={"base": "/x"}), c.get("nope", "x", fallback="fb"), c.get("alembic", "nope", fallback=None))
print(c.getint("alembic", "count"), c.getfloat("alembic", "ratio"), c.getboolean("alembic", "debug"), c.getboolean("alembic", "zz", fallback=True), c["alembic"].getint("count"), c["alembic"].get("zz", "d"))
s = c["alembic"]
print(s["count"], "count" in s, s.get("nope"), s.name, s, list(c["loggers"]), dict(c["loggers"]), c.defaults(), c.items("loggers"))
c.set("alembic", "added", "1")
s["more"] = "2"
c.add_section("new")
c["made"] = {"a": 1, "b": "x"}
print(c["alembic"]["added"], c.get("alembic", "more"), c.sections(), dict(c["made"]), c.remove_option("alembic", "added"), c.remove_section("new"), c.remove_section("new"))
out = io.StringIO()
small = configparser.ConfigParser({"d": "1"})
small.read_dict({"s": {"k": "v", "m": "a\nb"}})
small.write(out)
print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string("[a]\nx = 1\ny = ${x}-${b:z}\n[b]\nz = 2$$\n")
print(e["a"]["y"], configparser.RawConfigParser is not None)
raw = configparser.RawConfigParser(allow_no_value=True, inline_comment_prefixes=("#",), delimiters=("=",))
raw.optionxform = str
raw.read_string("[S]\nKey = a % b # note\nflag\nurl = x:y\n")
print(raw.items("S"), raw.get("S", "flag"), configparser.ConfigParser(interpolation=None).read("/nonexistent.ini"))
for work in (lambda: c.get("nope", "x"), lambda: c.get("alembic", "nope"), lambda: c["nope"], lambda: s["nope"], lambda: configparser.ConfigParser().read_string("x = 1"),
             lambda: configparser.ConfigParser().read_string("[a]\n[a]"), lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2"), lambda: c.set("alembic", "x", 5),
             lambda: configparser.ConfigParser().read_string("[a]\njunk\n"), lambda: c.add_section("made"), lambda: c.getboolean("alembic", "name"), lambda: c.set("alembic", "x", "a%b")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
bad = configparser.ConfigParser()
bad.read_string("[a]\nx = %(y)s\nz = %(z)s\nw = 5%\n")
for name in "xzw":
    try:
        print(bad.get("a", name))
    except configparser.InterpolationError as error:
        print(type(error).__name__, error)

# expect: ['alembic', 'loggers'] ['keys', 'base', 'debug'] True True True False 3
# expect: /srv/migrations postgresql://u:p%40ss@localhost/db Value '\none\ntwo\n\nthree' ''
# expect: %(base)s/migrations /x/migrations fb None
# expect: 5 0.5 False True 5 d
# expect: 5 True None alembic <Section: alembic> ['keys', 'base', 'debug'] {'keys': 'root,sqlalchemy', 'base': '/srv', 'debug': 'no'} {'base': '/srv', 'debug': 'no'} [('base', '/srv'), ('debug', 'no'), ('keys', 'root,sqlalchemy')]
# expect: 1 2 ['alembic', 'loggers', 'new', 'made'] {'a': '1', 'b': 'x', 'base': '/srv', 'debug': 'no'} True True False
# expect: [DEFAULT]
# expect: d = 1
# expect:
# expect: [s]
# expect: k = v
# expect: m = a
# expect: 	b
# expect:
# expect:
# expect: 1-2$ True
# expect: [('Key', 'a % b'), ('flag', None), ('url', 'x:y')] None []
# expect: NoSectionError No section: 'nope'
# expect: NoOptionError No option 'nope' in section: 'alembic'
# expect: KeyError 'nope'
# expect: KeyError 'nope'
# expect: MissingSectionHeaderError File contains no section headers.
# expect: file: '<string>', line: 1
# expect: 'x = 1'
# expect: DuplicateSectionError While reading from '<string>' [line  2]: section 'a' already exists
# expect: DuplicateOptionError While reading from '<string>' [line  3]: option 'x' in section 'a' already exists
# expect: TypeError option values must be strings
# expect: ParsingError Source contains parsing errors: '<string>'
# expect: 	[line  2]: 'junk\n'
# expect: DuplicateSectionError Section 'made' already exists
# expect: ValueError Not a boolean: Value
# expect: ValueError invalid interpolation syntax in 'a%b' at position 1
# expect: InterpolationMissingOptionError Bad value substitution: option 'x' in section 'a' contains an interpolation key 'y' which is not a valid option name. Raw value: '%(y)s'
# expect: InterpolationDepthError Recursion limit exceeded in value substitution: option 'z' in section 'a' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(z)s'
# expect: InterpolationSyntaxError '%' must be followed by '%' or '(', found: '%'

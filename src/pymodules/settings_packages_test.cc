#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// Packages that settings and models are written with: yaml, attr, six, tqdm.

namespace limbeck::pymodules {
namespace {

std::string Printed(const std::string& script) {
  python::ScriptHostForTests host;
  python::Interpreter interpreter(host.host(), {});
  AddModules(interpreter);
  interpreter.RunSource("a.py", script, "a");
  return host.output();
}

struct Row {
  const char* text;
  const char* value;
};

TEST(Yaml, ReadsWhatSettingsAreWrittenIn) {
  const Row rows[] = {
      {"", "None"},
      {"a: 1   # one\\nb: [x, y]\\n", "{'a': 1, 'b': ['x', 'y']}"},
      {"a: yes\\nb: ~\\nc:\\nd: 1.5\\ne: -3\\nf: 0x1f\\ng: 12:30\\n",
       "{'a': True, 'b': None, 'c': None, 'd': 1.5, 'e': -3, 'f': 31, 'g': 750}"},
      {"url: postgresql://u:p@h:5432/d?x=1#y\\nhash: a #b\\n",
       "{'url': 'postgresql://u:p@h:5432/d?x=1#y', 'hash': 'a'}"},
      {"a: 'it''s'\\nb: \"t\\\\tx\\\\u00e4\"\\n\"c d\": e\\n", "{'a': \"it's\", 'b': 't\\tx\xc3\xa4', 'c d': 'e'}"},
      {"- a\\n- - 1\\n  - 2\\n- k: v\\n  l: {m: n, o: [p]}\\n",
       "['a', [1, 2], {'k': 'v', 'l': {'m': 'n', 'o': ['p']}}]"},
      {"a:\\n- 1\\n- 2\\nb:\\n  c:\\n    d: 1\\n", "{'a': [1, 2], 'b': {'c': {'d': 1}}}"},
      {"a: &x\\n  k: 1\\n  l: 2\\nb:\\n  <<: *x\\n  l: 3\\nc: *x\\n",
       "{'a': {'k': 1, 'l': 2}, 'b': {'k': 1, 'l': 3}, 'c': {'k': 1, 'l': 2}}"},
      {"a: |\\n  x\\n    y\\n\\n  z\\nb: >-\\n  x\\n  y\\n\\n  z\\nc: one\\n  two\\n",
       "{'a': 'x\\n  y\\n\\nz\\n', 'b': 'x y\\nz', 'c': 'one two'}"},
      {"a: |+\\n  x\\n\\nb: !!str 5\\n", "{'a': 'x\\n\\n', 'b': '5'}"},
      {"a: {b: 1,\\n  c: 2}\\nd: 2024-01-02\\n", "{'a': {'b': 1, 'c': 2}, 'd': datetime.date(2024, 1, 2)}"},
      {"--- \\na: 1\\n...\\n", "{'a': 1}"},
  };
  for (const Row& row : rows) {
    std::string expected = row.value;
    EXPECT_EQ(Printed("import yaml\nprint(yaml.safe_load('''" + std::string(row.text) + "'''))\n"),
              Printed("import datetime\nprint(" + expected + ")\n"))
        << row.text;
  }
  EXPECT_EQ(Printed("import yaml\nprint(list(yaml.safe_load_all('--- 1\\n---\\na: b\\n')))\n"
                    "try:\n    yaml.safe_load('a: !!python/object:os.system x')\nexcept yaml.YAMLError as error:\n"
                    "    print(error)\n"),
            "[1, {'a': 'b'}]\n"
            "could not determine a constructor for the tag '!!python/object:os.system'\n  in line 2\n");
}

TEST(Yaml, WritesWhatItReads) {
  EXPECT_EQ(Printed("import yaml\nprint(yaml.dump({'b': [1, {'x': 'y', 'z': []}], 'a': {'c': None, 'd': 'yes'}}))\n"
                    "print(yaml.safe_dump(['a: b', 1.5, True], default_flow_style=True))\n"),
            "a:\n  c: null\n  d: 'yes'\nb:\n- 1\n- x: y\n  z: []\n\n['a: b', 1.5, true]\n\n");
}

TEST(Attrs, MakesClassesOfFields) {
  EXPECT_EQ(Printed("import attr, attrs\n"
                    "@attr.s\n"
                    "class A:\n"
                    "    x = attr.ib()\n"
                    "    y = attr.ib(default=3, converter=int)\n"
                    "    z = attr.ib(factory=list, repr=False)\n"
                    "    @y.validator\n"
                    "    def check(self, attribute, value):\n"
                    "        if value < 0: raise ValueError('negative')\n"
                    "@attrs.define(frozen=True)\n"
                    "class B:\n"
                    "    a: int\n"
                    "    _b: str = 'q'\n"
                    "    c: dict = attrs.field(factory=dict, kw_only=True)\n"
                    "print(A(1), A(1, '5') == A(1, 5), attr.asdict(A(1)), A(1) < A(2))\n"
                    "print(B(1, b='z', c={1: 2}), attrs.evolve(B(1), a=2), [f.name for f in attr.fields(B)])\n"
                    "for work in (lambda: A(1, -1), lambda: setattr(B(1), 'a', 2), lambda: A(1, q=2)):\n"
                    "    try: work()\n"
                    "    except Exception as error: print(type(error).__name__, error)\n"),
            "A(x=1, y=3) True {'x': 1, 'y': 3, 'z': []} True\n"
            "B(a=1, _b='z', c={1: 2}) B(a=2, _b='q', c={}) ['a', '_b', 'c']\n"
            "ValueError negative\n"
            "FrozenInstanceError can't set attribute\n"
            "TypeError A.__init__() got an unexpected keyword argument 'q'\n");
}

TEST(SixAndTqdm, AreWhatPython3Has) {
  EXPECT_EQ(
      Printed("import six\nfrom six.moves import configparser, range\nfrom six.moves.urllib.parse import quote\nfrom "
              "tqdm import tqdm\n"
              "class Meta(type): tag = 'meta'\n"
              "class A(six.with_metaclass(Meta, dict)): pass\n"
              "@six.add_metaclass(Meta)\n"
              "class B:\n    x = 1\n"
              "print(A.tag, A.__bases__, B.tag, B.x, list(six.iteritems({1: 2})), six.text_type, list(range(2)),\n"
              "      quote('a b'), configparser.__name__)\n"
              "print([item for item in tqdm([1, 2], desc='x')])\n"),
      "meta (<class 'dict'>,) meta 1 [(1, 2)] <class 'str'> [0, 1] a%20b configparser\n[1, 2]\n");
}

}  // namespace
}  // namespace limbeck::pymodules

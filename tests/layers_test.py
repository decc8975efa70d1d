#!/usr/bin/env python3
"""Holds the sources to the rules of the house: who may include whom, who prints, who touches the outside, who catches.

Reads tools/layers.txt and every file of src/ and include/. Comments and literals are taken out first, so a rule sees
code only. What may break a rule, and why, is data below; an entry that nothing needs any more is a failure too.
"""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[1]

# ---- the rules as data ----------------------------------------------------------------------------------------------

# Libraries that a room gives to nobody through its headers: they take long to compile.
HEAVY_HEADERS = r"iostream|fstream|sstream|regex|fmt/|nlohmann/|CLI/|toml\+\+|date/|sqlite3\.h|pcre2|nettle/|zlib\.h|crypt\.h|boost/"

PRINTING = re.compile(
    r"\bstd::(?:cout|cerr|clog|wcout|print|println)\b|\bfmt::print\w*\s*\("
    r"|(?<![\w.>])(?:std::)?(?:v?printf|puts|putchar|perror)\s*\("
    r"|(?<![\w.>])(?:std::)?(?:v?fprintf|fputs|fputc|putc|fwrite)\s*\(.*\bstd(?:out|err)\b"
    r"|\bwrite\s*\(\s*(?:STD(?:OUT|ERR)_FILENO|[12],)")
EXITING = re.compile(
    r"(?<![\w.>])(?:std::|::)?(?:_?exit|_Exit|quick_exit|abort|terminate|raise|kill)\s*\(")
OUTSIDE = re.compile(
    # files
    r"\bstd::(?:basic_)?[io]?fstream\b|\bstd::filesystem\b"
    r"|(?<![\w.>])(?:std::|::)?(?:fopen|freopen|opendir|mkstemp|tmpfile|mmap|unlink|readlink|realpath|getcwd|chdir)\s*\("
    r"|(?<![\w.>:])::(?:open|openat|stat|lstat|access|mkdir|rmdir|remove|rename)\s*\("
    # environment
    r"|(?<![\w.>])(?:std::|::)?(?:secure_)?(?:getenv|setenv|putenv|unsetenv)\s*\(|\benviron\b"
    # clock and waiting
    r"|\b(?:system|steady|high_resolution)_clock::now\b|\bsleep_(?:for|until)\b"
    r"|(?<![\w.>])(?:std::|::)?(?:time\s*\(\s*(?:nullptr|NULL|0|&)|gettimeofday|clock_gettime|u?sleep|nanosleep)"
    # processes
    r"|(?<![\w.>])(?:std::|::)?(?:system|popen|v?fork|exec[lv]p?e?|posix_spawnp?)\s*\(")
CATCHING = re.compile(r"\bcatch\s*\(")
USING_NAMESPACE = re.compile(r"\busing\s+namespace\b")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XXX|HACK)\b")

# A folder or file (from src/) that may, and why.
MAY_PRINT = {
    "cli/": "the only place that speaks to the user",
}
MAY_EXIT = {
    "cli/": "the program is here",
}
MAY_TOUCH_THE_OUTSIDE = {
    "base/": "the seams and their real sides are here",
}
MAY_CATCH = {
    "base/error_of.h": "an error as a value: a row of a report, what is tried again, what half an operation has before it",
    "base/worker_pool.cc": "the first task's error is thrown where the pool is waited for",
    "project/toml_config.cc": "toml++ throws errors of its own",
    "python/interpreter.h": "the edge at which a script's exception becomes an Error",
    "python/script_error.h": "exceptions that are answers: StopIteration, AttributeError",
    "python/machine.h": "a script's frames and its try and except",
    "python/native.cc": "a native function's TypeError about an opaque argument is a refusal",
    "python/file_object.cc": "a file that cannot be read is the script's OSError",
    "python/failed_modules.cc": "a module without tables that does not run is a warning where models are compared",
    "python/passed_over.cc": "a factory that is refused something has made its application by then",
    "python/generator.cc": "an exception crosses from a generator's stack to its caller's",
    "python/eval_yield.cc": "yield from hands exceptions on",
    "engine/patience.cc": "a database that does not answer yet is asked again",
    "engine/statements_ahead.cc": "a statement that was sent before a script raised something comes first, if it failed",
    "engine/environment_run.cc": "a request that makes no sense loses its place in env.py",
    "engine/script_renderer.cc": "an error in a template's Python is told at the template's line",
    "engine/scratch_database.cc": "a destructor has nobody to tell that a database stays behind",
    "assure/lint.cc": "a revision that asks the database, or is no SQL, is a row of the report",
    "assure/scratch.cc": "a scratch database that cannot be dropped is told of, in a destructor",
    "assure/verify.cc": "what a revision does wrong is a row of the report",
    "library/c_api.cc": "no exception may reach C",
    "library/migrator.cc": "the Try... forms give errors as values",
    "fleet/worker.cc": "an error of one database is a value for the others",
    "cli/wait.cc": "who waits is told that the database does not answer, not which line asked for it",
    "cli/status.cc": "what cannot be told is told of, and the rest goes on",
    "cli/program.cc": "an error becomes a message and an exit code",
    "pymodules/script_exceptions.h": "errors of the rooms below become exceptions of the script",
    "pymodules/script_connection.cc": "a statement's error is told with its marks and values",
    "python/parse_rows.h": "the tests' rows show a syntax error as text",
}

# ---- reading --------------------------------------------------------------------------------------------------------

CODE_TOKENS = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<text>"(?:[^"\\\n]|\\.)*")'
    r"|(?P<character>(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+')",
    re.DOTALL)
INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<opening>["<])(?P<name>[^">]+)[">]')


def code_of(text):
    """The text with comments and literals emptied, line for line."""
    def emptied(match):
        return "\n" * match.group().count("\n") if match.group("comment") else '""' + "\n" * match.group().count("\n")
    return CODE_TOKENS.sub(emptied, text)


def read_layers(text):
    """Room -> (floor, rooms it may include)."""
    layers = {}
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if words:
            layers[words[0]] = (int(words[1]), words[2:])
    return layers


def source_files(root):
    """Path from the root -> text, of everything the rules are about."""
    paths = [path for folder in ("src", "include") for path in (root / folder).rglob("*")]
    return {str(path.relative_to(root)): path.read_text() for path in sorted(paths) if path.suffix in (".h", ".cc")}


def is_test(path):
    return path.endswith(("_test.cc", "_test.h", "_fuzz.cc"))


# ---- the rules ------------------------------------------------------------------------------------------------------

def layer_faults(layers):
    """layers.txt itself: a room looks down only, and not past what it may know."""
    for room, (floor, below) in layers.items():
        for other in below:
            if other not in layers:
                yield f"tools/layers.txt: {room} may include {other}, which is no room"
            elif layers[other][0] >= floor:
                yield f"tools/layers.txt: {room} (floor {floor}) may include {other} (floor {layers[other][0]})"


class FileCheck:
    """All rules on one file. `used` collects the exceptions that were needed."""

    def __init__(self, path, text, layers, used):
        self.path, self.layers, self.used = path, layers, used
        self.lines = text.splitlines()
        self.code = code_of(text).splitlines()
        self.inner = path.removeprefix("src/")
        self.room = self.inner.split("/")[0] if path.startswith("src/") else None

    def faults(self):
        yield from self.include_faults()
        yield from self.matches(USING_NAMESPACE, "`using namespace` hides where a name comes from")
        yield from self.matches(UNFINISHED, "unfinished work is not for main", self.lines)
        if not is_test(self.path):
            yield from self.matches(PRINTING, "only cli prints", allowed=MAY_PRINT)
            yield from self.matches(EXITING, "only cli ends the process", allowed=MAY_EXIT)
            yield from self.matches(OUTSIDE, "only base touches files, environment, clock and processes",
                                    allowed=MAY_TOUCH_THE_OUTSIDE)
            yield from self.matches(CATCHING, "errors are caught in few places (MAY_CATCH)", allowed=MAY_CATCH)

    def matches(self, pattern, why, lines=None, allowed=()):
        for number, line in enumerate(lines or self.code, 1):
            found = pattern.search(line)
            if found and not self.is_allowed(allowed):
                yield f"{self.path}:{number}: {found.group().strip()}: {why}"

    def is_allowed(self, allowed):
        for place in allowed:
            if self.inner == place or (place.endswith("/") and self.inner.startswith(place)):
                self.used.add(place)
                return True
        return False

    def include_faults(self):
        for number, line in enumerate(self.lines, 1):
            found = INCLUDE.match(line)
            if found:
                why = self.include_fault(found["opening"] == '"', found["name"])
                if why:
                    yield f"{self.path}:{number}: {found['name']}: {why}"

    def include_fault(self, quoted, name):
        if not quoted:
            if self.path.endswith(".h") and not is_test(self.path) and re.match(HEAVY_HEADERS, name):
                return "too heavy for a header; include it in one .cc file"
            return None
        room = name.split("/")[0]
        if room == "limbeck":
            return None
        if "/" not in name or room not in self.layers:
            return "includes are written from src/ or include/"
        if self.room is None:
            return "the public headers know no room"
        if room != self.room and room not in self.layers[self.room][1]:
            return f"{self.room} may not know {room} (tools/layers.txt)"
        return None


def tree_faults(files, layers, used):
    yield from layer_faults(layers)
    for path, text in files.items():
        room = path.split("/")[1]
        if path.startswith("src/") and room not in layers:
            yield f"{path}: {room} is no room of tools/layers.txt"
        else:
            yield from FileCheck(path, text, layers, used).faults()
    yield from sorted(untested(files))


# Rooms whose code is tried as its users use it, and where.
TESTED_FROM_OUTSIDE = {
    "assure": "tests/assure",
    "cli": "tests/scenarios",
    "engine": "tests/scenarios",
    "fleet": "tests/assure",
    "inspect": "tests/scenarios",
    "ops": "the dialects' goldens",
    "dialect": "the dialects' goldens",
    "pymodules": "tests/scenarios",
    "python": "tests/python",
    "schema": "the dialects' goldens",
    "sql": "the dialects' goldens",
}


def untested(files):
    """A unit (x.h and x.cc) is tested when a test bears its name or the beginning of it, or includes its header; so are
    the units of the same room that a tested unit uses, and theirs. A .cc file without a header of its own belongs to
    the headers it includes."""
    uses = unit_uses(files)
    tested, new = set(), {unit for unit in uses if has_test(unit, files)}
    while new:
        tested |= new
        new = {other for unit in new for other in uses[unit] if other in uses} - tested
        new |= {unit for unit in uses if f"src/{unit}.h" not in files and uses[unit] & tested} - tested
    for unit in uses.keys() - tested:
        if f"src/{unit}.cc" in files and not unit.endswith("/main") and unit.split("/")[0] not in TESTED_FROM_OUTSIDE:
            yield f"src/{unit}.cc: no test reaches it: src/{unit}_test.cc"


def unit_uses(files):
    """Unit -> units of its own room whose headers it includes."""
    uses = {}
    for path, text in files.items():
        if path.startswith("src/") and not is_test(path):
            unit = unit_name(path)
            own = re.findall(r'#include "([^"]+)\.h"', text)
            uses.setdefault(unit, set()).update(name for name in own if room_of(name) == room_of(unit))
    return uses


def unit_name(path):
    """"python/parser" for src/python/parser.h and src/python/parser.cc."""
    return path.removeprefix("src/").rpartition(".")[0]


def room_of(unit):
    return unit.split("/")[0]


def has_test(unit, files):
    words = unit.split("_")
    if any(f"src/{'_'.join(words[:count])}_test.cc" in files for count in range(1, len(words) + 1)):
        return True
    return any(f'#include "{unit}.h"' in text for path, text in files.items() if path.endswith("_test.cc"))


# ---- tests ----------------------------------------------------------------------------------------------------------

class TreeTest(unittest.TestCase):
    def test_every_file_keeps_the_rules(self):
        layers = read_layers((ROOT / "tools" / "layers.txt").read_text())
        files = source_files(ROOT)
        self.assertGreater(len(files), 10)
        faults = list(tree_faults(files, layers, set()))
        if faults:
            self.fail("\n" + "\n".join(faults))

    def test_every_exception_is_needed(self):
        layers = read_layers((ROOT / "tools" / "layers.txt").read_text())
        files = source_files(ROOT)
        used = set()
        list(tree_faults(files, layers, used))
        exceptions = {**MAY_PRINT, **MAY_EXIT, **MAY_TOUCH_THE_OUTSIDE, **MAY_CATCH}
        idle = [place for place in exceptions if place not in used and "src/" + place in files]
        self.assertEqual(idle, [], "exceptions that nothing needs")


LAYERS = read_layers("base 0\npython 1 base\ndriver 1 base\nengine 2 base python driver\ncli 3 base engine\n")


class RulesTest(unittest.TestCase):
    """The rules find what they are for, and nothing else."""

    def faults(self, path, text):
        return list(FileCheck(path, text, LAYERS, set()).faults())

    def assert_refused(self, path, line, why):
        self.assertEqual(self.faults(path, f"// first\n{line}\n"), [f"{path}:2: {why}"])

    def assert_accepted(self, path, text):
        self.assertEqual(self.faults(path, text), [])

    def test_includes(self):
        for path, line, why in [
            ("src/python/a.cc", '#include "driver/url.h"',
             "driver/url.h: python may not know driver (tools/layers.txt)"),
            ("src/python/a_test.cc", '#include "engine/run.h"',
             "engine/run.h: python may not know engine (tools/layers.txt)"),
            ("src/base/a.h", '# include "python/value.h"',
             "python/value.h: base may not know python (tools/layers.txt)"),
            ("src/python/a.cc", '#include "value.h"', "value.h: includes are written from src/ or include/"),
            ("src/python/a.cc", '#include "../base/text.h"',
             "../base/text.h: includes are written from src/ or include/"),
            ("include/limbeck/a.h", '#include "base/text.h"', "base/text.h: the public headers know no room"),
            ("src/cli/a.h", "#include <fmt/core.h>",
             "fmt/core.h: too heavy for a header; include it in one .cc file"),
        ]:
            with self.subTest(line):
                self.assert_refused(path, line, why)
        self.assert_accepted("src/engine/a.cc", '#include <fmt/core.h>\n#include "limbeck/error.h"\n'
                             '#include "engine/a.h"\n#include "python/value.h"\n#include "base/sub/deep.h"\n')

    def test_calls(self):
        for line, why in [
            ("std::cout << 1;", "std::cout: only cli prints"),
            ('printf("%d", 1);', "printf(: only cli prints"),
            ('std::fprintf(stderr, "x");', "std::fprintf(stderr: only cli prints"),
            ("::write(STDERR_FILENO, text, 3);", "write(STDERR_FILENO: only cli prints"),
            ("std::exit(1);", "std::exit(: only cli ends the process"),
            ("abort();", "abort(: only cli ends the process"),
            ("std::ifstream file(name);",
             "std::ifstream: only base touches files, environment, clock and processes"),
            ("auto* f = fopen(name);", "fopen(: only base touches files, environment, clock and processes"),
            ("int fd = ::open(name, 0);", "::open(: only base touches files, environment, clock and processes"),
            ('std::getenv("HOME");', "std::getenv(: only base touches files, environment, clock and processes"),
            ("auto now = std::chrono::system_clock::now();",
             "system_clock::now: only base touches files, environment, clock and processes"),
            ("auto t = time(nullptr);",
             "time(nullptr: only base touches files, environment, clock and processes"),
            ('popen("ls", "r");', "popen(: only base touches files, environment, clock and processes"),
            ("} catch (const Error& error) {", "catch (: errors are caught in few places (MAY_CATCH)"),
            ("using namespace std;", "using namespace: `using namespace` hides where a name comes from"),
            ("// TO" "DO: later", "TO" "DO: unfinished work is not for main"),
        ]:
            with self.subTest(line):
                self.assert_refused("src/engine/a.cc", line, why)

    def test_what_only_looks_like_a_fault(self):
        for line in [
            "// printf(x) and std::cout",
            "/* exit(1);\n   abort(); */",
            'auto text = "exit(1)";',
            'auto text = R"x(\nstd::cout << "a)" catch (\n)x";',
            "std::snprintf(buffer, size, format); std::fwrite(data, 1, size, file);",
            "log.printf(1); log->exit(2); sys_exit(3);",
            "connection.open(url); file_system.rename(a, b); Fork(); registry::open(1);",
            "namespace limbeck::driver {",
            "int64_t time = 1'000'000; char c = '\"'; Catch(x);",
        ]:
            with self.subTest(line):
                self.assert_accepted("src/engine/a.cc", line)

    def test_who_may(self):
        self.assert_accepted("src/cli/a.cc", "std::cout << 1; std::exit(2);")
        self.assert_accepted("src/base/environment.cc", 'std::getenv("HOME");')
        self.assert_accepted("src/cli/program.cc", "} catch (const Error& error) {")
        self.assert_accepted("src/engine/a_test.cc", 'std::getenv("X"); try {} catch (...) {}')
        self.assertEqual(len(self.faults("src/cli/upgrade.cc", "} catch (...) {")), 1)

    def test_lines_are_counted_over_comments_and_raw_strings(self):
        text = 'auto a = R"(\n\n)";\n/*\n*/\nexit(1);\n'
        self.assertEqual(self.faults("src/engine/a.cc", text),
                         ["src/engine/a.cc:6: exit(: only cli ends the process"])

    def test_layers(self):
        layers = read_layers("# comment\nbase 0\na 1 base b\nb 1 base\nc 2 base d\n")
        self.assertEqual(list(layer_faults(layers)), [
            "tools/layers.txt: a (floor 1) may include b (floor 1)",
            "tools/layers.txt: c may include d, which is no room"])
        self.assertEqual(list(tree_faults({"src/attic/a.h": ""}, LAYERS, set())),
                         ["src/attic/a.h: attic is no room of tools/layers.txt"])

    def test_untested_files(self):
        files = {
            "src/project/parser.cc": "", "src/project/parser_expr.cc": "", "src/project/parser_test.cc": "",
            "src/project/lib/token.cc": '#include "project/word.h"\n#include "base/text.h"\n',
            "src/project/lib/token_test.cc": "",
            "src/project/word.h": "", "src/project/word.cc": '#include "project/letter.h"\n',
            "src/project/letter.h": "", "src/project/letter.cc": "",
            "src/project/word_upper.cc": '#include "project/word.h"\n',
            "src/project/number.cc": "", "src/project/value_test.cc": '#include "project/number.h"\n',
            "src/project/alone.h": "", "src/project/alone.cc": '#include "project/word.h"\n',
            "src/base/text.h": "", "src/base/text.cc": "", "src/cli/main.cc": "", "src/project/code.h": "",
        }
        self.assertEqual(sorted(untested(files)), [
            "src/base/text.cc: no test reaches it: src/base/text_test.cc",
            "src/project/alone.cc: no test reaches it: src/project/alone_test.cc"])


if __name__ == "__main__":
    unittest.main()

"""A command-line scenario as text: reading it, matching what came out, writing accepted output back.

    Takes a table up and down again.            the first lines say what is shown
    databases: sqlite postgresql                settings; see SETTINGS

    -- file: alembic.ini                        a file, up to the next "-- file:" or "-- steps"
    [alembic]
    sqlalchemy.url = ${URL}
    -- steps
    $ limbeck upgrade head                      a command for sh, then what it writes:
    ! INFO  [alembic.runtime.migration] ...       to standard error, line by line
    > text                                        to standard output
    >| text                                       the same, for a last line without a line end
    exit 255                                      its exit code, when it is not 0
    [sqlite]                                      what follows is said of one database only
    > CREATE TABLE ...

    ? SELECT id, name FROM users                a query: rows follow as "> 1 | Ann"
    ? .tables                                   names of tables; .schema: how they were made
    $ [postgresql] limbeck check                a step of one database only
    # a comment

Commands, queries and files may contain ${URL} and the other variables that run.py lists. Expected lines may too, and
what varies from run to run is a pattern: see PATTERNS.
"""

import dataclasses
import difflib
import re

DATABASES = ("sqlite", "postgresql")

SETTINGS = {
    "databases": "where it runs, each time on a fresh one: sqlite (when not given), postgresql or both",
    "project": "a folder of tests/scenarios/projects, or a path from the root, whose files are copied first",
    "environment": "NAME=value for all commands; may be repeated",
    "judge": "alembic: real Alembic passes this scenario too (run.py --program)",
}

PATTERNS = {
    "[ID]": r"[0-9a-f]{12}",
    "[DATE]": r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?:\+\d\d:\d\d)?",
    "[NUMBER]": r"\d+(?:\.\d+)?",
    "[PATH]": r"[^\s'\"]+",
    "[ANY]": r".*",
}
# A line of its own: any number of lines.
ANY_LINES = "[LINES]"

FILE = re.compile(r"^-- file: (?P<path>\S.*)$")
STEPS = "-- steps"
SETTING = re.compile(rf"^(?P<name>{'|'.join(SETTINGS)}): (?P<value>.*)$")
STEP = re.compile(r"^(?P<kind>[$?]) (?:\[(?P<only>\w+)\] )?(?P<text>\S.*)$")
OUTPUT = re.compile(r"^(?P<stream>[>!])(?P<open>\|)?(?: (?P<text>.*))?$")
EXIT = re.compile(r"^exit (?P<code>\d+)$")
ONLY = re.compile(r"^\[(?P<database>\w+)\]$")


class ScenarioError(Exception):
    """The scenario cannot be read."""


@dataclasses.dataclass
class Outcome:
    """What a command does, expected or seen."""
    stdout: str = ""
    stderr: str = ""
    exit: int = 0


@dataclasses.dataclass
class WriteFile:
    path: str
    content: str
    line: int


@dataclasses.dataclass
class Step:
    """A command ($) or a query (?) with what is expected of it."""
    kind: str
    text: str
    only: str | None
    line: int
    # Where the expectation stands in the file: lines[first:last].
    first: int
    last: int
    shared: Outcome
    # What is said of one database is added to what is said of both.
    special: dict

    def applies_to(self, database):
        return self.only in (None, database)

    def expected(self, database):
        special = self.special.get(database, Outcome())
        return Outcome(self.shared.stdout + special.stdout, self.shared.stderr + special.stderr,
                       special.exit or self.shared.exit)


@dataclasses.dataclass
class Scenario:
    path: str
    lines: list
    description: str
    databases: list
    project: str | None
    environment: dict
    judge: str | None
    # WriteFile and Step in order.
    actions: list


# ---- reading --------------------------------------------------------------------------------------------------------

def parse(path, text):
    return _Parser(path, text).scenario()


class _Parser:
    def __init__(self, path, text):
        self.path = path
        self.lines = text.splitlines()
        self.at = 0

    def scenario(self):
        description, settings = self.header()
        actions = []
        while self.at < len(self.lines):
            file = FILE.match(self.lines[self.at])
            actions.extend([self.file(file)] if file else self.steps())
        databases = settings.get("databases", ["sqlite"])[-1].split()
        for name in databases:
            self.check(name in DATABASES, f"unknown database {name}")
        return Scenario(self.path, self.lines, description, databases, settings.get("project", [None])[-1],
                        dict(value.split("=", 1) for value in settings.get("environment", [])),
                        settings.get("judge", [None])[-1], actions)

    def check(self, condition, message):
        if not condition:
            raise ScenarioError(f"{self.path}:{self.at + 1}: {message}")

    def header(self):
        description, settings = [], {}
        while self.at < len(self.lines) and not self.is_marker(self.lines[self.at]):
            line = self.lines[self.at]
            setting = SETTING.match(line)
            if setting:
                settings.setdefault(setting["name"], []).append(setting["value"])
            else:
                description.append(line)
            self.at += 1
        self.check(any(description), "a scenario begins with what it shows")
        return "\n".join(description).strip(), settings

    @staticmethod
    def is_marker(line):
        return FILE.match(line) or line == STEPS

    def file(self, match):
        line = self.at + 1
        self.at += 1
        content = []
        while self.at < len(self.lines) and not self.is_marker(self.lines[self.at]):
            content.append(self.lines[self.at] + "\n")
            self.at += 1
        return WriteFile(match["path"], "".join(content), line)

    def steps(self):
        self.at += 1  # STEPS
        while self.at < len(self.lines) and not self.is_marker(self.lines[self.at]):
            line = self.lines[self.at]
            if not line or line.startswith("#"):
                self.at += 1
            else:
                step = STEP.match(line)
                self.check(step, "neither a command ($), nor a query (?), nor a comment (#)")
                self.check(step["only"] in (None, *DATABASES), f"unknown database {step['only']}")
                yield self.step(step)

    def step(self, match):
        line = self.at + 1
        self.at += 1
        first = self.at
        shared, special = Outcome(), {}
        outcome = shared
        while self.at < len(self.lines) and self.expectation(self.lines[self.at], outcome):
            only = ONLY.match(self.lines[self.at])
            if only:
                self.check(only["database"] in DATABASES, f"unknown database {only['database']}")
                outcome = special.setdefault(only["database"], Outcome())
            self.at += 1
        return Step(match["kind"], match["text"], match["only"], line, first, self.at, shared, special)

    @staticmethod
    def expectation(line, outcome):
        """Adds a line of an expectation; False when it is none."""
        output, code = OUTPUT.match(line), EXIT.match(line)
        if output:
            stream = "stdout" if output["stream"] == ">" else "stderr"
            text = (output["text"] or "") + ("" if output["open"] else "\n")
            setattr(outcome, stream, getattr(outcome, stream) + text)
        elif code:
            outcome.exit = int(code["code"])
        return bool(output or code or ONLY.match(line))


def lines_of(text):
    """Lines with their ends; only \\n ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


# ---- matching -------------------------------------------------------------------------------------------------------

def line_matches(expected, actual):
    if expected == actual:
        return True
    pattern = re.escape(expected)
    for name, regex in PATTERNS.items():
        pattern = pattern.replace(re.escape(name), regex)
    return re.fullmatch(pattern, actual) is not None


def text_matches(expected, actual):
    """Whole texts, line by line; [LINES] stands for as few lines as will do."""
    wanted, seen = lines_of(expected), lines_of(actual)
    # reachable[i]: the wanted lines so far can stand for the first i seen ones.
    reachable = [True] + [False] * len(seen)
    for line in wanted:
        if line.strip() == ANY_LINES:
            first = reachable.index(True) if True in reachable else len(reachable)
            reachable = [number >= first for number in range(len(reachable))]
        else:
            reachable = [False] + [before and line_matches(line, text) for before, text in zip(reachable, seen)]
    return reachable[-1]


def difference(expected, actual):
    """A diff in which lines that a pattern explains are no difference."""
    seen = [visible_end(line) for line in lines_of(actual)]
    wanted = []
    for line in lines_of(expected):
        line = visible_end(line)
        wanted.append(next((text for text in seen if line_matches(line, text)), line))
    lines = difflib.unified_diff(wanted, seen, "expected", "actual", lineterm="", n=2)
    return "\n".join("    " + line for line in lines)


def visible_end(line):
    return line[:-1] if line.endswith("\n") else line + " (no line end)"


# ---- accepting ------------------------------------------------------------------------------------------------------

def keep_patterns(expected, actual):
    """The actual text, with expected lines where they match it."""
    unused = lines_of(expected)
    kept = []
    for line in lines_of(actual):
        match = next((old for old in unused if line_matches(old, line)), None)
        if match:
            unused.remove(match)
        kept.append(match or line)
    return "".join(kept)


def accepted(scenario, outcomes):
    """The scenario's text with new expectations. outcomes: (line of the step, database) -> Outcome."""
    lines = list(scenario.lines)
    for step in reversed([action for action in scenario.actions if isinstance(action, Step)]):
        seen = {database: outcomes[step.line, database] for database in scenario.databases
                if step.applies_to(database)}
        if all(outcome_matches(step.expected(database), outcome) for database, outcome in seen.items()):
            continue
        lines[step.first:step.last] = expectation_lines(step, seen)
    return "\n".join(lines) + "\n"


def outcome_matches(expected, actual):
    return (expected.exit == actual.exit and text_matches(expected.stdout, actual.stdout)
            and text_matches(expected.stderr, actual.stderr))


def expectation_lines(step, seen):
    kept = {database: Outcome(keep_patterns(step.expected(database).stdout, outcome.stdout),
                              keep_patterns(step.expected(database).stderr, outcome.stderr), outcome.exit)
            for database, outcome in seen.items()}
    shared, *others = kept.values()
    lines, different = [], []
    for name in ("stderr", "stdout", "exit"):
        if all(getattr(other, name) == getattr(shared, name) for other in others):
            lines += part_lines(name, shared)
        else:
            different.append(name)
    for database, outcome in kept.items():
        if different:
            lines.append(f"[{database}]")
            lines += [line for name in different for line in part_lines(name, outcome)]
    return lines


def part_lines(name, outcome):
    if name == "exit":
        return [f"exit {outcome.exit}"] if outcome.exit else []
    sign = {"stdout": ">", "stderr": "!"}[name]
    lines = []
    for line in lines_of(getattr(outcome, name)):
        mark, text = (sign, line[:-1]) if line.endswith("\n") else (sign + "|", line)
        lines.append(f"{mark} {text}" if text else mark)
    return lines

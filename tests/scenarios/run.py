#!/usr/bin/env python3
"""Runs command-line scenarios (scenario_text.py says how one is written).

    run.py --program build/quick/limbeck FILE...            check
    run.py --program build/quick/limbeck --accept FILE...   rewrite what is expected; read the difference before committing
    run.py --program PATH_OF_ALEMBIC --judge alembic FILE...  let real Alembic judge what claims to be its behaviour

Each scenario runs once for each of its databases, in a new folder that is the current one and HOME. Commands see the
program as `limbeck` and as `alembic`, a clean environment and no terminal. PostgreSQL is the cluster that
LIMBECK_TEST_POSTGRES names: by hand, put `tests/postgres/cluster.py run` in front.

Variables: ${URL} of the fresh database; its ${DATABASE} name and ${PORT} (PostgreSQL); ${IMPL} and ${DDL}, the words
with which Alembic's log names the kind of database; ${DIR}, the folder.
"""

import argparse
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import scenario_text
from scenario_text import Outcome, Step

HERE = Path(__file__).resolve().parent
STEP_SECONDS = 100
COLUMN = " | "


class DatabaseError(Exception):
    pass


class Sqlite:
    """A file app.db in the folder; it is there once a command makes it."""

    def __init__(self, folder):
        self.file = folder / "app.db"
        self.variables = {"URL": "sqlite:///app.db", "IMPL": "SQLiteImpl", "DDL": "non-transactional"}

    def query(self, text):
        if not self.file.exists():
            return "(no database)\n"
        with contextlib.closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as connection:
            return "".join(COLUMN.join(map(self.cell, row)) + "\n" for row in connection.execute(text))

    @staticmethod
    def cell(value):
        return "NULL" if value is None else str(value)

    def tables(self):
        return self.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")

    def schema(self):
        return self.query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")

    def drop(self):
        pass


class Postgresql:
    """A new database of the test cluster."""

    def __init__(self, folder):
        server = os.environ.get("LIMBECK_TEST_POSTGRES")
        if not server:
            raise DatabaseError("LIMBECK_TEST_POSTGRES is not set: run this under tests/postgres/cluster.py run")
        self.server = server
        self.database = f"scenario_{os.getpid()}_{folder.parent.name.lower()}"
        self.url = server.rpartition("/")[0] + "/" + self.database
        port = re.search(r":(\d+)/", self.url)[1]
        self.variables = {"URL": self.url, "DATABASE": self.database, "PORT": port, "IMPL": "PostgresqlImpl",
                          "DDL": "transactional"}
        self.psql(self.server, f'CREATE DATABASE "{self.database}"')

    def psql(self, url, text):
        return self.program(["psql", "-X", "-q", "-A", "-t", "-F", COLUMN, "-P", "null=NULL", "-v", "ON_ERROR_STOP=1",
                             "-d", url, "-c", text])

    @staticmethod
    def program(command):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise DatabaseError(done.stderr.strip())
        return done.stdout

    def query(self, text):
        return self.psql(self.url, text)

    def tables(self):
        return self.query("SELECT CASE schemaname WHEN 'public' THEN '' ELSE schemaname || '.' END || tablename"
                          " FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1")

    def schema(self):
        dump = self.program(["pg_dump", "--schema-only", "--no-owner", "--no-privileges", self.url])
        noise = re.compile(r"--|SET |SELECT pg_catalog\.set_config|\\|$")
        return "".join(line for line in dump.splitlines(keepends=True) if not noise.match(line))

    def drop(self):
        self.psql(self.server, f'DROP DATABASE "{self.database}" WITH (FORCE)')


KINDS = {"sqlite": Sqlite, "postgresql": Postgresql}


class Run:
    """One scenario on one database."""

    def __init__(self, scenario, database, program):
        self.scenario, self.database, self.program = scenario, database, program

    def __enter__(self):
        self.stack = contextlib.ExitStack()
        with self.stack:
            temporary = self.stack.enter_context(tempfile.TemporaryDirectory(prefix="limbeck-scenario-"))
            self.folder = Path(temporary).resolve() / "project"
            self.folder.mkdir()
            self.programs = Path(temporary) / "bin"
            self.programs.mkdir()
            for name in ("limbeck", "alembic"):
                (self.programs / name).symlink_to(self.program)
            self.live = KINDS[self.database](self.folder)
            self.stack.callback(self.live.drop)
            self.variables = self.live.variables | {"DIR": str(self.folder)}
            if self.scenario.project:
                self.copy_project(self.project_folder())
            self.stack = self.stack.pop_all()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def project_folder(self):
        name = self.scenario.project
        return HERE.parents[1] / name if "/" in name else HERE / "projects" / name

    def copy_project(self, source):
        for path in sorted(source.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                self.write(path.relative_to(source), path.read_text())

    def write(self, path, content):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.filled(content))

    def filled(self, text):
        for name, value in self.variables.items():
            text = text.replace("${" + name + "}", value)
        return text

    def emptied(self, text):
        """filled() backwards."""
        for name in ("DIR", "URL", "DATABASE"):
            if name in self.variables:
                text = text.replace(self.variables[name], "${" + name + "}")
        words = ("PORT", "IMPL", "DDL") if len(self.scenario.databases) > 1 else ("PORT",)
        for name in words:
            if name in self.variables:
                text = re.sub(rf"(?<![\w-]){self.variables[name]}\b", "${" + name + "}", text)
        return text

    def outcomes(self):
        """(step, expected, actual) for each step of this database."""
        for action in self.scenario.actions:
            if not isinstance(action, Step):
                self.write(self.filled(action.path), action.content)
            elif action.applies_to(self.database):
                expected = action.expected(self.database)
                expected.stdout, expected.stderr = self.filled(expected.stdout), self.filled(expected.stderr)
                yield action, expected, self.do(action)

    def do(self, step):
        text = self.filled(step.text)
        return self.execute(text) if step.kind == "$" else self.ask(text)

    def execute(self, command):
        environment = {"PATH": f"{self.programs}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder), "TZ": "UTC",
                       "LANG": "C.UTF-8"}
        environment |= {name: os.environ[name] for name in os.environ if re.match(r"(?:[AUTL]+|UB)SAN_OPTIONS$", name)}
        environment |= {name: self.filled(value) for name, value in self.scenario.environment.items()}
        try:
            done = subprocess.run(["/bin/sh", "-c", command], cwd=self.folder, env=environment, timeout=STEP_SECONDS,
                                  stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True)
        except subprocess.TimeoutExpired:
            return Outcome(stderr=f"(still running after {STEP_SECONDS} seconds)\n", exit=-1)
        return Outcome(done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode)

    def ask(self, query):
        try:
            if query == ".tables":
                return Outcome(self.live.tables())
            if query == ".schema":
                return Outcome(self.live.schema())
            return Outcome(self.live.query(query))
        except (DatabaseError, sqlite3.Error) as error:
            return Outcome(stderr=f"{error}\n", exit=1)


def report(path, database, step, expected, actual):
    """What differs, as text; empty when nothing does."""
    parts = []
    if expected.exit != actual.exit:
        parts.append(f"  exit code {actual.exit}, expected {expected.exit}")
    for name, stream in (("stdout", "standard output"), ("stderr", "standard error")):
        wanted, seen = getattr(expected, name), getattr(actual, name)
        if not scenario_text.text_matches(wanted, seen):
            parts.append(f"  {stream}:\n{scenario_text.difference(wanted, seen)}")
    if not parts:
        return ""
    return f"{path}:{step.line}: [{database}] {step.kind} {step.text}\n" + "\n".join(parts)


def check(scenario, program):
    """Reports of all that differs."""
    reports = []
    for database in scenario.databases:
        with Run(scenario, database, program) as run:
            for step, expected, actual in run.outcomes():
                reports.append(report(scenario.path, database, step, expected, actual))
    return [text for text in reports if text]


def accept(scenario, program):
    outcomes = {}
    for database in scenario.databases:
        with Run(scenario, database, program) as run:
            for step, _, actual in run.outcomes():
                actual.stdout, actual.stderr = run.emptied(actual.stdout), run.emptied(actual.stderr)
                outcomes[step.line, database] = actual
    text = scenario_text.accepted(scenario, outcomes)
    if text != Path(scenario.path).read_text():
        Path(scenario.path).write_text(text)
        print(f"{scenario.path}: rewritten")


def read(path):
    return scenario_text.parse(str(path), Path(path).read_text())


def main(arguments):
    parser = argparse.ArgumentParser(description="Runs command-line scenarios.")
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--judge", help="only scenarios with this judge")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    program = shutil.which(options.program) and options.program.resolve()
    if not program:
        parser.error(f"{options.program} is no program")

    failed = 0
    for path in options.files:
        try:
            scenario = read(path)
            if options.judge not in (None, scenario.judge):
                continue
            reports = accept(scenario, program) if options.accept else check(scenario, program)
        except (scenario_text.ScenarioError, DatabaseError) as error:
            reports = [str(error)]
        for text in reports or []:
            print(text)
        failed += bool(reports)
    if failed and len(options.files) > 1:
        print(f"{failed} of {len(options.files)} scenarios failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

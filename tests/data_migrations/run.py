#!/usr/bin/env python3
"""Runs data migrations and compares what is in the tables then.

    run.py --program build/quick/limbeck [NAME...]           check against expected/NAME.txt
    run.py --program PATH_OF_ALEMBIC --accept [NAME...]      write what is expected, as real Alembic leaves it
    run.py --program build/quick/limbeck --judge PATH_OF_ALEMBIC [NAME...]   both programs, side by side

Each of scripts/NAME.py is the one revision of a project, which runs up and down again on a new SQLite file and, where
LIMBECK_TEST_POSTGRES names a cluster, in a new PostgreSQL database. By hand: `tests/postgres/cluster.py run` in front.
"""

import argparse
import contextlib
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE / "scripts"
EXPECTED = HERE / "expected"
SECONDS = 60

INI = """[alembic]
script_location = %(here)s/migrations
prepend_sys_path = %(here)s
path_separator = os
sqlalchemy.url = URL
"""
ENV = """from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
"""


class Sqlite:
    name = "sqlite"

    def __init__(self, folder):
        self.file = folder / "data.db"
        self.url = f"sqlite:///{self.file}"

    def query(self, text):
        with contextlib.closing(sqlite3.connect(self.file)) as connection:
            return ["|".join("NULL" if cell is None else str(cell) for cell in row) for row in connection.execute(text)]

    def tables(self):
        return self.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version' ORDER BY name")

    def drop(self):
        pass


class Postgresql:
    name = "postgresql"

    def __init__(self, folder):
        server = os.environ["LIMBECK_TEST_POSTGRES"]
        self.database = f"data_{os.getpid()}_{re.sub('[^a-z0-9]', '', folder.name.lower())}"
        self.server = server
        self.url = server.rpartition("/")[0] + "/" + self.database
        self.psql(server, f'CREATE DATABASE "{self.database}" TEMPLATE template0')

    @staticmethod
    def psql(url, text):
        done = subprocess.run(["psql", "-XqAt", "-P", "null=NULL", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", text],
                              capture_output=True, text=True, check=True, env={**os.environ, "PGTZ": "UTC"})
        return done.stdout.split("\n")[:-1]

    def query(self, text):
        return self.psql(self.url, text)

    def tables(self):
        return self.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
                          ' ORDER BY tablename COLLATE "C"')

    def drop(self):
        self.psql(self.server, f'DROP DATABASE "{self.database}" WITH (FORCE)')


def command_of(program):
    """The words of a command; a path is as seen from here."""
    words = shlex.split(program)
    return [str(Path(words[0]).resolve()) if Path(words[0]).exists() else words[0], *words[1:]]


def contents(database):
    lines = []
    for table in database.tables():
        lines.append(f"  {table}")
        lines += sorted("    " + row for row in database.query(f'SELECT * FROM "{table}"'))
    return lines


def run(program, script, database, folder):
    """The tables' contents after upgrade() and after downgrade(), or what went wrong."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI.replace("URL", database.url))
    (folder / "migrations" / "env.py").write_text(ENV)
    (folder / "project_helpers.py").write_text((HERE / "project_helpers.py").read_text())
    (versions / script.name).write_text(script.read_text())
    lines = []
    for command, target in (("upgrade", "head"), ("downgrade", "base")):
        done = subprocess.run([*program, command, target], cwd=folder, capture_output=True, text=True, timeout=SECONDS,
                              env={**os.environ, "TZ": "UTC"})
        if done.returncode:
            return [*lines, f"{command} failed:", *(done.stdout + done.stderr).strip().split("\n")]
        lines += [f"{command}:", *contents(database)]
    return lines


def outcome(program, script):
    lines = []
    for kind in (Sqlite, Postgresql) if os.environ.get("LIMBECK_TEST_POSTGRES") else (Sqlite,):
        with tempfile.TemporaryDirectory(prefix="data-") as folder:
            database = kind(Path(folder))
            try:
                lines += [f"== {database.name}", *run(program, script, database, Path(folder))]
            finally:
                database.drop()
    return lines


def expected_of(name, judge, script):
    if judge:
        return outcome(command_of(judge), script)
    lines = (EXPECTED / f"{name}.txt").read_text().split("\n")[:-1]
    return lines if os.environ.get("LIMBECK_TEST_POSTGRES") else lines[:lines.index("== postgresql")]


def first_difference(expected, actual):
    for number, (a, b) in enumerate(zip(expected, actual), 1):
        if a != b:
            return f"line {number}: expected {a!r}, got {b!r}"
    return f"expected {len(expected)} lines, got {len(actual)}: {(expected + actual)[min(len(expected), len(actual)):][:1]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--judge")
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    failed = 0
    names = options.names or sorted(script.stem for script in SCRIPTS.glob("*.py"))
    for name in names:
        script = SCRIPTS / f"{name}.py"
        actual = outcome(command_of(options.program), script)
        if options.accept:
            EXPECTED.mkdir(exist_ok=True)
            (EXPECTED / f"{name}.txt").write_text("\n".join(actual) + "\n")
        expected = actual if options.accept else expected_of(name, options.judge, script)
        broken = [line for line in actual if line.endswith(" failed:")]
        if expected == actual and not broken:
            continue
        failed += 1
        print(f"{name}: {first_difference(expected, actual) if expected != actual else broken[0]}")
        if broken:
            print("  " + "\n  ".join(actual[actual.index(broken[0]):][-12:]))
    print(f"{len(names) - failed} of {len(names)} data migrations are as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

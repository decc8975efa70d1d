#!/usr/bin/env python3
"""The scripts of tests/data/sql/*.cases on live databases: after real Alembic and after Limbeck the schema is the same.

  PYTHONPATH=ALEMBIC:SQLALCHEMY/lib:TYPING_EXTENSIONS/src python3 tests/differential/sql_goldens.py LIMBECK [GROUP ...]

SQLite: the text of sqlite_master. PostgreSQL, if LIMBECK_TEST_POSTGRES names a server (tests/postgres/cluster.py):
`pg_dump -s`. A case that Alembic cannot carry out on an empty database must fail in Limbeck, too.
"""

import collections
import contextlib
import datetime
import decimal
import enum
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import uuid
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import mysql, postgresql, sqlite

ROOT = pathlib.Path(__file__).parents[2]
IMPORTS = """import datetime, decimal, enum, uuid
import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
"""
ENV = """from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""
# What the cases take for granted.
TABLES = {
    "t": "id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c VARCHAR(10), name VARCHAR(50)",
    "o": "id INTEGER PRIMARY KEY, x INTEGER, y INTEGER, UNIQUE (x, y)",
}

Case = collections.namedtuple("Case", "group name source only")


def read_cases(groups):
    for path in sorted((ROOT / "tests/data/sql").glob("*.cases")):
        if groups and path.stem not in groups:
            continue
        for block in re.split(r"^### ", path.read_text(), flags=re.M)[1:]:
            heading, _, source = block.partition("\n")
            name, *words = re.split(r"\s+(?=\w+=)", heading.strip())
            keys = dict(word.split("=", 1) for word in words)
            if not {"naming", "style", "sqlite", "literal_binds"} & set(keys):
                yield Case(path.stem, name, source.strip() + "\n", keys.get("only"))


class SqliteTarget:
    name = "sqlite"

    def __init__(self, folder):
        self.path = folder / "case.db"

    @property
    def url(self):
        return "sqlite:///%s" % self.path

    def clear(self, with_tables):
        self.path.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            for table, columns in TABLES.items() if with_tables else ():
                connection.execute("CREATE TABLE %s (%s)" % (table, columns))
            connection.commit()

    def dump(self):
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql")
            return "\n".join(row[0] for row in rows if "alembic_version" not in row[0])


class PostgresTarget:
    name = "postgresql"

    def __init__(self, server):
        self.server = server
        self.url = server.rpartition("/")[0] + "/limbeck_goldens"

    def clear(self, with_tables):
        self._run(self.server, "DROP DATABASE IF EXISTS limbeck_goldens")
        self._run(self.server, "CREATE DATABASE limbeck_goldens TEMPLATE template0")
        tables = "".join("CREATE TABLE %s (%s);" % item for item in TABLES.items()) if with_tables else ""
        self._run(self.url, "CREATE SCHEMA app; CREATE EXTENSION IF NOT EXISTS citext; "
                            "CREATE EXTENSION IF NOT EXISTS hstore;" + tables)

    def dump(self):
        done = subprocess.run(["pg_dump", "-s", "-T", "alembic_version", self.url], capture_output=True, text=True,
                              check=True)
        # Newer programs write a key that differs from dump to dump.
        return re.sub(r"^\\(un)?restrict .*\n", "", done.stdout, flags=re.M)

    @staticmethod
    def _run(url, sql):
        subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", url], input=sql.replace("; ", ";\n"), text=True,
                       check=True, capture_output=True)


def run_alembic(case, target):
    engine = sa.create_engine(target.url, poolclass=sa.pool.NullPool)
    names = {"sa": sa, "postgresql": postgresql, "sqlite": sqlite, "mysql": mysql, "datetime": datetime,
             "decimal": decimal, "enum": enum, "uuid": uuid, "text": sa.text, "Column": sa.Column}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with engine.connect() as connection:
                context = MigrationContext.configure(connection)
                with context.begin_transaction():
                    exec(case.source, {**names, "op": Operations(context)})
                connection.commit()
        except Exception as problem:
            return str(problem).split("\n")[0] or type(problem).__name__
    return None


def run_limbeck(case, target, program, folder):
    versions = folder / "migrations/versions"
    versions.mkdir(parents=True, exist_ok=True)
    (folder / "migrations/env.py").write_text(ENV)
    body = "".join("    %s\n" % line for line in case.source.splitlines())
    (versions / "case.py").write_text(
        IMPORTS + 'revision = "1"\ndown_revision = None\n\n\ndef upgrade():\n%s\n\ndef downgrade():\n    pass\n' % body)
    (folder / "alembic.ini").write_text(
        "[alembic]\nscript_location = %%(here)s/migrations\nsqlalchemy.url = %s\n" % target.url.replace("%", "%%"))
    done = subprocess.run([program, "upgrade", "head"], cwd=folder, capture_output=True, text=True)
    return None if done.returncode == 0 else (done.stderr.strip().splitlines() or ["failed"])[-1] + done.stderr


def compare(case, target, program, folder):
    """"same", "both fail" or what differs; with the tables that a case may need where it fails without."""
    with_tables = False
    target.clear(with_tables)
    problem = run_alembic(case, target)
    if problem is not None:
        with_tables = True
        target.clear(with_tables)
        problem = run_alembic(case, target)
    wanted = target.dump() if problem is None else None
    target.clear(with_tables)
    refusal = run_limbeck(case, target, program, folder)
    if problem is not None:
        return "both fail" if refusal else "Alembic fails: %s" % problem
    if refusal:
        return "Limbeck fails: %s" % refusal
    found = target.dump()
    return "same" if found == wanted else "the schema differs:\n%s\n--- Alembic's:\n%s" % (found, wanted)


def main():
    program, groups = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        targets = [SqliteTarget(folder)]
        if os.environ.get("LIMBECK_TEST_POSTGRES"):
            targets.append(PostgresTarget(os.environ["LIMBECK_TEST_POSTGRES"]))
        for target in targets:
            counts = collections.Counter()
            for case in read_cases(groups):
                if case.only not in (None, target.name):
                    continue
                outcome = compare(case, target, program, folder)
                counts[outcome if outcome in ("same", "both fail") else "different"] += 1
                if outcome not in ("same", "both fail"):
                    print("%s, %s, %s: %s" % (target.name, case.group, case.name, outcome))
            print("%s: %s" % (target.name, ", ".join("%d %s" % (count, what) for what, count in counts.items())))
            failures += counts["different"]
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

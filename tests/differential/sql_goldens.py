#!/usr/bin/env python3
"""The scripts of tests/data/sql/*.cases on live databases: after real Alembic and after Limbeck the schema is the same.

  PYTHONPATH=ALEMBIC:SQLALCHEMY/lib:TYPING_EXTENSIONS/src python3 tests/differential/sql_goldens.py LIMBECK [--failing] [GROUP ...]

SQLite: the text of sqlite_master. PostgreSQL, if LIMBECK_TEST_POSTGRES names a server (tests/postgres/cluster.py):
`pg_dump -s`. What a case needs to be there is made first (preparation.py finds it). A case that Alembic cannot carry
out even so must fail in Limbeck, too; `--failing` lists those, with Alembic's reason.
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

import preparation
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
# Columns of types that a missing column would not be given.
TABLES = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c VARCHAR(10), name VARCHAR(50))"

EXPECTED = ("same", "same, nothing changed", "both fail")

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

    def clear(self, statements):
        self.path.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            for statement in statements:
                connection.executescript(statement)
            connection.commit()

    @contextlib.contextmanager
    def trial(self, statements):
        """A connection with the statements done, of which nothing will be left."""
        engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
        with engine.connect() as connection:
            with preparation.refusals():
                for statement in statements:
                    connection.connection.executescript(statement)
            yield connection

    def dump(self):
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql")
            return "\n".join(row[0] for row in rows if "alembic_version" not in row[0])


class PostgresTarget:
    name = "postgresql"

    def __init__(self, server):
        self.server = server
        self.url = server.rpartition("/")[0] + "/limbeck_goldens"

        self._model("limbeck_goldens_model")
        self._model("limbeck_goldens_trial")
        self.trials = sa.create_engine(server.rpartition("/")[0] + "/limbeck_goldens_trial")

    def _model(self, name):
        """A database with the extensions that cases take for granted."""
        self._run(self.server, "DROP DATABASE IF EXISTS %s" % name)
        self._run(self.server, "CREATE DATABASE %s TEMPLATE template0" % name)
        extensions = "".join("CREATE EXTENSION IF NOT EXISTS %s;" % name for name in ("citext", "hstore", "btree_gist"))
        self._run(self.server.rpartition("/")[0] + "/" + name, extensions)

    def clear(self, statements):
        self._run(self.server, "DROP DATABASE IF EXISTS limbeck_goldens WITH (FORCE)")
        self._run(self.server, "CREATE DATABASE limbeck_goldens TEMPLATE limbeck_goldens_model")
        if statements:
            self._run(self.url, ";".join(statements))

    @contextlib.contextmanager
    def trial(self, statements):
        """A connection with the statements done, of which nothing will be left."""
        with self.trials.connect() as connection:
            with preparation.refusals():
                for statement in statements:
                    connection.exec_driver_sql(statement.replace("%", "%%"))
            yield connection
            connection.rollback()

    def dump(self):
        done = subprocess.run(["pg_dump", "-s", "-T", "alembic_version", self.url], capture_output=True, text=True,
                              check=True)
        # Newer programs write a key that differs from dump to dump.
        return re.sub(r"^\\(un)?restrict .*\n", "", done.stdout, flags=re.M)

    @staticmethod
    def _run(url, sql):
        subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", url], input=sql.replace("; ", ";\n"), text=True,
                       check=True, capture_output=True)


def run_script(case, connection):
    names = {"sa": sa, "postgresql": postgresql, "sqlite": sqlite, "mysql": mysql, "datetime": datetime,
             "decimal": decimal, "enum": enum, "uuid": uuid, "text": sa.text, "Column": sa.Column}
    context = MigrationContext.configure(connection)
    with context.begin_transaction():
        exec(case.source, {**names, "op": Operations(context)})


def try_alembic(case, target, statements):
    try:
        with target.trial(statements) as connection:
            run_script(case, connection)
    except Exception as problem:
        return problem
    return None


def run_alembic(case, target):
    engine = sa.create_engine(target.url, poolclass=sa.pool.NullPool)
    try:
        with engine.connect() as connection:
            run_script(case, connection)
            connection.commit()
    except Exception as problem:
        return str(problem).split("\n")[0] or type(problem).__name__
    return None


def find_preparation(case, target):
    """With the usual table, if that is not in the way."""
    attempts = []
    for usual in ([TABLES], []):
        statements, problem = preparation.find(lambda more: try_alembic(case, target, usual + more), target.name)
        attempts.append(usual + statements)
        if problem is None:
            return attempts[-1]
    return attempts[0]


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
    """"same", "both fail" or what differs; and Alembic's problem."""
    statements = find_preparation(case, target)
    target.clear(statements)
    before = target.dump()
    problem = run_alembic(case, target)
    wanted = target.dump() if problem is None else None
    target.clear(statements)
    refusal = run_limbeck(case, target, program, folder)
    if problem is not None:
        return ("both fail" if refusal else "Alembic fails: %s" % problem), problem
    if refusal:
        return "Limbeck fails: %s" % refusal, None
    found = target.dump()
    if found != wanted:
        return "the schema differs:\n%s\n--- Alembic's:\n%s" % (found, wanted), None
    return ("same, nothing changed" if found == before else "same"), None


def main():
    words = [word for word in sys.argv[1:] if word != "--failing"]
    program, groups = str(pathlib.Path(words[0]).resolve()), words[1:]
    warnings.simplefilter("ignore")
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
                outcome, problem = compare(case, target, program, folder)
                counts[outcome if outcome in EXPECTED else "different"] += 1
                if outcome not in EXPECTED or problem and "--failing" in sys.argv:
                    print("%s, %s, %s: %s %s" % (target.name, case.group, case.name, outcome, problem or ""), flush=True)
            print("%s: %s" % (target.name, ", ".join("%d %s" % (count, what) for what, count in counts.items())))
            failures += counts["different"]
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

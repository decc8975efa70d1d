#!/usr/bin/env python3
"""Fifty runs of `upgrade head` at once end well: each succeeds, and every revision is applied once.

    tests/postgres/cluster.py run tests/faults/fifty_runs.py --program build/quick/limbeck

On SQLite and PostgreSQL, with one transaction for the run and with one for each revision.
"""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 50
REVISIONS = 6

INI = """[alembic]
script_location = .
sqlalchemy.url = {url}
lock_timeout = 240
"""

ENVIRONMENT = """from alembic import context
from sqlalchemy import engine_from_config

with engine_from_config(context.config.get_section("alembic")).connect() as connection:
    context.configure(connection=connection, transaction_per_migration={per_revision})
    with context.begin_transaction():
        context.run_migrations()
"""

REVISION = '''"""revision {number}"""
from alembic import op
import sqlalchemy as sa

revision = "rev{number}"
down_revision = {down!r}


def upgrade():
    op.create_table("t{number}", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO t{number} (id) VALUES (1)")
'''


class Fault(Exception):
    pass


class Sqlite:
    name = "sqlite"

    def __init__(self, folder):
        self.file = folder / "app.db"
        self.url = f"sqlite:///{self.file}"

    def query(self, text):
        connection = sqlite3.connect(self.file)
        rows = ["|".join(map(str, row)) for row in connection.execute(text)]
        connection.close()
        return rows

    def drop(self):
        self.file.unlink()


class Postgresql:
    name = "postgresql"

    def __init__(self, _):
        self.server = os.environ["LIMBECK_TEST_POSTGRES"]
        self.database = f"fifty_runs_{os.getpid()}"
        self.psql(self.server, f"CREATE DATABASE {self.database}")
        self.url = self.server.rsplit("/", 1)[0] + "/" + self.database

    @staticmethod
    def psql(url, text):
        done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", text], capture_output=True,
                              text=True, check=True)
        return done.stdout.splitlines()

    def query(self, text):
        return self.psql(self.url, text)

    def drop(self):
        self.psql(self.server, f"DROP DATABASE {self.database} WITH (FORCE)")


def write_project(folder, url, per_revision):
    (folder / "alembic.ini").write_text(INI.format(url=url))
    (folder / "env.py").write_text(ENVIRONMENT.format(per_revision=per_revision))
    (folder / "versions").mkdir()
    for number in range(1, REVISIONS + 1):
        down = f"rev{number - 1}" if number > 1 else None
        (folder / "versions" / f"rev{number}.py").write_text(REVISION.format(number=number, down=down))


def run_all(program, folder):
    started = [subprocess.Popen([program, "upgrade", "head"], cwd=folder, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True) for _ in range(RUNS)]
    ended = [(run.communicate()[0], run.returncode) for run in started]
    for output, code in ended:
        if code != 0:
            raise Fault(f"a run ends with {code}:\n{output}")


def check(program, kind, per_revision):
    with tempfile.TemporaryDirectory(prefix="limbeck-fifty-") as temporary:
        folder = Path(temporary)
        database = kind(folder)
        try:
            write_project(folder, database.url, per_revision)
            run_all(program, folder)
            for number in range(1, REVISIONS + 1):
                if database.query(f"SELECT count(*) FROM t{number}") != ["1"]:
                    raise Fault(f"revision {number} was not applied once")
            if database.query("SELECT version_num FROM alembic_version") != [f"rev{REVISIONS}"]:
                raise Fault("the version table is not at the head")
        finally:
            database.drop()
    print(f"{kind.name}, {'a transaction for each revision' if per_revision else 'one transaction'}: {RUNS} runs, "
          "all ended well")


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    program = parser.parse_args(arguments).program.resolve()
    try:
        for kind in (Sqlite, Postgresql):
            for per_revision in (False, True):
                check(program, kind, per_revision)
    except Fault as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])

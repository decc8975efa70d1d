#!/usr/bin/env python3
"""`limbeck adopt` names the right revision for a database at each revision of a chain of thirty, and tells what is
different after each of ten kinds of drift.

    tests/postgres/cluster.py run tests/assure/adopt_chain.py --program build/quick/limbeck
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

LENGTH = 30

INI = """[alembic]
script_location = .
sqlalchemy.url = {url}
"""

REVISION = '''"""step {number}"""
from alembic import op
import sqlalchemy as sa

revision = "rev{number:02}"
down_revision = {down!r}


def upgrade():
{body}
'''


def body(number):
    """Five kinds of steps, in turn; the table of a step is that of the last number that made one."""
    table = f"t{number - (number - 1) % 5:02}"
    return {
        1: f"""    op.create_table("{table}", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("name", sa.String(40), nullable=False), sa.Column("note", sa.Text),
                    sa.UniqueConstraint("name", name="uq_{table}"))""",
        2: f"""    op.add_column("{table}", sa.Column("size", sa.Integer, server_default="7", nullable=False))""",
        3: f"""    op.create_index("ix_{table}_size", "{table}", ["size"])""",
        4: f"""    op.execute("CREATE VIEW v_{table} AS SELECT name FROM {table}")""",
        0: f"""    op.create_table("c_{table}", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("owner", sa.Integer, sa.ForeignKey("{table}.id", name="fk_{table}")),
                    sa.CheckConstraint("owner > 0", name="ck_{table}"))""",
    }[number % 5]


# Kind of drift, SQL (one for both, or one for each database), and what must be named.
DRIFTS = [
    ("a column more", "ALTER TABLE t01 ADD COLUMN extra TEXT", "column t01.extra"),
    ("a column less", "ALTER TABLE t01 DROP COLUMN note", "column t01.note"),
    ("another type", ("ALTER TABLE t01 ALTER COLUMN size TYPE BIGINT", "size INTEGER", "size BIGINT"), "column t01.size"),
    ("NULL allowed", ("ALTER TABLE t01 ALTER COLUMN size DROP NOT NULL", "'7' NOT NULL", "'7'"), "column t01.size"),
    ("another default", ("ALTER TABLE t01 ALTER COLUMN size SET DEFAULT 8", "DEFAULT '7'", "DEFAULT '8'"),
     "column t01.size"),
    ("an index less", "DROP INDEX ix_t01_size", "index t01.ix_t01_size"),
    ("an index more", "CREATE INDEX ix_more ON t01 (name)", "index t01.ix_more"),
    ("a constraint less", ("ALTER TABLE t01 DROP CONSTRAINT uq_t01", ", \n\tCONSTRAINT uq_t01 UNIQUE (name)", ""), "unique t01"),
    ("a table more", "CREATE TABLE more (id INTEGER)", "table more"),
    ("a view that is another", ("CREATE OR REPLACE VIEW v_t01 AS SELECT name FROM t01 WHERE id > 1", "SELECT name FROM t01",
                                "SELECT name FROM t01 WHERE id > 1"), "view v_t01"),
    ("another action of a foreign key",
     ("ALTER TABLE c_t01 DROP CONSTRAINT fk_t01, ADD CONSTRAINT fk_t01 FOREIGN KEY (owner) REFERENCES t01 (id) "
      "ON DELETE CASCADE", "REFERENCES t01 (id)", "REFERENCES t01 (id) ON DELETE CASCADE"), "foreign key c_t01"),
    ("another check", ("ALTER TABLE c_t01 DROP CONSTRAINT ck_t01, ADD CONSTRAINT ck_t01 CHECK (owner > 5)", "owner > 0",
                       "owner > 5"), "check c_t01"),
]


class Fault(Exception):
    pass


class Sqlite:
    name = "sqlite"

    def __init__(self, folder):
        self.file = folder / "app.db"
        self.url = f"sqlite:///{self.file}"

    def execute(self, text):
        connection = sqlite3.connect(self.file)
        connection.execute(text)
        connection.commit()
        connection.close()

    def drift(self, change):
        """What SQLite has no ALTER for is changed in its table of tables."""
        if isinstance(change, str):
            return self.execute(change)
        _, old, new = change
        connection = sqlite3.connect(self.file)
        connection.execute("PRAGMA writable_schema = ON")
        rows = connection.execute("SELECT rowid, sql FROM sqlite_master WHERE tbl_name IN ('t01', 'c_t01', 'v_t01') "
                                  "AND instr(sql, ?) > 0 ORDER BY rowid LIMIT 1", (old,)).fetchall()
        if len(rows) != 1:
            raise Fault(f"nothing in the schema has {old!r}")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", (rows[0][1].replace(old, new), rows[0][0]))
        if "UNIQUE" in old:
            connection.execute("DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_t01_1'")
        connection.commit()
        connection.close()

    def drop(self):
        self.file.unlink(missing_ok=True)

    renew = drop


class Postgresql:
    name = "postgresql"

    def __init__(self, _):
        self.server = os.environ["LIMBECK_TEST_POSTGRES"]
        self.database = f"adopt_chain_{os.getpid()}"
        self.url = self.server.rsplit("/", 1)[0] + "/" + self.database
        self.psql(self.server, f"CREATE DATABASE {self.database}")

    @staticmethod
    def psql(url, text):
        subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", text], check=True, capture_output=True)

    def execute(self, text):
        self.psql(self.url, text)

    def drift(self, change):
        self.execute(change if isinstance(change, str) else change[0])

    def renew(self):
        self.execute("SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    def drop(self):
        self.psql(self.server, f"DROP DATABASE {self.database} WITH (FORCE)")


class Chain:
    def __init__(self, program, folder, database):
        self.program, self.folder, self.database = program, folder, database
        (folder / "alembic.ini").write_text(INI.format(url=database.url))
        (folder / "versions").mkdir()
        for number in range(1, LENGTH + 1):
            down = f"rev{number - 1:02}" if number > 1 else None
            (folder / "versions" / f"{number:02}.py").write_text(
                REVISION.format(number=number, down=down, body=body(number)))

    def run(self, *words):
        return subprocess.run([self.program, *words], cwd=self.folder, capture_output=True, text=True)

    def make(self, revision):
        """A database at the revision that knows nothing of it."""
        self.database.renew()
        done = self.run("upgrade", revision)
        if done.returncode != 0:
            raise Fault(f"upgrade {revision}: {done.stdout}{done.stderr}")
        self.database.execute("DROP TABLE alembic_version")

    def adopt(self, *words):
        done = self.run("adopt", "--json", *words)
        try:
            return json.loads(done.stdout), done.returncode
        except ValueError:
            raise Fault(f"adopt: no report, exit code {done.returncode}: {done.stdout}{done.stderr}") from None

    def check_revisions(self, numbers):
        for number in numbers:
            self.make(f"rev{number:02}")
            report, code = self.adopt()
            if (report["heads"], report["result"], report["is_stamped"], code) != ([f"rev{number:02}"], "found", True, 0):
                raise Fault(f"at rev{number:02}: exit code {code}, {json.dumps(report, indent=1)}")
            current = self.run("current").stdout.split()
            if current[:1] != [f"rev{number:02}"]:
                raise Fault(f"at rev{number:02}: not stamped, {current}")

    def check_drifts(self):
        for kind, change, expected in DRIFTS:
            self.make("head")
            self.database.drift(change)
            report, code = self.adopt()
            named = [f"{difference['kind']} {difference['name']}" for difference in report["differences"]]
            if (report["heads"], report["result"], code) != ([f"rev{LENGTH:02}"], "none", 1):
                raise Fault(f"{kind}: exit code {code}, {json.dumps(report, indent=1)}")
            if not any(name.startswith(expected) for name in named) or len(named) > 4:
                raise Fault(f"{kind}: {expected} is not named in {json.dumps(report['differences'], indent=1)}")
            if self.run("stamp", "--verify", "head").returncode == 0:
                raise Fault(f"{kind}: stamp --verify takes it")


def check(program, kind, every):
    with tempfile.TemporaryDirectory(prefix="limbeck-adopt-") as temporary:
        folder = Path(temporary)
        database = kind(folder)
        try:
            chain = Chain(program, folder, database)
            numbers = list(range(1, LENGTH + 1, every))
            chain.check_revisions(numbers)
            chain.check_drifts()
        finally:
            database.drop()
    print(f"{kind.name}: the right revision at {len(numbers)} of {LENGTH}, {len(DRIFTS)} kinds of drift named")


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--every", type=int, default=1, help="try every Nth revision")
    options = parser.parse_args(arguments)
    try:
        for kind in (Sqlite, Postgresql):
            check(options.program.resolve(), kind, options.every)
    except Fault as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
"""Holds the memory of a run that reads rows and updates them one by one: it must not grow with the rows.

    memory.py --program build/quick/limbeck [--rows 5000]

A table of so many rows, and one four times as long, are walked through by each of WALKS; the largest resident size of
the longer run may be a tenth above that of the shorter one. On a new SQLite file and, where LIMBECK_TEST_POSTGRES names a cluster, in a new PostgreSQL database.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import run

# A build with AddressSanitizer would keep what is freed for a while.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=0:thread_local_quarantine_size_kb=0"}

SCRIPT = '''
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base

from alembic import op

revision = "f00d"
down_revision = None


def fill(rows):
    op.create_table("items", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(100)))
    op.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + str(rows) + ")"
        " INSERT INTO items SELECT i, 'a name that takes some room, so that rows can be seen' FROM n"
    )


def by_execute(**options):
    connection = op.get_bind()
    update = sa.text("UPDATE items SET name = :name WHERE id = :id")
    for row in connection.execute(sa.text("SELECT id, name FROM items"), execution_options=options):
        connection.execute(update, {"id": row.id, "name": row.name + "!"})


items = sa.table("items", sa.column("id", sa.Integer), sa.column("name", sa.String))


def by_select(**options):
    connection = op.get_bind()
    result = connection.execute(sa.select(items).execution_options(**options))
    for row in result.mappings():
        connection.execute(items.update().where(items.c.id == row["id"]).values(name=row["name"] + "!"))


def by_partitions():
    connection = op.get_bind()
    for part in connection.execute(sa.select(items).execution_options(yield_per=100)).partitions():
        rows = [{"key": row.id, "new": row.name + "!"} for row in part]
        connection.execute(items.update().where(items.c.id == sa.bindparam("key")).values(name=sa.bindparam("new")), rows)


def by_session(get_rows):
    class Item(declarative_base()):
        __tablename__ = "items"
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String)

    session = Session(op.get_bind())
    for number, item in enumerate(get_rows(session, Item)):
        item.name = item.name + "!"
        if number % 100 == 0:
            session.flush()
    session.flush()


def upgrade():
    fill(ROWS)
    WALK
'''
WALKS = {
    "execute": "by_execute()",
    "stream_results": "by_execute(stream_results=True)",
    "select": "by_select()",
    "select, yield_per": "by_select(yield_per=100)",
    "partitions": "by_partitions()",
    "query.yield_per": "by_session(lambda session, item: session.query(item).yield_per(100))",
    "session.scalars": "by_session(lambda session, item: session.scalars("
                       "sa.select(item).execution_options(yield_per=100)))",
}
ALLOWED = 1.1


def peak(program, kind, walk, rows):
    """Kilobytes of the largest resident size."""
    with tempfile.TemporaryDirectory(prefix="data-") as name:
        folder = Path(name)
        database = kind(folder)
        try:
            versions = folder / "migrations" / "versions"
            versions.mkdir(parents=True)
            (folder / "alembic.ini").write_text(run.INI.replace("URL", database.url))
            (folder / "migrations" / "env.py").write_text(run.ENV)
            (versions / "f00d.py").write_text(SCRIPT.replace("ROWS", str(rows)).replace("WALK", walk))
            process = subprocess.Popen([program, "upgrade", "head"], cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE)
            errors = process.stderr.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(errors)
            return usage.ru_maxrss
        finally:
            database.drop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--rows", type=int, default=5000)
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    failed = False
    for kind in (run.Sqlite, run.Postgresql) if os.environ.get("LIMBECK_TEST_POSTGRES") else (run.Sqlite,):
        for name, walk in WALKS.items():
            few, many = (peak(program, kind, walk, options.rows * times) for times in (1, 4))
            grown = many > few * ALLOWED
            failed |= grown
            print(f"{kind.name} {name}: {few} KB, {many} KB with four times the rows{' - it grows' if grown else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

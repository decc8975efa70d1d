#!/usr/bin/env python3
"""The line that tells, on a terminal, at which step and statement a run is and for how long.

    live_line_test.py --program build/quick/limbeck

Runs a slow project through a pseudo terminal. LIMBECK_TEST_POSTGRES names the server: its pg_sleep() is a statement
that takes as long as one wants.
"""

import argparse
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SLOW = """
import time

from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade():
    op.execute("SELECT   pg_sleep(2)\\n  -- of no use")
    print("between")
    time.sleep(1.2)


def downgrade():
    pass
"""
QUICK = """
revision = "a1"
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
"""
LOG = [
    "INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.",
    "INFO  [alembic.runtime.migration] Will assume transactional DDL.",
    "INFO  [alembic.runtime.migration] Running upgrade  -> a1",
    "INFO  [alembic.runtime.migration] Running upgrade a1 -> b2",
]
INI = """
[alembic]
script_location = migrations
sqlalchemy.url = %s
version_table = live_line_version
[loggers]
keys = root, alembic
[handlers]
keys = console
[formatters]
keys = generic
[logger_root]
level = INFO
handlers = console
[logger_alembic]
level = INFO
handlers =
qualname = alembic
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = generic
[formatter_generic]
format = %%(levelname)-5.5s [%%(name)s] %%(message)s
"""
ENV = """
from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine

fileConfig(context.config.config_file_name)
with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
    context.configure(connection=connection, version_table="live_line_version")
    with context.begin_transaction():
        context.run_migrations()
"""


def on_terminal(command, folder, **variables):
    """What the command wrote to a terminal of 70 columns."""
    ours, its = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "70", **variables}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=its, stdout=its, stderr=its)
    os.close(its)
    written = b""
    while True:
        try:
            some = os.read(ours, 4096)
        except OSError:  # the other side is closed
            break
        if not some:
            break
        written += some
    os.close(ours)
    assert process.wait() == 0, written
    return written.decode()


def screen(written):
    """The lines that are left on the terminal."""
    lines = []
    for line in written.split("\n"):
        shown, column = "", 0
        for part in filter(None, re.split(r"(\r|\x1b\[K)", line)):
            if part == "\r":
                column = 0
            elif part == "\x1b[K":
                shown = shown[:column]
            else:
                shown = shown[:column] + part + shown[column + len(part):]
                column += len(part)
        lines.append(shown)
    return [line for line in lines if line]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    program = str(Path(parser.parse_args().program).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "migrations/versions").mkdir(parents=True)
        (folder / "migrations/env.py").write_text(ENV)
        (folder / "migrations/versions/a1.py").write_text(QUICK)
        (folder / "migrations/versions/b2.py").write_text(SLOW)
        (folder / "alembic.ini").write_text(INI % os.environ["LIMBECK_TEST_POSTGRES"])
        upgrade, downgrade = [program, "upgrade", "head"], [program, "downgrade", "base"]

        written = on_terminal(upgrade, folder)
        assert re.search(r"\rstep 2 of 2, 1\.\d s: SELECT pg_sleep\(2\) -- of no use\x1b\[K", written), written
        assert re.search(r"\rstep 2 of 2, 3\.\d s: upgrade a1 -> b2\x1b\[K", written), written
        assert screen(written) == [*LOG, "between"], screen(written)

        on_terminal(downgrade, folder)
        written = on_terminal(upgrade, folder, TERM="dumb")
        assert written.replace("\r", "").splitlines() == [*LOG, "between"], written

        on_terminal(downgrade, folder)
        done = subprocess.run(upgrade, cwd=folder, capture_output=True, text=True, check=True)
        assert done.stderr.splitlines() == LOG, done.stderr
        on_terminal(downgrade, folder)


if __name__ == "__main__":
    sys.exit(main())

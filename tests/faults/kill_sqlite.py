#!/usr/bin/env python3
"""Kills `limbeck upgrade head` at every moment at which it writes, and looks at what is left.

    kill_sqlite.py --program build/dev/limbeck --library build/dev/tests/faults/libkill_at_write.so

Run N ends with SIGKILL at the Nth writing call (kill_at_write.cc), for every N until a run gets through. After each, the
database must be whole and at one of the project's revisions, with all of that revision's schema and rows; and another
`upgrade head` must end at the head. SQLite rolls a killed transaction back when the file is next opened, so this holds
exactly if a revision and its version row are one transaction.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "scenarios" / "projects" / "shop"
REVISIONS = ["base", "1a2b3c4d5e6f", "2b3c4d5e6f7a", "3c4d5e6f7a8b"]
CONFIGURE = "context.configure(connection=connection, target_metadata=target_metadata"
TIME = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'")  # CURRENT_TIMESTAMP
MOST_CALLS = 2000
RUN_SECONDS = 100


class Fault(Exception):
    """The program does not keep its promise."""


class Project:
    """A copy of the project in a folder; its database is app.db."""

    def __init__(self, folder, program, per_revision):
        self.folder, self.program = folder, program
        self.database = folder / "app.db"
        shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
        self.rewrite("alembic.ini", "${URL}", "sqlite:///app.db")
        if per_revision:
            self.rewrite("env.py", CONFIGURE, CONFIGURE + ", transaction_per_migration=True")

    def rewrite(self, name, old, new):
        text = (self.folder / name).read_text()
        if old not in text:
            raise Fault(f"{name} of the project has changed: {old!r} is not there")
        (self.folder / name).write_text(text.replace(old, new))

    def remove_database(self):
        for file in self.folder.glob("app.db*"):
            file.unlink()

    def upgrade(self, revision, environment=None):
        return subprocess.run([self.program, "upgrade", revision], cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=RUN_SECONDS,
                              env=os.environ | (environment or {}))

    def must_upgrade(self, revision):
        done = self.upgrade(revision)
        if done.returncode != 0:
            raise Fault(f"upgrade {revision} fails with {done.returncode}:\n{done.stdout}{done.stderr}")

    def state(self):
        """All that the database holds, as comparable lines. An empty version table is as good as none."""
        with sqlite3.connect(self.database) as connection:
            check = connection.execute("PRAGMA integrity_check").fetchone()[0]
            lines = [TIME.sub("'(time)'", line) for line in connection.iterdump()]
            versions = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
            if versions.fetchone()[0] and not connection.execute("SELECT * FROM alembic_version").fetchone():
                lines = [line for line in lines if "alembic_version" not in line]
        connection.close()
        if check != "ok":
            raise Fault(f"the database is damaged: {check}")
        return lines


def snapshots(project):
    """What the database is at each revision."""
    states = {}
    for revision in REVISIONS:
        project.remove_database()
        if revision != "base":
            project.must_upgrade(revision)
        states[revision] = project.state()
    return states


def revision_of(state, states):
    for revision, known in states.items():
        if state == known:
            return revision
    raise Fault("the database is at no whole revision:\n" + "\n".join(state))


def kill_environment(library, call, torn):
    return {
        "LD_PRELOAD": str(library), "LIMBECK_KILL_AT": str(call), "LIMBECK_KILL_TORN": str(int(torn)),
        # A sanitized program wants its own library to be the first; ours only stands before libc.
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0:detect_leaks=0",
    }


def kill_everywhere(project, library, torn):
    """The revisions at which killed runs left the database, in the order of the calls."""
    states = snapshots(project)
    left = []
    for call in range(1, MOST_CALLS):
        project.remove_database()
        done = project.upgrade("head", kill_environment(library, call, torn))
        if done.returncode == 0:
            return left
        if done.returncode != -signal.SIGKILL:
            raise Fault(f"the run ends with {done.returncode}:\n{done.stdout}{done.stderr}")
        try:
            left.append(revision_of(project.state(), states))
            project.must_upgrade("head")
            if revision_of(project.state(), states) != REVISIONS[-1]:
                raise Fault("the second run does not end at the head")
            if list(project.folder.glob("app.db-*")):
                raise Fault("the second run leaves a journal")
        except Fault as fault:
            raise Fault(f"killed at writing call {call}{', half done' if torn else ''}: {fault}") from None
    raise Fault(f"the program still writes after {MOST_CALLS} calls")


def fast_folder():
    """Memory, where there is some: hundreds of runs wait for the disk otherwise. None is the ordinary place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def check_one(program, library, per_revision, torn):
    """What was seen, as a line."""
    with tempfile.TemporaryDirectory(prefix="limbeck-kill-", dir=fast_folder()) as folder:
        left = kill_everywhere(Project(Path(folder), program, per_revision), library, torn)
    kind = "a transaction for each revision" if per_revision else "one transaction"
    seen = sorted(set(left), key=REVISIONS.index)
    # After the last commit there may be nothing left to write, so a run may never end at the head.
    expected = REVISIONS[:-1] if per_revision else REVISIONS[:1]
    if [revision for revision in seen if revision != REVISIONS[-1]] != expected:
        raise Fault(f"{kind}: left at {', '.join(seen)}, expected to see {', '.join(expected)}")
    return f"{kind}{', torn writes' if torn else ''}: killed {len(left)} times, left at {', '.join(seen)}"


def check(program, library):
    kinds = [(per_revision, torn) for per_revision in (False, True) for torn in (False, True)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for line in pool.map(lambda kind: check_one(program, library, *kind), kinds):
            print(line)


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--library", required=True, type=Path)
    options = parser.parse_args(arguments)
    try:
        check(options.program.resolve(), options.library.resolve())
    except Fault as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])

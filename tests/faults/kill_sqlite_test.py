#!/usr/bin/env python3
"""kill_sqlite.py notices a program that does not keep its promise, and lets one pass that does.

    kill_sqlite_test.py build/dev/tests/faults/libkill_at_write.so
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = None

# An "upgrade" with SQLite alone. {mode} is what decides between whole revisions and parts of them.
PROGRAM = """#!{python}
import sqlite3, sys
REVISIONS = ["1a2b3c4d5e6f", "2b3c4d5e6f7a", "3c4d5e6f7a8b"]
mode = "{mode}"
if "per_migration=True" in open("env.py").read() and mode == "whole":
    mode = "each"
connection = sqlite3.connect("app.db", isolation_level=None)
def run(text):
    connection.execute(text)
run("CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT)")
at = connection.execute("SELECT version_num FROM alembic_version").fetchone()
done = REVISIONS.index(at[0]) + 1 if at else 0
target = len(REVISIONS) if sys.argv[2] == "head" else REVISIONS.index(sys.argv[2]) + 1
if mode == "whole":
    run("BEGIN IMMEDIATE")
for number in range(done, target):
    if mode == "each":
        run("BEGIN IMMEDIATE")
    run(f"CREATE TABLE first{{number}} (id INTEGER)")
    run(f"INSERT INTO first{{number}} VALUES (1)")
    run("DELETE FROM alembic_version")
    run(f"INSERT INTO alembic_version VALUES ('{{REVISIONS[number]}}')")
    if mode == "each":
        run("COMMIT")
if mode == "whole":
    run("COMMIT")
if mode == "lazy" and sys.argv[2] == "head":
    sys.exit(3)
"""


class KillTest(unittest.TestCase):
    def run_with(self, mode):
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "fake"
            program.write_text(PROGRAM.format(python=sys.executable, mode=mode))
            program.chmod(0o755)
            return subprocess.run([HERE / "kill_sqlite.py", "--program", program, "--library", LIBRARY],
                                  capture_output=True, text=True)

    def test_whole_revisions_pass(self):
        done = self.run_with("whole")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = done.stdout.splitlines()
        self.assertEqual(len(lines), 4)
        self.assertRegex(lines[0], r"^one transaction: killed \d+ times, left at base$")
        self.assertRegex(lines[3], r"^a transaction for each revision, torn writes: killed \d+ times, left at "
                                   r"base, 1a2b3c4d5e6f, 2b3c4d5e6f7a$")

    def test_statements_that_commit_alone_are_noticed(self):
        done = self.run_with("statements")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^killed at writing call \d+: the database is at no whole revision:\n")

    def test_a_program_that_fails_is_noticed(self):
        done = self.run_with("lazy")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^killed at writing call \d+: |^the run ends with 3:")


if __name__ == "__main__":
    LIBRARY = sys.argv.pop(1)
    unittest.main()

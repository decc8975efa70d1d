#!/usr/bin/env python3
"""Tries the examples that are programs: examples_test.py desktop|c|service PROGRAM."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PROGRAM = None


def run(*words, folder, text="", code=0):
    done = subprocess.run([PROGRAM, *words], cwd=folder, input=text, text=True, capture_output=True, timeout=60)
    if done.returncode != code:
        raise AssertionError(f"{words}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done


class Example(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="limbeck-example.")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def query(self, file, sql):
        connection = sqlite3.connect(self.folder / file)
        with connection:
            rows = connection.execute(sql).fetchall()
        connection.close()
        return rows


class DesktopTest(Example):
    def old_file(self, version):
        """A file as an older version of the program left it."""
        connection = sqlite3.connect(self.folder / "notes.db")
        for revision in ("0001_notes", "0002_pinned")[:version]:
            text = (EXAMPLES / "desktop" / "migrations" / "versions" / f"{revision}.sql").read_text()
            connection.executescript(text.split("-- upgrade")[1].split("-- downgrade")[0])
        connection.executescript(f"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);"
                                 f"INSERT INTO alembic_version VALUES ('000{version}');"
                                 f"INSERT INTO notes (body) VALUES ('buy a new kettle')")
        connection.close()

    def test_a_new_file_is_made_without_a_backup(self):
        done = run("notes.db", "first note", folder=self.folder)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["notes.db"])
        self.assertEqual(run("notes.db", folder=self.folder).stdout, "  first note (0 words)\n")
        self.assertIn("[##############################] done", done.stderr)

    def test_a_file_of_any_version_is_brought_to_date_with_a_backup(self):
        for version in (1, 2):
            with self.subTest(version):
                self.old_file(version)
                done = run("notes.db", folder=self.folder)
                self.assertEqual(done.stdout, "  buy a new kettle (4 words)\n")
                bars = [re.sub(r" +$", "", bar) for bar in done.stderr.strip().split("\n")]
                self.assertEqual(len(bars), 4 - version)
                self.assertEqual(bars[-2], "[" + "#" * (0 if version == 2 else 15) + " " * (30 if version == 2 else 15)
                                 + "] words are counted")
                self.assertEqual(self.query("notes.db.before-0003", "SELECT version_num FROM alembic_version"),
                                 [(f"000{version}",)])
                self.assertEqual(run("notes.db", folder=self.folder).stderr, "")
                for path in self.folder.iterdir():
                    path.unlink()

    def test_a_file_of_a_newer_version_is_refused(self):
        self.old_file(2)
        self.query("notes.db", "UPDATE alembic_version SET version_num = '0009'")
        before = (self.folder / "notes.db").read_bytes()
        self.assertIn("was written by a newer version of this program", run("notes.db", folder=self.folder, code=1).stderr)
        self.assertEqual((self.folder / "notes.db").read_bytes(), before)


class CTest(Example):
    def test_up_in_two_parts_and_an_error(self):
        migrations, url = str(EXAMPLES / "c" / "migrations"), "sqlite:///parts.db"
        self.assertEqual(run(migrations, url, "0001", folder=self.folder).stdout,
                         "before: nothing\n2 steps to the newest\nafter: 0001\n")
        self.assertEqual(run(migrations, url, folder=self.folder).stdout,
                         "before: 0001\n1 steps to the newest\nafter: 0002\n")
        self.assertIn("Can't locate revision", run(migrations, url, "7", folder=self.folder, code=1).stderr)


class ServiceTest(Example):
    """On a database of its own; LIMBECK_TEST_POSTGRES is the URL of the server."""

    def setUp(self):
        super().setUp()
        self.server = os.environ["LIMBECK_TEST_POSTGRES"]
        self.name = f"orders_{os.getpid()}"
        self.psql("postgres", f"CREATE DATABASE {self.name}")
        self.addCleanup(self.psql, "postgres", f"DROP DATABASE {self.name} WITH (FORCE)")

    def url(self, database):
        return self.server.rpartition("/")[0] + "/" + database

    def psql(self, database, sql):
        return subprocess.run(["psql", "-qAt", self.url(database), "-c", sql], check=True, text=True,
                              capture_output=True).stdout

    def test_four_instances_start_at_once_and_one_migrates(self):
        started = [subprocess.Popen([PROGRAM, self.url(self.name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE, text=True) for _ in range(4)]
        shown = [instance.communicate("add tea pot\nquit\n", timeout=60) for instance in started]
        self.assertEqual(sorted(out for out, _ in shown), ["0 steps\nok\n"] * 3 + ["2 steps\nok\n"], shown)
        self.assertEqual(self.psql(self.name, "SELECT count(*), max(thing) FROM orders"), "4|tea pot\n")
        self.assertEqual(self.psql(self.name, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_orders_thing'::regclass"),
                         "t\n")
        self.assertEqual(run(self.url(self.name), folder=self.folder, text="count\n").stdout, "0 steps\n4\n")


if __name__ == "__main__":
    example, PROGRAM = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], {"desktop": "DesktopTest", "c": "CTest", "service": "ServiceTest"}[example]])

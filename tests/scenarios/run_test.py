#!/usr/bin/env python3
"""The scenario runner against a program that is a shell script."""

import contextlib
import io
import os
import tempfile
import unittest
from pathlib import Path

import run
import scenario_text
from scenario_text import Outcome, ScenarioError

# What a "limbeck" for these tests does, by its first argument.
PROGRAM = """#!/bin/sh
case $1 in
  say) echo "$2" ;;
  warn) echo "$2" >&2; exit 3 ;;
  bare) printf 'no end' ;;
  env) env | sort | grep -v '^PWD=\\|^_=\\|^SHLVL=\\|^PATH=\\|SAN_OPTIONS=' ;;
  create) python3 -c "
import sqlite3
with sqlite3.connect('app.db') as connection:
    connection.execute('CREATE TABLE users (id INTEGER, name TEXT)')
    connection.execute('INSERT INTO users VALUES (1, \\'Ann\\'), (2, NULL)')
" ;;
  where) pwd ;;
  mixed) echo 'id 0123456789ab'; echo 'at 2026-01-02 03:04:05.123456'; echo "in $PWD/x"; seq 5; echo end ;;
  cat) cat "$2" ;;
esac
"""


class RunnerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.program = self.folder / "fake"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        self.file = self.folder / "scenario.txt"

    def run_scenario(self, text, *options):
        self.file.write_text(text)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = run.main(["--program", str(self.program), *options, str(self.file)])
        return status, output.getvalue().replace(str(self.file), "FILE")

    def assert_passes(self, text):
        self.assertEqual(self.run_scenario(text), (0, ""))

    def assert_accepts(self, text, expected):
        self.assertEqual(self.run_scenario(text, "--accept"), (0, "FILE: rewritten\n"))
        self.assertEqual(self.file.read_text(), expected)
        self.assert_passes(expected)

    def test_output_and_exit_code(self):
        self.assert_passes("Shows streams.\n-- steps\n"
                           "$ limbeck say hello\n> hello\n\n# nothing\n$ alembic warn careful\n! careful\nexit 3\n"
                           "$ limbeck bare\n>| no end\n$ limbeck none\n")

    def test_differences_are_shown_whole(self):
        self.assertEqual(self.run_scenario("Fails.\n-- steps\n$ limbeck say one; limbeck warn two\n> 1\n! two\n"), (1,
            "FILE:3: [sqlite] $ limbeck say one; limbeck warn two\n"
            "  exit code 3, expected 0\n"
            "  standard output:\n    --- expected\n    +++ actual\n    @@ -1 +1 @@\n    -1\n    +one\n"))

    def test_a_missing_line_end_is_a_difference(self):
        self.assertEqual(self.run_scenario("Fails.\n-- steps\n$ limbeck bare\n> no end\n")[1],
            "FILE:3: [sqlite] $ limbeck bare\n  standard output:\n    --- expected\n    +++ actual\n    @@ -1 +1 @@\n"
            "    -no end\n    +no end (no line end)\n")

    def test_patterns(self):
        self.assert_passes("Varies.\n-- steps\n$ limbeck mixed\n> id [ID]\n> at [DATE]\n> in ${DIR}/x\n> [NUMBER]\n"
                           "> [LINES]\n> e[ANY]\n")
        for line in ("id [NUMBER]x", "[PATH]", "at 2026"):
            with self.subTest(line):
                self.assertEqual(self.run_scenario(f"Varies.\n-- steps\n$ limbeck mixed\n> {line}\n> [LINES]\n")[0], 1)

    def test_files_are_written_where_they_stand(self):
        self.assert_passes("Writes.\n-- file: a/b.txt\n[x]\n-- upgrade\n${URL} $HOME\n\n-- steps\n$ limbeck cat a/b.txt\n"
                           "> [x]\n> -- upgrade\n> sqlite:///app.db $HOME\n>\n-- file: a/b.txt\nnew\n-- steps\n"
                           "$ limbeck cat a/b.txt\n> new\n")

    def test_the_environment_is_clean(self):
        os.environ["LIMBECK_RUNNER_TEST"] = "must not be seen"
        self.assert_passes("Environment.\nenvironment: WHERE=${DIR}/x\nenvironment: A=b=c\n-- steps\n$ limbeck env\n"
                           "> A=b=c\n> HOME=${DIR}\n> LANG=C.UTF-8\n> TZ=UTC\n> WHERE=${DIR}/x\n")

    def test_database_contents(self):
        self.assert_passes("Database.\n-- steps\n? .tables\n> (no database)\n$ limbeck create\n"
                           "? SELECT id, name FROM users ORDER BY id\n> 1 | Ann\n> 2 | NULL\n"
                           "? .tables\n> users\n? .schema\n> CREATE TABLE users (id INTEGER, name TEXT)\n"
                           "? SELECT missing\n! no such column: missing\nexit 1\n")

    @unittest.skipUnless("LIMBECK_TEST_POSTGRES" in os.environ, "needs tests/postgres/cluster.py run")
    def test_both_databases(self):
        create = "CREATE TABLE users (id integer, name text)"
        self.assert_passes(
            "Both.\ndatabases: sqlite postgresql\n-- steps\n"
            "$ [sqlite] limbeck create\n"
            f"$ [postgresql] psql -q ${{URL}} -c '{create}' -c \"INSERT INTO users VALUES (1, 'Ann'), (2, NULL)\"\n"
            "? SELECT id, name FROM users ORDER BY id\n> 1 | Ann\n> 2 | NULL\n? .tables\n> users\n"
            "$ limbeck say '${IMPL} ${DDL}'\n> ${IMPL} ${DDL}\n"
            "? .schema\n[sqlite]\n> CREATE TABLE users (id INTEGER, name TEXT)\n"
            "[postgresql]\n> CREATE TABLE public.users (\n>     id integer,\n>     name text\n> );\n")

    @unittest.skipUnless("LIMBECK_TEST_POSTGRES" in os.environ, "needs tests/postgres/cluster.py run")
    def test_accepts_what_differs_between_databases(self):
        steps = "Both.\ndatabases: sqlite postgresql\n-- steps\n$ limbeck say '${IMPL} ${URL}'\n"
        self.assert_accepts(steps, steps + "> ${IMPL} ${URL}\n")
        steps = "Both.\ndatabases: sqlite postgresql\n-- steps\n$ [sqlite] limbeck say x\n$ limbeck cat a; limbeck warn y\n"
        text = steps.replace("-- steps", "-- file: a\n${IMPL} b\n-- steps").replace("cat a", "say $(wc -c <a)")
        self.assert_accepts(text, text.replace("say x\n", "say x\n> x\n")
                            + "! y\nexit 3\n[sqlite]\n> 13\n[postgresql]\n> 17\n")

    def test_accept_keeps_all_but_what_differs(self):
        self.assert_accepts(
            "Accepts.\nenvironment: X=1\n\n-- file: f\n-- not a step\n-- steps\n# comment\n$ limbeck say one\n> [ANY]\n\n"
            "$ limbeck bare\n$ limbeck mixed\n> id [ID]\n> at [DATE]\n> old\n$ limbeck warn x\n> no\n",
            "Accepts.\nenvironment: X=1\n\n-- file: f\n-- not a step\n-- steps\n# comment\n$ limbeck say one\n> [ANY]\n\n"
            "$ limbeck bare\n>| no end\n$ limbeck mixed\n> id [ID]\n> at [DATE]\n> in ${DIR}/x\n> 1\n> 2\n> 3\n> 4\n> 5\n"
            "> end\n$ limbeck warn x\n! x\nexit 3\n")

    def test_scenarios_of_another_judge_are_left_out(self):
        self.assertEqual(self.run_scenario("Judge.\n-- steps\n$ limbeck say x\n", "--judge", "alembic"), (0, ""))
        self.assertEqual(
            self.run_scenario("Judge.\njudge: alembic\n-- steps\n$ limbeck say x\n", "--judge", "alembic")[0], 1)


class ReadingTest(unittest.TestCase):
    def test_mistakes_are_refused_with_their_place(self):
        for text, message in [
            ("-- steps\n", "x.txt:1: a scenario begins with what it shows"),
            ("T.\n-- steps\nlimbeck\n", "x.txt:3: neither a command ($), nor a query (?), nor a comment (#)"),
            ("T.\n-- steps\n$ a\n> x\n\n> y\n", "x.txt:6: neither a command ($), nor a query (?), nor a comment (#)"),
            ("T.\n-- steps\n$ [mysql] a\n", "x.txt:3: unknown database mysql"),
            ("T.\n-- steps\n$ a\n[mysql]\n", "x.txt:4: unknown database mysql"),
            ("T.\ndatabases: oracle\n-- steps\n", "x.txt:4: unknown database oracle"),
        ]:
            with self.subTest(text), self.assertRaises(ScenarioError) as caught:
                scenario_text.parse("x.txt", text)
            self.assertEqual(str(caught.exception), message)

    def test_lines_for_one_database_join_those_for_both(self):
        step = scenario_text.parse("x", "T.\n-- steps\n$ a\n> 1\n! e\n[sqlite]\n> 2\nexit 4\n").actions[0]
        self.assertEqual(step.expected("sqlite"), Outcome("1\n2\n", "e\n", 4))
        self.assertEqual(step.expected("postgresql"), Outcome("1\n", "e\n", 0))


if __name__ == "__main__":
    unittest.main()

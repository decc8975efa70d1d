#!/usr/bin/env python3
"""Runs the programs of tests/python under the Python that runs this: so what they expect is what Python does.

Programs that expect a refusal are Limbeck's own; those that need a later Python than this one say `# needs 3.12`.
"""

import pathlib
import re
import subprocess
import sys
import unittest

FOLDER = pathlib.Path(__file__).parent
EXPECT = re.compile(r"# expect:(?: (.*))?$")
EXPECT_ERROR = re.compile(r"# expect error: (.*)$")
NEEDS = re.compile(r"# needs (\d+)\.(\d+)$", re.MULTILINE)


def expectation(text):
    output, error = [], ""
    for line in text.splitlines():
        if found := EXPECT.search(line):
            output.append(found[1] or "")
        elif found := EXPECT_ERROR.search(line):
            error = found[1]
    return "".join(line + "\n" for line in output), error


def runs_here(text):
    needs = NEEDS.search(text)
    later = needs and sys.version_info[:2] < (int(needs[1]), int(needs[2]))
    return "# expect refusal:" not in text and not later


class Programs(unittest.TestCase):
    def test_programs(self):
        for path in sorted(FOLDER.glob("*/*.py")):
            text = path.read_text(encoding="utf-8")
            if not runs_here(text):
                continue
            with self.subTest(program=str(path.relative_to(FOLDER))):
                done = subprocess.run([sys.executable, "-W", "ignore", "-B", str(path)], capture_output=True,
                                      encoding="utf-8", env={"HOME": "/somewhere", "PYTHONUTF8": "1"}, timeout=60)
                output, error = expectation(text)
                self.assertEqual(done.stdout, output, done.stderr)
                last_line = done.stderr.strip().splitlines()[-1] if done.returncode else ""
                self.assertEqual(last_line, error, done.stderr)


if __name__ == "__main__":
    unittest.main()

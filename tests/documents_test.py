#!/usr/bin/env python3
"""What the documents name is there: links, files, make's verbs, presets; and .ci/run runs the README's test command."""

import json
import re
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|#)([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")
FOLDERS = ("src/", "include/", "tests/", "bench/", "docs/", "tools/", "cmake/", "examples/", "packaging/", ".ci/")


def documents():
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def rooms():
    lines = (ROOT / "tools" / "layers.txt").read_text().splitlines()
    return tuple(line.split()[0] + "/" for line in lines if line and not line.startswith("#"))


def pattern_of(path):
    """A glob for a path as people write it: <room>, x and ... stand for anything."""
    return re.sub(r"<\w+>|\bx(?=[._]|$)|\bNNNN\b|\.\.\.", "*", path).rstrip("/")


def is_there(path):
    """Files of a room may be named without src/, and public headers without include/."""
    base = "src/" if path.startswith(rooms()) else "include/" if path.startswith("limbeck/") else ""
    return any(ROOT.glob(base + pattern_of(path)))


def named_paths(text):
    for code in CODE.findall(text):
        word = code.split()[0] if code.split() else ""
        if word.startswith((*FOLDERS, *rooms(), "limbeck/")) and re.search(r"[.\w>*]/[\w<*]", word):
            yield word.rstrip(",;:")


class DocumentsTest(unittest.TestCase):
    def test_links_lead_somewhere(self):
        dead = [f"{document.relative_to(ROOT)}: {target}" for document in documents()
                for target in LINK.findall(document.read_text()) if not (document.parent / target).exists()]
        self.assertEqual(dead, [])

    def test_named_files_are_there(self):
        gone = [f"{document.relative_to(ROOT)}: {path}" for document in documents()
                for path in named_paths(document.read_text()) if not is_there(path)]
        self.assertEqual(gone, [])

    def test_make_has_the_verbs_and_cmake_the_presets(self):
        verbs = set(re.findall(r"^([a-z-]+(?: [a-z-]+)*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
        verbs = {verb for line in verbs for verb in line.split()}
        presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
        presets = {preset["name"] for preset in presets}
        for document in documents():
            text = document.read_text()
            self.assertLessEqual(set(re.findall(r"(?:`|^ +)make ([a-z-]+)", text, re.MULTILINE)), verbs, document)
            self.assertLessEqual(set(re.findall(r"--preset (\w+)", text)), presets, document)

    def test_ci_runs_the_test_command_of_the_readme(self):
        command = (ROOT / ".ci" / "run").read_text().splitlines()[-1].removeprefix("exec ")
        self.assertIn(f"    {command} ", (ROOT / "README.md").read_text())

    def test_the_session_of_the_readme_is_a_scenario(self):
        session = re.findall(r"^    (\$ limbeck .*|(?! |\$|make ).*)$", (ROOT / "README.md").read_text(), re.MULTILINE)
        scenario = (ROOT / "tests" / "scenarios" / "readme.txt").read_text().splitlines()
        self.assertGreater(len(session), 5)
        self.assertEqual(session, [re.sub(r"^[!>] ", "", line) for line in scenario if line[:2] in ("$ ", "! ", "> ")])

    def test_nothing_of_one_machine_is_written_down(self):
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
        words = re.compile("/wo" r"rk/|/ho" r"me/\w+/|TO" r"DO|FIX" r"ME")
        found = []
        for name in listed.stdout.splitlines():
            path = ROOT / name
            if path.is_file():
                text = path.read_text(errors="replace")
                found += [f"{name}: {match.group()}" for match in words.finditer(text)]
        self.assertEqual(found, [])


class ReadingTest(unittest.TestCase):
    def test_paths_are_found_in_text(self):
        text = "`base/text.h`, `src/<room>/x_test.cc`, `tests/scenarios/run.py --accept`, `make test`, `base`, `a/b`"
        self.assertEqual(list(named_paths(text)), ["base/text.h", "src/<room>/x_test.cc", "tests/scenarios/run.py"])

    def test_what_is_written_with_gaps_is_a_pattern(self):
        self.assertEqual(pattern_of("src/<room>/x_test.cc"), "src/*/*_test.cc")
        self.assertEqual(pattern_of("src/base/"), "src/base")
        self.assertTrue(is_there("base/text.h"))
        self.assertTrue(is_there("src/<room>/x_test.cc"))
        self.assertTrue(is_there("limbeck/error.h"))
        self.assertFalse(is_there("base/none.h"))


if __name__ == "__main__":
    unittest.main()

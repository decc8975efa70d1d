#!/usr/bin/env python3
"""Runs the terminal sessions of Markdown documents, so that what a reader is told to type does what he is told.

    markdown.py --program build/quick/limbeck docs/tutorial.md examples/*/README.md
    markdown.py --program build/quick/limbeck --accept FILE...    rewrite what is shown; read the difference

Each document runs once, from top to bottom, in a new folder that is the current one and HOME. What counts:

    <!-- project: examples/iops -->     at the start: a folder whose files are there before the first command
    <!-- database: postgresql -->       at the start: it runs on a new database, and DATABASE_URL names it; else SQLite
    ```console                          a session: "$ command" (a line that ends in \\ goes on), then what the terminal
                                        shows; "..." is any number of lines
    ```python title=app/models.py       a file that the reader writes: it is written

The folder is shown as /srv/project. Patterns such as [ID] are those of scenario_text.py. A command that fails must be followed by what it says; its exit code
is not shown in a terminal and not looked at.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

import scenario_text
from run import DatabaseError, Run

SETTING = re.compile(r"^<!-- (?P<name>project|database): (?P<value>\S+) -->$", re.MULTILINE)
FENCE = re.compile(r"^```(?P<language>\w+)?(?: title=(?P<title>\S+))?$")
REST = "..."
SHOWN_FOLDER = "/srv/project"


class Command:
    def __init__(self, text, line, first):
        self.text, self.line, self.first, self.last = text, line, first, first
        self.shown = []


class File:
    def __init__(self, path, content):
        self.path, self.content = path, content


def blocks(lines):
    """(language, title, first, last) of each fenced block: lines[first:last]."""
    at = 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        at += 1
        if not fence:
            continue
        first = at
        while at < len(lines) and lines[at] != "```":
            at += 1
        yield fence["language"], fence["title"], first, at
        at += 1


def session(lines, first, last):
    commands = []
    at = first
    while at < last:
        if lines[at].startswith("$ "):
            text, line = lines[at][2:], at + 1
            while text.endswith("\\"):
                at += 1
                text += "\n" + lines[at]
            commands.append(Command(text, line, at + 1))
        elif commands:
            commands[-1].shown.append(lines[at])
        if commands:
            commands[-1].last = at + 1
        at += 1
    return commands


def actions(lines):
    for language, title, first, last in blocks(lines):
        if title:
            yield File(title, "\n".join(lines[first:last]) + "\n")
        elif language == "console":
            yield from session(lines, first, last)


def without_blank_end(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def as_shown(seen, run):
    """What a command wrote, as a document shows it: spaces at the ends of lines are not seen there."""
    return [line.rstrip().replace(str(run.folder), SHOWN_FOLDER) for line in seen]


def matches(shown, seen):
    wanted = [scenario_text.ANY_LINES if line.strip() == REST else line.rstrip() for line in shown]
    return scenario_text.text_matches("".join(line + "\n" for line in wanted),
                                      "".join(line + "\n" for line in seen))


def run_of(path, text, program, environment):
    settings = {found["name"]: found["value"] for found in SETTING.finditer(text)}
    scenario = scenario_text.Scenario(str(path), [], "", [], settings.get("project"), {"DATABASE_URL": "${URL}"}, None, [])
    if "database" not in settings:
        scenario.environment = {}
    scenario.environment |= environment
    return Run(scenario, settings.get("database", "sqlite"), program)


def check(path, program, accept, environment=()):
    """Reports of what differs; with `accept` the document is rewritten instead."""
    text = path.read_text()
    lines = text.split("\n")
    reports, rewritten = [], []
    with run_of(path, text, program, dict(environment)) as run:
        for action in actions(lines):
            if isinstance(action, File):
                run.write(action.path, action.content)
                continue
            outcome = run.execute("{ " + action.text + "\n} 2>&1")
            seen = as_shown(without_blank_end(outcome.stdout.split("\n")), run)
            if matches(without_blank_end(action.shown), seen):
                continue
            rewritten.append((action, seen + [""] * (len(action.shown) - len(without_blank_end(action.shown)))))
            reports.append(f"{path}:{action.line}: $ {action.text}\n"
                           + scenario_text.difference("".join(line + "\n" for line in action.shown),
                                                      "".join(line + "\n" for line in seen)))
    if not accept:
        return reports
    for action, shown in reversed(rewritten):
        lines[action.first:action.last] = shown
    path.write_text("\n".join(lines))
    return []


def main(arguments):
    parser = argparse.ArgumentParser(description="Runs the terminal sessions of Markdown documents.")
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--environment", metavar="NAME=VALUE", action="append", default=[])
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    program = shutil.which(options.program) and options.program.resolve()
    if not program:
        parser.error(f"{options.program} is no program")
    failed = False
    for path in options.files:
        try:
            environment = [setting.split("=", 1) for setting in options.environment]
            reports = check(path, program, options.accept, environment)
        except DatabaseError as error:
            reports = [str(error)]
        for report in reports:
            print(report)
        failed |= bool(reports)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

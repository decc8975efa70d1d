#!/usr/bin/env python3
"""Writes what the real tools make of the cases in this folder into the case files.

    PYTHONPATH=<alembic>:<sqlalchemy>/lib python3 reference.py [FILE...]
    python3 reference.py --run FOLDER    the modules in it, each with its outcome into NAME.out

A case is "=== name", its input, "---" and what is expected. Cases whose name has "(differs)" are Limbeck's own and are
left alone: docs/alembic-differences.md says why. Only the standard library, Mako and Alembic are used.
"""
import configparser
import io
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent


def unescape(text):
    out, i = "", 0
    while i < len(text):
        if text[i] != "\\":
            out += text[i]
            i += 1
            continue
        c = text[i + 1]
        if c == "c":
            break
        if c == "x":
            out += chr(int(text[i + 2:i + 4], 16))
            i += 4
        else:
            out += {"r": "\r", "t": "\t", "f": "\f", "n": "\n", "\\": "\\"}[c]
            i += 2
    return out.encode("latin-1", "ignore").decode("utf-8", "replace") if "\\x" in text else out


def one_line(error):
    return str(error).replace("\n", "\\n").replace("\t", "\\t")


def ini(text):
    """Every option of every section; an error is "! Class: message"."""
    lines = []

    def attempt(prefix, call):
        try:
            lines.append(prefix + repr(call()))
        except Exception as error:
            name = type(error).__name__
            if isinstance(error, configparser.Error):
                name = "configparser." + name
            lines.append("%s! %s: %s" % (prefix, name, one_line(error)))

    parser = configparser.ConfigParser({"here": "/here"})
    universal = io.StringIO(text, newline=None).read()
    try:
        parser.read_file(io.StringIO(universal), pathlib.PosixPath("alembic.ini"))
    except configparser.Error as error:
        return "! configparser.%s: %s\n" % (type(error).__name__, one_line(error))
    for section in parser.sections():
        lines.append("[%s]" % section)
        for option in parser[section]:
            attempt(option + " = ", lambda: parser.get(section, option))
    return "".join(line + "\n" for line in lines)


def percent(text):
    values = {"rev": "ae10", "slug": "a_b", "year": 2024, "month": 7, "epoch": -5, "here": "/h\u00e9re"}
    lines = []
    for line in text.splitlines():
        try:
            lines.append(repr(line % values))
        except Exception as error:
            lines.append("! %s: %s" % (type(error).__name__, error))
    return "".join(line + "\n" for line in lines)


def header(text):
    names = {"__name__": "x"}
    exec(compile(text.encode("utf-8"), "x.py", "exec"), names)

    def items(value):
        return [] if value is None else [value] if isinstance(value, str) else list(value)

    lines = []
    if "revision" in names:
        lines.append("revision = %r" % names["revision"])
    if "down_revision" in names:
        lines.append("down_revision = %r" % items(names["down_revision"]))
    for name in ("branch_labels", "depends_on"):
        if items(names.get(name)):
            lines.append("%s = %r" % (name, items(names[name])))
    if names.get("__doc__"):
        lines.append("docstring = %r" % names["__doc__"])
    return "".join(line + "\n" for line in lines)


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *_):
        return False


VARIABLES = {
    "message": "message", "up_revision": "ae10", "down_revision": ("a", "b"), "markup": "<b> & 'c'", "padded": "  p ",
    "number": 3, "empty": "", "items": ["a", "b"], "pairs": [(1, (2, 3))], "comma": lambda value: ", ".join(value),
    "shout": lambda text: text.upper() + "!", "repeat": lambda times: lambda text: text * times, "manager": Manager,
}


def outcome(render):
    """The text that a call gives, or the error that it raises."""
    try:
        return repr(render()) + "\n"
    except Exception as error:
        module = type(error).__module__
        name = type(error).__name__ if module == "builtins" else module + "." + type(error).__name__
        return "! %s: %s\n" % (name, re.sub(r" at line: \d+ char: \d+$", "", str(error)))


def mako(text):
    from mako.template import Template

    return outcome(lambda: Template(text).render_unicode(**VARIABLES))


def run_program(text):
    """A template that TranslateMako made a module."""
    module = {"__name__": "template"}

    def render():
        exec(compile(text, "template", "exec"), module)
        return module["_mako_render"](VARIABLES)

    return outcome(render)


def slug(text):
    """One message a line, cut to 40 characters as Alembic does it."""
    lines = []
    for message in text.splitlines():
        words = "_".join(re.findall(r"\w+", message)).lower()
        lines.append(words if len(words) <= 40 else words[:40].rsplit("_", 1)[0] + "_")
    return "".join(repr(line) + "\n" for line in lines)


KINDS = {"ini_cases.txt": ini, "percent_cases.txt": percent, "header_cases.txt": header, "mako_cases.txt": mako,
         "slug_cases.txt": slug}


def rewrite(path, make):
    parts = re.split(r"(?m)^(=== .*\n)", path.read_text())
    out = parts[0]
    for header, body in zip(parts[1::2], parts[2::2]):
        text, _, expected = body.partition("---\n")
        if "(differs)" not in header:
            expected = make(unescape(text) if "(escaped)" in header else text)
        out += header + text + "---\n" + expected
    path.write_text(out)


if sys.argv[1:2] == ["--run"]:
    for program in pathlib.Path(sys.argv[2]).glob("*.py"):
        program.with_suffix(".out").write_text(run_program(program.read_bytes()), encoding="utf-8")
else:
    for file in sys.argv[1:] or KINDS:
        rewrite(HERE / pathlib.Path(file).name, KINDS[pathlib.Path(file).name])

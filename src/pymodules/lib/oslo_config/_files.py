"""Files of options: "name = value" in [groups], lines that go on are indented, names may stand several times."""

import os


def find_config_files(project=None, prog=None, extension=".conf"):
    """One file named after the project and one after the program, each where it is found first."""
    found = [_find(_folders(project), name, extension) for name in (project, prog or _program())]
    return [path for path in found if path]


def find_config_dirs(project=None, prog=None, extension=".conf.d"):
    return find_config_files(project, prog, extension)


def _program():
    import sys

    name = os.path.basename(sys.argv[0]) if sys.argv else ""
    return name[:-3] if name.endswith(".py") else name


def _folders(project):
    own = [os.path.join("~", "." + project), "~", os.path.join("/etc", project), "/etc"] if project else ["~", "/etc"]
    return [os.path.abspath(os.path.expanduser(folder)) for folder in own]


def _find(folders, name, extension):
    for folder in folders if name else ():
        path = os.path.join(folder, name + extension)
        if os.path.exists(path):
            return path
    return None


def read(path, values):
    """Adds to {(group, name): [texts]}; raises ValueError for a line that is none."""
    group, last = None, None
    with open(path) as file:
        for number, line in enumerate(file.read().splitlines(), 1):
            text = line.strip()
            if not text or text[0] in "#;":
                last = last if text else None
            elif line[0].isspace() and last is not None:
                last[-1] += "\n" + text
            elif text.startswith("["):
                if not text.endswith("]") or len(text) == 2:
                    raise ValueError("at %s:%d, Invalid section: %r" % (path, number, line))
                group, last = text[1:-1], None
            else:
                last = _add(values, group, text, "at %s:%d" % (path, number))
    return values


def _add(values, group, text, place):
    places = [found for found in (text.find("="), text.find(":")) if found >= 0]
    if not places:
        raise ValueError("%s, No ':' or '=' found in assignment: %r" % (place, text))
    name, value = text[: min(places)].strip(), text[min(places) + 1 :].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    found = values.setdefault((None if group in (None, "DEFAULT") else group, name), [])
    found.append(value)
    return found

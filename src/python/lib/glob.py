"""Paths that a pattern finds, in the order of their names."""

import os
from fnmatch import fnmatchcase

__all__ = ["escape", "glob", "iglob", "has_magic"]


def has_magic(text):
    return any(sign in text for sign in "*?[")


def escape(pathname):
    return "".join("[" + sign + "]" if sign in "*?[" else sign for sign in pathname)


def _entries(folder):
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []


def _is_shown(name, pattern, include_hidden):
    return include_hidden or not name.startswith(".") or pattern.startswith(".")


def _below(folder, include_hidden):
    """All paths below a folder, relative to it; "" for itself."""
    yield ""
    for name in _entries(folder):
        if not _is_shown(name, "", include_hidden):
            continue
        full = os.path.join(folder, name)
        if os.path.isdir(full):
            for rest in _below(full, include_hidden):
                yield os.path.join(name, rest) if rest else name
        else:
            yield name


def _expand(base, prefix, parts, recursive, include_hidden):
    """`prefix` is what the answer starts with, `base` the folder that it is below."""
    if not parts:
        if os.path.lexists(os.path.join(base, prefix) or "."):
            yield prefix
        return
    part, rest = parts[0], parts[1:]
    folder = os.path.join(base, prefix)
    if recursive and part == "**":
        for name in _below(folder, include_hidden):
            found = os.path.join(prefix, name) if name else prefix
            if not rest:
                yield found if name or not prefix else os.path.join(prefix, "")
            elif os.path.isdir(os.path.join(base, found) or "."):
                yield from _expand(base, found, rest, recursive, include_hidden)
    elif has_magic(part):
        for name in _entries(folder):
            if not _is_shown(name, part, include_hidden) or not fnmatchcase(name, part):
                continue
            found = os.path.join(prefix, name)
            if not rest or os.path.isdir(os.path.join(base, found)):
                yield from _expand(base, found, rest, recursive, include_hidden)
    else:
        found = os.path.join(prefix, part)
        if part == "" and not os.path.isdir(os.path.join(base, prefix) or "."):
            return
        yield from _expand(base, found, rest, recursive, include_hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = "/" if pathname.startswith("/") else ""
    parts = pathname[len(root):].split("/")
    parts = [part for position, part in enumerate(parts) if part or position == len(parts) - 1]
    base = os.fspath(root_dir) if root_dir is not None else ""
    for found in _expand(base, root, parts, recursive, include_hidden):
        if found:
            yield found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))

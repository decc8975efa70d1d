"""Paths of this system."""

import _os

sep = "/"
curdir = "."
pardir = ".."
pathsep = ":"
altsep = None
extsep = "."


class PathLike:
    __module__ = "os"
    pass


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    convert = getattr(type(path), "__fspath__", None)
    if convert is None:
        if _os.is_opaque(path):
            return path  # tells what is not there where it decides something
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return convert(path)


def _of_text(function, path):
    path = fspath(path)
    return path if _os.is_opaque(path) else function(path)


def join(path, *paths):
    joined = fspath(path)
    for part in paths:
        part = fspath(part)
        if _os.is_opaque(joined):
            continue
        if _os.is_opaque(part):
            joined = part
        elif part.startswith("/") or not joined:
            joined = part
        elif joined.endswith("/"):
            joined += part
        else:
            joined += "/" + part
    return joined


def split(path):
    path = fspath(path)
    if _os.is_opaque(path):
        return path, path
    cut = path.rfind("/") + 1
    head, tail = path[:cut], path[cut:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def dirname(path):
    return split(path)[0]


def basename(path):
    return split(path)[1]


def splitext(path):
    path = fspath(path)
    dot = path.rfind(".")
    start = path.rfind("/") + 1
    while start < dot and path[start] == ".":
        start += 1
    if dot <= start or dot < 0 or path[start:dot].strip(".") == "":
        return path, ""
    return path[:dot], path[dot:]


def splitdrive(path):
    return "", fspath(path)


def isabs(path):
    return fspath(path).startswith("/")


def normcase(path):
    return fspath(path)


def normpath(path):
    return _of_text(_os.normpath, path)


def abspath(path):
    return _of_text(_os.abspath, path)


def realpath(path, *, strict=False):
    return _of_text(_os.realpath, path)


def exists(path):
    return _os.exists(fspath(path))


lexists = exists


def isfile(path):
    path = fspath(path)
    return _os.exists(path) and not _os.isdir(path)


def isdir(path):
    return _os.isdir(fspath(path))


def islink(path):
    return False


def ismount(path):
    return fspath(path) == "/"


def getsize(path):
    with open(path, "rb") as file:
        return len(file.read())


def relpath(path, start=None):
    return _os.relpath(fspath(path), fspath(start) if start is not None else _os.getcwd())


def commonprefix(paths):
    paths = [fspath(p) for p in paths]
    if not paths:
        return ""
    shortest, longest = min(paths), max(paths)
    for position, char in enumerate(shortest):
        if char != longest[position]:
            return shortest[:position]
    return shortest


def commonpath(paths):
    split_paths = [fspath(p).split("/") for p in paths]
    shared = []
    for parts in zip(*split_paths):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join(shared) or ("/" if split_paths and split_paths[0][0] == "" else "")


def samefile(one, two):
    return realpath(one) == realpath(two)


def expanduser(path):
    path = fspath(path)
    if _os.is_opaque(path):
        return path
    if path != "~" and not path.startswith("~/"):
        return path
    home = _os.variables().get("HOME")
    return path if home is None else home.rstrip("/") + path[1:]


def expandvars(path):
    import os

    path = fspath(path)
    if _os.is_opaque(path):
        return path
    out = ""
    position = 0
    while position < len(path):
        found = path.find("$", position)
        if found < 0:
            break
        out += path[position:found]
        braced = path[found + 1:found + 2] == "{"
        start = found + 2 if braced else found + 1
        end = start
        while end < len(path) and (path[end].isalnum() or path[end] == "_"):
            end += 1
        name = path[start:end]
        whole = path[found:end + 1] if braced else path[found:end]
        out += os.environ.get(name, whole) if name else whole
        position = found + len(whole)
    return out + path[position:]

"""Copying and moving, which scripts do not do; looking for programs, which are not there."""

import _closed


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    from collections import namedtuple

    return namedtuple("terminal_size", "columns lines")(*fallback)


def ignore_patterns(*patterns):
    import fnmatch

    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


_closed.close(globals(), "copy", "copy2", "copyfile", "copymode", "copystat", "copytree", "move", "rmtree", "chown",
              "make_archive", "unpack_archive", "disk_usage")

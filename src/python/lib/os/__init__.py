"""The environment, and the project's files for reading."""

import _os
from os import path

name = "posix"
sep = path.sep
altsep = None
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
error = OSError
PathLike = path.PathLike
fspath = path.fspath


_REQUIRED = object()


class _Environ(dict):
    """The run's own copy of the environment: what a script sets is seen by the script and its connections."""

    def __setitem__(self, key, value):
        if _os.is_opaque(value):
            # Scripts get it back as it is; of a connection's settings nothing is known any more.
            dict.__setitem__(self, key, value)
            return _os.set_variable(key, None)
        for part in (key, value):
            if not isinstance(part, str):
                raise TypeError("str expected, not " + type(part).__name__)
        dict.__setitem__(self, key, value)
        _os.set_variable(key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        _os.set_variable(key, None)

    def get(self, key, default=None):
        return dict.get(self, key, default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, default=_REQUIRED):
        if key not in self and default is not _REQUIRED:
            return default
        value = dict.pop(self, key)
        _os.set_variable(key, None)
        return value

    def update(self, other=(), **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "environ(" + dict.__repr__(self) + ")"


environ = _Environ(_os.variables())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return _os.getcwd()


def listdir(path="."):
    return [entry[0] for entry in _os.listdir(fspath(path))]


class DirEntry:
    def __init__(self, folder, name, is_directory):
        self.name = name
        self.path = path.join(folder, name)
        self._is_directory = is_directory

    def is_dir(self, *, follow_symlinks=True):
        return self._is_directory

    def is_file(self, *, follow_symlinks=True):
        return not self._is_directory

    def __fspath__(self):
        return self.path


class _Scan(list):
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Scan(DirEntry(fspath(path), entry[0], entry[1]) for entry in _os.listdir(fspath(path)))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = _os.listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders = [entry[0] for entry in entries if entry[1]]
    files = [entry[0] for entry in entries if not entry[1]]
    if topdown:
        yield top, folders, files
    for folder in folders:
        yield from walk(path.join(top, folder), topdown, onerror)
    if not topdown:
        yield top, folders, files


def access(path, mode):
    return _os.exists(fspath(path))


def getpid():
    return int(_os.realpath("/proc/self").rpartition("/")[2])


def getuid():
    """The owner of the process's own folder in /proc; nothing else here tells."""
    for line in _os.read_text("/proc/self/status").splitlines():
        if line.startswith("Uid:"):
            return int(line.split()[1])
    return 0


def getgid():
    for line in _os.read_text("/proc/self/status").splitlines():
        if line.startswith("Gid:"):
            return int(line.split()[1])
    return 0


geteuid = getuid
getegid = getgid


def urandom(size):
    from random import SystemRandom

    return SystemRandom().randbytes(size)


def cpu_count():
    return 1


def getlogin():
    return environ.get("USER", "")


def expandvars(text):
    return path.expandvars(text)


def _refused(name):
    def refuse(*args, **kwargs):
        _os.refuse("os." + name)

    return refuse


_unmade = set()


def _make_no_folder(name, caller):
    """What would be written there goes nowhere."""
    _os.pass_over(caller, "made no folder %r" % str(fspath(name)), anywhere=True)
    _unmade.add(path.abspath(fspath(name)))


def makedirs(name, mode=0o777, exist_ok=False):
    """What is there already need not be made."""
    if path.isdir(name):
        if exist_ok:
            return
        raise FileExistsError(17, "File exists", fspath(name))
    _make_no_folder(name, "os.makedirs")


def mkdir(path, mode=0o777, *, dir_fd=None):
    if _os.exists(fspath(path)):
        raise FileExistsError(17, "File exists", fspath(path))
    _make_no_folder(path, "os.mkdir")


for _name in (
    "remove", "unlink", "rename", "replace", "rmdir", "removedirs", "system", "popen", "kill",
    "fork", "execv", "execvp", "spawnl", "chmod", "chown", "link", "symlink", "truncate", "open", "write", "chdir",
    "killpg", "abort", "_exit", "utime", "mkfifo", "pipe", "dup2", "startfile", "posix_spawn",
):
    globals()[_name] = _refused(_name)
del _name

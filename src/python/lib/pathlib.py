"""Paths as objects. What they are made of can be computed; files can be read, not written."""

import os

import _os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class PurePath(os.PathLike):
    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        for arg in args:
            if _os.is_opaque(arg):
                return os.fspath(arg)
        self = object.__new__(cls)
        self._root, self._tail = _parse(args)
        return self

    def __init__(self, *args):
        pass

    def _made(self, root, tail):
        made = object.__new__(type(self))
        made._root, made._tail = root, tail
        return made

    # ---- text

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote

        return "file://" + quote(str(self))

    # ---- comparison

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return list(self.parts)

    # ---- parts

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        return name[:len(name) - len(self.suffix)]

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name,))
        return self._made(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix,))
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        return self._made(self._root, self._tail[:-1] + [self.stem + suffix])

    # ---- arithmetic

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def is_relative_to(self, *other):
        other = PurePath(*other)
        return self._root == other._root and self._tail[:len(other._tail)] == other._tail

    def relative_to(self, *other):
        start = PurePath(*other)
        if not self.is_relative_to(start):
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute."
                             % (str(self), str(start)))
        return self._made("", self._tail[len(start._tail):])

    def match(self, path_pattern):
        from fnmatch import fnmatchcase

        pattern = PurePath(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        parts = self.parts
        if pattern._root:
            if len(parts) != len(pattern.parts):
                return False
        elif len(pattern.parts) > len(parts):
            return False
        return all(fnmatchcase(part, wanted) for part, wanted in zip(reversed(parts), reversed(pattern.parts)))


def _parse(args):
    root, tail = "", []
    for arg in args:
        if isinstance(arg, PurePath):
            arg_root, arg_tail = arg._root, arg._tail
        else:
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r"
                                % (type(arg),))
            slashes = len(text) - len(text.lstrip("/"))
            arg_root = "//" if slashes == 2 else "/" if slashes else ""
            arg_tail = [part for part in text.split("/") if part and part != "."]
        if arg_root:
            root, tail = arg_root, list(arg_tail)
        else:
            tail = tail + arg_tail
    return root, tail


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        tail = self._path._tail
        return self._path._made(self._path._root, tail[:len(tail) - index - 1])

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


class PurePosixPath(PurePath):
    pass


def _refused(name):
    def refuse(self, *args, **kwargs):
        _os.refuse("pathlib.Path." + name)

    return refuse


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    # ---- what is there

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_socket(self):
        return False

    is_fifo = is_block_device = is_char_device = is_socket

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def iterdir(self):
        for name in os.listdir(self):
            yield self._made(self._root, self._tail + [name])

    def glob(self, pattern):
        parts = PurePath(pattern)
        if parts._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not parts._tail:
            raise ValueError("Unacceptable pattern: %r" % (pattern,))
        seen = set()
        for found in self._select(parts._tail):
            if found not in seen:
                seen.add(found)
                yield found

    def rglob(self, pattern):
        return self.glob(os.path.join("**", pattern))

    def _select(self, parts):
        from fnmatch import fnmatchcase

        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            for folder in self._folders():
                yield from folder._select(rest) if rest else (folder,)
        elif any(sign in part for sign in "*?["):
            for entry in self._entries():
                if fnmatchcase(entry.name, part) and (not rest or entry.is_dir()):
                    yield from entry._select(rest)
        elif (self / part).exists():
            yield from (self / part)._select(rest)

    def _entries(self):
        try:
            return list(self.iterdir()) if self.is_dir() else []
        except OSError:
            return []

    def _folders(self):
        if self.is_dir():
            yield self
        for entry in self._entries():
            if entry.is_dir():
                yield from entry._folders()

    # ---- reading

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    # ---- other paths

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return type(self)(os.path.realpath(self))

    def expanduser(self):
        return type(self)(os.path.expanduser(str(self))) if self._tail and not self._root else self

    # ---- what scripts cannot do

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if self.is_dir():
            if exist_ok:
                return
            raise FileExistsError(17, "File exists", str(self))
        os._make_no_folder(self, "pathlib.Path.mkdir")


for _name in ("chmod", "group", "hardlink_to", "lchmod", "link_to", "lstat", "owner", "readlink", "rename", "replace",
              "rmdir", "stat", "symlink_to", "touch", "unlink", "write_bytes", "write_text"):
    setattr(Path, _name, _refused(_name))
del _name


class PosixPath(Path, PurePosixPath):
    pass

"""Values by name, cast as the call or the scheme says; files of them are read into the environment."""

import json
import os
import pathlib
import re
import urllib.parse

_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_0-9.-]+)\s*=\s*(.*?)\s*$")


class ImproperlyConfigured(Exception):
    pass


class NoValue:
    def __repr__(self):
        return "<%s>" % type(self).__name__


def _pairs(value):
    return [pair.partition("=")[::2] for pair in value.split(",") if pair]


def _reader(cast):
    def read(self, var, **options):
        return self.get_value(var, cast=cast, **options)

    return read


class Env:
    NOTSET = NoValue()
    BOOLEAN_TRUE_STRINGS = ("true", "on", "ok", "y", "yes", "1")
    ENVIRON = os.environ
    URL_CLASS = urllib.parse.ParseResult

    def __init__(self, **scheme):
        self.smart_cast = True
        self.escape_proxy = False
        self.prefix = ""
        self.scheme = scheme

    def __call__(self, var, cast=None, default=NOTSET, parse_default=False):
        return self.get_value(var, cast=cast, default=default, parse_default=parse_default)

    def __contains__(self, var):
        return var in self.ENVIRON

    def get_value(self, var, cast=None, default=NOTSET, parse_default=False):
        name = self.prefix + var
        if name in self.scheme:
            known = self.scheme[name]
            has_default = isinstance(known, (tuple, list)) and len(known) == 2
            cast = cast or (known[0] if has_default else known)
            default = known[1] if has_default and default is self.NOTSET else default
        value = self.ENVIRON.get(name, self.NOTSET)
        if value is self.NOTSET:
            if default is self.NOTSET:
                raise ImproperlyConfigured("Set the %s environment variable" % name)
            return self.parse_value(default, cast) if parse_default else default
        if isinstance(value, str) and value.startswith("$"):
            return self.get_value(value[1:].strip("{}"), cast=cast, default=default)
        if self.smart_cast and cast is None and default is not None and default is not self.NOTSET:
            cast = type(default)
        if value == "" and default is None and cast is not None:
            return None
        return self.parse_value(value, cast)

    @classmethod
    def parse_value(cls, value, cast):
        if cast is None:
            return value
        if cast is bool:
            try:
                return int(value) != 0
            except ValueError:
                return value.lower().strip() in cls.BOOLEAN_TRUE_STRINGS
        if isinstance(cast, (list, tuple)):
            parts = [cls.parse_value(part, cast[0]) for part in value.strip("()").split(",") if part]
            return type(cast)(parts)
        if isinstance(cast, dict):
            key_cast, value_cast = cast.get("key", str), cast.get("value", str)
            casts = cast.get("cast", {})
            return {cls.parse_value(key, key_cast): cls.parse_value(item, casts.get(key, value_cast))
                    for key, item in (pair.partition("=")[::2] for pair in value.split(";") if pair)}
        if cast is dict:
            return dict(_pairs(value))
        if cast in (list, tuple):
            return cast(part for part in value.strip("()").split(",") if part)
        if cast is float:
            text = re.sub(r"[^\d.,-]", "", value)
            whole, point, fraction = text.replace(",", ".").rpartition(".")
            return float(whole.replace(".", "") + point + fraction)
        return cast(value)

    def str(self, var, default=NOTSET, multiline=False):
        value = self.get_value(var, cast=str, default=default)
        return value.replace("\\r\\n", "\n").replace("\\n", "\n") if multiline and isinstance(value, str) else value

    def bytes(self, var, default=NOTSET, encoding="utf8"):
        value = self.get_value(var, cast=str, default=default)
        return value.encode(encoding) if hasattr(value, "encode") else value

    def list(self, var, cast=None, default=NOTSET):
        return self.get_value(var, cast=list if not cast else [cast], default=default)

    def tuple(self, var, cast=None, default=NOTSET):
        return self.get_value(var, cast=tuple if not cast else (cast,), default=default)

    def dict(self, var, cast=dict, default=NOTSET):
        return self.get_value(var, cast=cast, default=default)

    def url(self, var, default=NOTSET):
        return self.get_value(var, cast=urllib.parse.urlparse, default=default, parse_default=True)

    def path(self, var, default=NOTSET, **options):
        return Path(self.get_value(var, default=default), **options)

    bool = _reader(bool)
    int = _reader(int)
    float = _reader(float)
    json = _reader(json.loads)
    unicode = str

    @classmethod
    def read_env(cls, env_file=None, overwrite=False, parse_comments=False, encoding="utf8", **overrides):
        """Lines of NAME=value; what the environment has already stays unless it is to be overwritten."""
        path = os.fspath(".env" if env_file is None else env_file)
        if not os.path.exists(path):
            return
        with open(path, encoding=encoding) as file:
            lines = file.read().splitlines()
        for line in lines:
            match = _LINE.match(line)
            if match is None:
                continue
            name, value = match[1], match[2]
            if len(value) > 1 and value[0] == value[-1] == "'":
                value = value[1:-1]
            elif len(value) > 1 and value[0] == value[-1] == '"':
                value = re.sub(r"\\(.)", r"\1", value[1:-1])
            cls._put(name, value, overwrite)
        for name, value in overrides.items():
            cls._put(name, value, overwrite)

    @classmethod
    def _put(cls, name, value, overwrite):
        if overwrite or name not in cls.ENVIRON:
            cls.ENVIRON[name] = value


class FileAwareEnv(Env):
    """NAME_FILE names a file that holds the value."""

    def get_value(self, var, cast=None, default=Env.NOTSET, parse_default=False):
        path = self.ENVIRON.get(self.prefix + var + "_FILE")
        if path is not None and os.path.exists(path):
            with open(path) as file:
                return self.parse_value(file.read().strip(), cast)
        return super().get_value(var, cast=cast, default=default, parse_default=parse_default)


class Path:
    """A folder; called with more names, what lies in it."""

    def __init__(self, start="", *paths, **options):
        self.__root__ = os.path.abspath(os.path.join(os.fspath(start), *paths))

    @property
    def root(self):
        return self.__root__

    def __call__(self, *paths, **options):
        return os.path.join(self.__root__, *paths)

    def path(self, *paths, **options):
        return type(self)(self.__root__, *paths)

    def __sub__(self, levels):
        root = pathlib.PurePath(self.__root__)
        return type(self)(str(root.parents[levels - 1] if levels else root))

    def __fspath__(self):
        return self.__root__

    def __str__(self):
        return self.__root__

    def __repr__(self):
        return "<Path:%s>" % self.__root__

    def __eq__(self, other):
        return self.__root__ == getattr(other, "__root__", other)

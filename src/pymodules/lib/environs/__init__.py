"""Settings from the environment, by the rules of environs."""

import contextlib
import datetime
import decimal
import json
import logging
import os
import pathlib
import re
import urllib.parse
import uuid

from dotenv import find_dotenv, load_dotenv

_TRUE = ("t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1")
_FALSE = ("f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0")
_UNSET = object()
_DURATION = re.compile(r"^(?:\s*)((?P<weeks>-?\d+)\s*w\s*)?((?P<days>-?\d+)\s*d\s*)?((?P<hours>-?\d+)\s*h\s*)?"
                       r"((?P<minutes>-?\d+)\s*m\s*)?((?P<seconds>-?\d+)\s*s\s*)?((?P<milliseconds>-?\d+)\s*ms\s*)?"
                       r"((?P<microseconds>-?\d+)\s*[uµ]s\s*)?$")


class EnvError(ValueError):
    pass


class EnvValidationError(EnvError):
    def __init__(self, message, error_messages=None):
        super().__init__(message)
        self.error_messages = error_messages if error_messages is not None else [message]


class ParserConflictError(ValueError):
    pass


class EnvSealedError(TypeError):
    pass


def _to_bool(value):
    if isinstance(value, bool):
        return value
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ValueError("Not a valid boolean.")


def _number(make, message):
    def read(value):
        try:
            return make(value)
        except (TypeError, ValueError, decimal.InvalidOperation):
            raise ValueError(message)

    return read


def _to_log_level(value):
    if isinstance(value, int) or value.isdigit():
        return int(value)
    level = getattr(logging, value.upper(), None)
    if not isinstance(level, int):
        raise ValueError("Not a valid log level.")
    return level


def _to_timedelta(value):
    if isinstance(value, str):
        if re.fullmatch(r"-?\d+", value.strip()):
            return datetime.timedelta(seconds=int(value))
        match = _DURATION.match(value)
        if match is None:
            raise ValueError("Not a valid period of time.")
        return datetime.timedelta(**{name: int(part) for name, part in match.groupdict().items() if part})
    return value


def _reader(read):
    def method(self, name, default=_UNSET, *, validate=None, **options):
        return self._get(name, default, validate, lambda value: read(value, **options) if options else read(value))

    return method


def _items(value, subcast=None, delimiter=","):
    if not isinstance(value, str):
        return list(value)
    parts = [part for part in value.split(delimiter)] if value != "" else []
    return [subcast(part) if subcast else part for part in parts]


def _pairs(value, subcast_keys=None, subcast_values=None, delimiter=",", key_value_delimiter="=", subcast=None):
    if isinstance(value, dict):
        return value
    subcast_values = subcast_values or subcast
    made = {}
    for pair in value.split(delimiter) if value else ():
        key, _, item = pair.partition(key_value_delimiter)
        key = key.strip()
        made[subcast_keys(key) if subcast_keys else key] = subcast_values(item.strip()) if subcast_values else item.strip()
    return made


def _member(value, type=None, enum=None, ignore_case=False, by_value=False):
    cls = type or enum
    if by_value:
        return cls(value)
    for member in cls:
        if member.name == value or (ignore_case and member.name.lower() == value.lower()):
            return member
    raise ValueError("Not a valid choice: " + str(value))


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        self.eager = eager
        self.expand_vars = expand_vars
        self._prefix = prefix
        self._errors = {}
        self._values = {}
        self._sealed = False

    def __call__(self, name, default=_UNSET, *, validate=None, subcast=None, **options):
        return self._get(name, default, validate, lambda value: value)

    str = _reader(str)
    int = _reader(_number(int, "Not a valid integer."))
    float = _reader(_number(float, "Not a valid number."))
    decimal = _reader(_number(decimal.Decimal, "Not a valid number."))
    bool = _reader(_to_bool)
    json = _reader(lambda value: json.loads(value) if isinstance(value, str) else value)
    list = _reader(_items)
    dict = _reader(_pairs)
    enum = _reader(_member)
    path = _reader(pathlib.Path)
    uuid = _reader(lambda value: value if isinstance(value, uuid.UUID) else uuid.UUID(value))
    url = _reader(urllib.parse.urlparse)
    log_level = _reader(_to_log_level)
    timedelta = _reader(_to_timedelta)
    date = _reader(lambda value: datetime.date.fromisoformat(value) if isinstance(value, str) else value)
    time = _reader(lambda value: datetime.time.fromisoformat(value) if isinstance(value, str) else value)
    datetime = _reader(lambda value: datetime.datetime.fromisoformat(value) if isinstance(value, str) else value)

    def read_env(self=None, path=None, recurse=True, verbose=False, override=False, return_path=False):
        if path is None:
            path = find_dotenv(".env", usecwd=True)
        elif os.path.isdir(str(path)):
            path = os.path.join(str(path), ".env")
        found = bool(path) and load_dotenv(path, verbose=verbose, override=override)
        return path if return_path else found

    @contextlib.contextmanager
    def prefixed(self, prefix):
        outer = self._prefix
        self._prefix = (outer or "") + prefix
        try:
            yield self
        finally:
            self._prefix = outer

    def seal(self):
        self._sealed = True
        if self._errors:
            messages, self._errors = self._errors, {}
            raise EnvValidationError("Environment variables invalid: %s" % messages, messages)

    def dump(self):
        return dict(self._values)

    def add_parser(self, name, func):
        if hasattr(self, name):
            raise ParserConflictError("Env already has a method with name '%s'. Use a different name." % name)

        def method(name, default=_UNSET, *, validate=None, **options):
            return self._get(name, default, validate, lambda value: func(value, **options))

        setattr(self, name, method)

    def parser_for(self, name):
        def decorate(func):
            self.add_parser(name, func)
            return func

        return decorate

    def _get(self, name, default, validate, read):
        if self._sealed:
            raise EnvSealedError("Env has already been sealed. New values cannot be parsed.")
        key = (self._prefix or "") + name
        text = os.environ.get(key)
        if text is not None and self.expand_vars:
            text = re.sub(r"\$(?:\{([^}:]+)(?::-([^}]*))?\}|(\w+))", _expanded, text)
        if text is None or (text == "" and default is not _UNSET and default is None):
            return self._missing(key, default)
        try:
            value = read(text)
            for one in validate if isinstance(validate, (list, tuple)) else [validate] if validate else ():
                if one(value) is False:
                    raise ValueError("Invalid value.")
        except ValueError as error:
            message = 'Environment variable "%s" invalid: %s' % (key, [str(error)])
            if self.eager:
                raise EnvValidationError(message, [str(error)]) from error
            self._errors.setdefault(key, []).append(str(error))
            return None
        self._values[key] = value
        return value

    def _missing(self, key, default):
        if default is not _UNSET:
            self._values[key] = default
            return default() if callable(default) else default
        message = 'Environment variable "%s" not set' % key
        if self.eager:
            raise EnvError(message)
        self._errors.setdefault(key, []).append(message)
        return None


def _expanded(match):
    name = match[1] or match[3]
    return os.environ.get(name, match[2] if match[2] is not None else match[0])


env = Env()

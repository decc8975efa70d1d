"""JSON as bytes, in the manner of orjson."""

import dataclasses as _dataclasses
import datetime as _datetime
import enum as _enum
import json as _json
import uuid as _uuid

JSONDecodeError = _json.JSONDecodeError


class JSONEncodeError(TypeError):
    pass


OPT_APPEND_NEWLINE = 1 << 10
OPT_INDENT_2 = 1 << 0
OPT_NAIVE_UTC = 1 << 1
OPT_NON_STR_KEYS = 1 << 2
OPT_OMIT_MICROSECONDS = 1 << 3
OPT_SORT_KEYS = 1 << 5
OPT_STRICT_INTEGER = 1 << 6
OPT_UTC_Z = 1 << 7
_KNOWN = (OPT_APPEND_NEWLINE | OPT_INDENT_2 | OPT_NAIVE_UTC | OPT_NON_STR_KEYS | OPT_OMIT_MICROSECONDS | OPT_SORT_KEYS
          | OPT_STRICT_INTEGER | OPT_UTC_Z)


def _moment_text(value, option):
    if option & OPT_OMIT_MICROSECONDS and not isinstance(value, _datetime.date):
        value = value.replace(microsecond=0)
    if isinstance(value, _datetime.datetime):
        if option & OPT_OMIT_MICROSECONDS:
            value = value.replace(microsecond=0)
        if option & OPT_NAIVE_UTC and value.tzinfo is None:
            value = value.replace(tzinfo=_datetime.timezone.utc)
    text = value.isoformat()
    return text[:-6] + "Z" if option & OPT_UTC_Z and text.endswith("+00:00") else text


def dumps(obj, /, default=None, option=None):
    option = option or 0
    if option & ~_KNOWN:
        raise NotImplementedError("orjson.dumps() with an option other than those of dates, keys and layout")

    def other(value):
        if isinstance(value, (_datetime.date, _datetime.time)):
            return _moment_text(value, option)
        if isinstance(value, _uuid.UUID):
            return str(value)
        if isinstance(value, _enum.Enum):
            return value.value
        if _dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {field.name: getattr(value, field.name) for field in _dataclasses.fields(value)}
        if default is None:
            raise JSONEncodeError("Type is not JSON serializable: " + type(value).__name__)
        return default(value)

    text = _json.dumps(obj, default=other, ensure_ascii=False, sort_keys=bool(option & OPT_SORT_KEYS),
                       indent=2 if option & OPT_INDENT_2 else None,
                       separators=(",", ": ") if option & OPT_INDENT_2 else (",", ":"))
    return (text + "\n" if option & OPT_APPEND_NEWLINE else text).encode()


def loads(obj, /):
    return _json.loads(obj)

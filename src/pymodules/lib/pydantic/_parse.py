"""Values of Python's own types from what an environment or a JSON text gives: numbers from texts and so on."""

import datetime
import decimal
import pathlib
import re
import uuid

from pydantic._errors import invalid

_TRUE = ("1", "on", "t", "true", "y", "yes")
_FALSE = ("0", "off", "f", "false", "n", "no")
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?")
_CLOCK = re.compile(
    r"(?P<sign>-?)(?:(?P<days>\d+)(?: days?,? | d,? |[ ,]+))?"
    r"(?P<hours>\d+):(?P<minutes>\d\d)(?::(?P<seconds>\d\d(?:\.\d+)?))?")
_WATERSHED = 2e10  # numbers beyond are milliseconds


def to_str(value):
    if isinstance(value, str):
        return value.value if hasattr(value, "value") and not type(value) is str else value
    if isinstance(value, (bytes, bytearray)):
        try:
            return bytes(value).decode()
        except UnicodeDecodeError:
            raise invalid("string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string",
                          value)
    raise invalid("string_type", "Input should be a valid string", value)


def to_int(value):
    if isinstance(value, int):
        return int(value)
    if isinstance(value, (float, decimal.Decimal)):
        if value == int(value):
            return int(value)
        raise invalid("int_from_float", "Input should be a valid integer, got a number with a fractional part", value)
    if isinstance(value, (str, bytes)):
        text = value.decode() if isinstance(value, bytes) else value
        try:
            return int(re.sub(r"\.0*$", "", text.strip()))
        except ValueError:
            raise invalid("int_parsing", "Input should be a valid integer, unable to parse string as an integer", value)
    raise invalid("int_type", "Input should be a valid integer", value)


def to_float(value):
    if isinstance(value, (int, float, decimal.Decimal)):
        return float(value)
    if isinstance(value, (str, bytes)):
        try:
            return float(value)
        except ValueError:
            raise invalid("float_parsing", "Input should be a valid number, unable to parse string as a number", value)
    raise invalid("float_type", "Input should be a valid number", value)


def to_bool(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)) and value in (0, 1):
        return bool(value)
    if isinstance(value, str):
        if value.lower() in _TRUE:
            return True
        if value.lower() in _FALSE:
            return False
    if isinstance(value, (str, int, float)):
        raise invalid("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    raise invalid("bool_type", "Input should be a valid boolean", value)


def to_bytes(value):
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, str):
        return value.encode()
    raise invalid("bytes_type", "Input should be a valid bytes", value)


def to_none(value):
    if value is None:
        return None
    raise invalid("none_required", "Input should be None", value)


def to_decimal(value):
    if isinstance(value, (int, str, float, decimal.Decimal)):
        try:
            return value if isinstance(value, decimal.Decimal) else decimal.Decimal(str(value).strip())
        except (decimal.InvalidOperation, ValueError):
            raise invalid("decimal_parsing", "Input should be a valid decimal", value)
    raise invalid("decimal_type", "Decimal input should be an integer, float, string or Decimal object", value)


def to_uuid(value):
    if isinstance(value, uuid.UUID):
        return value
    if isinstance(value, str):
        try:
            return uuid.UUID(value)
        except ValueError as error:
            raise invalid("uuid_parsing", "Input should be a valid UUID, " + str(error), value)
    if isinstance(value, bytes) and len(value) == 16:
        return uuid.UUID(bytes=value)
    raise invalid("uuid_type", "UUID input should be a string, bytes or UUID object", value)


def to_path(value):
    if isinstance(value, (str, pathlib.PurePath)):
        return pathlib.Path(value)
    raise invalid("path_type", "Input is not a valid path", value)


def _moment(value):
    seconds = float(value)
    if abs(seconds) > _WATERSHED:
        seconds /= 1000
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(seconds=seconds)


def to_datetime(value):
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _moment(value)
    if isinstance(value, str):
        text = value.strip()
        if re.fullmatch(r"-?\d+(\.\d+)?", text):
            return _moment(text)
        try:
            return datetime.datetime.fromisoformat(text[:-1] + "+00:00" if text[-1:] in ("Z", "z") else text)
        except ValueError as error:
            raise invalid("datetime_parsing", "Input should be a valid datetime, " + str(error), value)
    raise invalid("datetime_type", "Input should be a valid datetime", value)


def to_date(value):
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            raise invalid("date_from_datetime_inexact", "Datetimes provided to dates should have zero time", value)
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError as error:
            raise invalid("date_from_datetime_parsing", "Input should be a valid date or datetime, " + str(error), value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _moment(value).date()
    raise invalid("date_type", "Input should be a valid date", value)


def to_time(value):
    if isinstance(value, datetime.time):
        return value
    if isinstance(value, str):
        try:
            return datetime.time.fromisoformat(value.strip())
        except ValueError as error:
            raise invalid("time_parsing", "Input should be in a valid time format, " + str(error), value)
    raise invalid("time_type", "Input should be a valid time", value)


def to_timedelta(value):
    if isinstance(value, datetime.timedelta):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return datetime.timedelta(seconds=value)
    if not isinstance(value, str):
        raise invalid("time_delta_type", "Input should be a valid timedelta", value)
    text = value.strip()
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", text):
        return datetime.timedelta(seconds=float(text))
    match = _DURATION.fullmatch(text) or _CLOCK.fullmatch(text)
    if match is None:
        raise invalid("time_delta_parsing", "Input should be a valid timedelta", value)
    parts = {name: float(part) for name, part in match.groupdict().items() if name != "sign" and part}
    made = datetime.timedelta(**parts)
    return -made if match["sign"] == "-" else made


PARSERS = {
    str: to_str,
    int: to_int,
    float: to_float,
    bool: to_bool,
    bytes: to_bytes,
    bytearray: lambda value: bytearray(to_bytes(value)),
    type(None): to_none,
    decimal.Decimal: to_decimal,
    uuid.UUID: to_uuid,
    pathlib.Path: to_path,
    pathlib.PurePath: to_path,
    datetime.datetime: to_datetime,
    datetime.date: to_date,
    datetime.time: to_time,
    datetime.timedelta: to_timedelta,
}

"""Reads what the standard allows of dates with and without times, and of offsets."""

import datetime
import re

UTC = datetime.timezone.utc
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{1,2})(?:-?(?P<day>\d{1,2}))?)?"
    r"(?:[ T](?P<hour>\d{1,2})(?::?(?P<minute>\d{1,2})(?::?(?P<second>\d{1,2})(?:[.,](?P<fraction>\d+))?)?)?"
    r"(?P<zone>Z|(?P<sign>[-+])(?P<hours>\d{2}):?(?P<minutes>\d{2})?)?)?")


class ParseError(ValueError):
    pass


def FixedOffset(offset_hours, offset_minutes, name):
    return datetime.timezone(datetime.timedelta(hours=offset_hours, minutes=offset_minutes), name)


def is_iso8601(datestring):
    return isinstance(datestring, str) and _DATE.fullmatch(datestring) is not None


def parse_date(datestring, default_timezone=UTC):
    found = _DATE.fullmatch(datestring) if isinstance(datestring, str) else None
    if found is None:
        raise ParseError("Unable to parse date string %r" % (datestring,))
    parts = [int(found[name] or least) for name, least in (("year", 1), ("month", 1), ("day", 1), ("hour", 0),
                                                           ("minute", 0), ("second", 0))]
    try:
        moment = datetime.datetime(*parts, microsecond=int((found["fraction"] or "0")[:6].ljust(6, "0")))
    except ValueError as error:
        raise ParseError(str(error))
    return moment.replace(tzinfo=_zone(found, default_timezone))


def _zone(found, default_timezone):
    if found["zone"] is None:
        return default_timezone
    if found["zone"] == "Z":
        return UTC
    sign = -1 if found["sign"] == "-" else 1
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    return FixedOffset(sign * hours, sign * minutes, "%s%02d:%02d" % (found["sign"], hours, minutes))

"""Dates and status codes of HTTP."""

import datetime as _datetime
from http import HTTPStatus as _HTTPStatus

HTTP_STATUS_CODES = {status.value: status.phrase for status in _HTTPStatus}

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def http_date(timestamp=None):
    utc = _datetime.timezone.utc
    if timestamp is None:
        when = _datetime.datetime.now(utc)
    elif isinstance(timestamp, _datetime.datetime):
        when = timestamp.replace(tzinfo=utc) if timestamp.tzinfo is None else timestamp.astimezone(utc)
    elif isinstance(timestamp, _datetime.date):
        when = _datetime.datetime(timestamp.year, timestamp.month, timestamp.day, tzinfo=utc)
    elif isinstance(timestamp, tuple):
        when = _datetime.datetime(*timestamp[:6], tzinfo=utc)
    else:
        when = _datetime.datetime.fromtimestamp(timestamp, utc)
    return "%s, %02d %s %04d %02d:%02d:%02d GMT" % (
        _DAYS[when.weekday()], when.day, _MONTHS[when.month - 1], when.year, when.hour, when.minute, when.second)

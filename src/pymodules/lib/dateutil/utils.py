"""Small things about dates."""

from datetime import datetime, time


def today(tzinfo=None):
    return datetime.combine(datetime.now(tzinfo).date(), time(0, tzinfo=tzinfo))


def default_tzinfo(dt, tzinfo):
    return dt if dt.tzinfo is not None else dt.replace(tzinfo=tzinfo)


def within_delta(dt1, dt2, delta):
    delta = abs(delta)
    return -delta <= dt1 - dt2 <= delta

"""The time, in UTC."""

import datetime
import time

PERFECT_TIME_FORMAT = "%Y-%m-%dT%H:%M:%S.%f"


def utcnow(with_timezone=False):
    now = datetime.datetime.now(datetime.timezone.utc)
    return now if with_timezone else now.replace(tzinfo=None)


def utcnow_ts(microsecond=False):
    return time.time() if microsecond else int(time.time())


def parse_isotime(timestr):
    return datetime.datetime.fromisoformat(timestr.replace("Z", "+00:00"))


def parse_strtime(timestr, fmt=PERFECT_TIME_FORMAT):
    return datetime.datetime.strptime(timestr, fmt)


def normalize_time(timestamp):
    offset = timestamp.utcoffset()
    return timestamp if offset is None else timestamp.replace(tzinfo=None) - offset


def iso8601_from_timestamp(timestamp, microsecond=False):
    return datetime.datetime.fromtimestamp(timestamp, datetime.timezone.utc).isoformat()


def delta_seconds(before, after):
    return (after - before).total_seconds()


def is_older_than(before, seconds):
    return utcnow() - normalize_time(before) > datetime.timedelta(seconds=seconds)


def is_newer_than(after, seconds):
    return normalize_time(after) - utcnow() > datetime.timedelta(seconds=seconds)

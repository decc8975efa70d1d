"""Time zones in the manner of pytz: a zone's tzinfo is one of its offsets, chosen by localize()."""

import _zoneinfo
from datetime import datetime, timedelta, timezone as _fixed, tzinfo

ZERO = timedelta(0)


class Error(Exception):
    pass


class UnknownTimeZoneError(KeyError, Error):
    pass


class InvalidTimeError(Error):
    pass


class AmbiguousTimeError(InvalidTimeError):
    pass


class NonExistentTimeError(InvalidTimeError):
    pass


class BaseTzInfo(tzinfo):
    zone = None

    def __str__(self):
        return self.zone

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _UTC(BaseTzInfo):
    zone = "UTC"

    def utcoffset(self, dt):
        return ZERO

    def dst(self, dt):
        return ZERO

    def tzname(self, dt):
        return "UTC"

    def fromutc(self, dt):
        return dt if dt.tzinfo is not None else self.localize(dt)

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self)

    def normalize(self, dt, is_dst=False):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt if dt.tzinfo is self else dt.astimezone(self)

    def __repr__(self):
        return "<UTC>"


UTC = utc = _UTC()


class _FixedOffset(BaseTzInfo):
    def __init__(self, minutes):
        if abs(minutes) >= 1440:
            raise ValueError("absolute offset is too large", minutes)
        self._minutes = minutes
        self._offset = timedelta(minutes=minutes)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return ZERO

    def tzname(self, dt):
        return None

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self)

    def normalize(self, dt, is_dst=False):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt if dt.tzinfo is self else dt.astimezone(self)

    def __repr__(self):
        return "pytz.FixedOffset(" + str(self._minutes) + ")"

    __str__ = __repr__


def FixedOffset(offset, _known={}):
    if offset == 0:
        return UTC
    if offset not in _known:
        _known[offset] = _FixedOffset(offset)
    return _known[offset]


def _in_minutes(described):
    """Offsets of old are whole minutes here, as pytz has them."""
    seconds = described[0].total_seconds()
    return timedelta(minutes=(seconds + 30) // 60), described[1], described[2]


class DstTzInfo(BaseTzInfo):
    """A zone with one of its offsets; `_offsets` has a tzinfo for each."""

    def __init__(self, zone, described, offsets):
        self.zone = zone
        self._utcoffset, self._dst, self._tzname = described
        self._offsets = offsets
        offsets.setdefault(described, self)

    def _with(self, described):
        known = self._offsets.get(described)
        return DstTzInfo(self.zone, described, self._offsets) if known is None else known

    def fromutc(self, dt):
        if dt.tzinfo is not None and getattr(dt.tzinfo, "_offsets", None) is not self._offsets:
            raise ValueError("fromutc: dt.tzinfo is not self")
        described = _in_minutes(_zoneinfo.at_utc(self.zone, dt))
        return (dt.replace(tzinfo=None) + described[0]).replace(tzinfo=self._with(described))

    def normalize(self, dt):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return self.fromutc((dt.replace(tzinfo=None) - dt.utcoffset()).replace(tzinfo=self))

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        readings = _zoneinfo.readings(self.zone, dt)
        first = _in_minutes(_zoneinfo.at_local(self.zone, dt.replace(fold=0)))
        if readings == 1:
            return dt.replace(tzinfo=self._with(first))
        if is_dst is None:
            raise (NonExistentTimeError if readings == 0 else AmbiguousTimeError)(dt)
        second = _in_minutes(_zoneinfo.at_local(self.zone, dt.replace(fold=1)))
        summer, winter = (first, second) if first[1] >= second[1] else (second, first)
        return dt.replace(tzinfo=self._with(summer if is_dst else winter))

    def _naive(self, dt, is_dst):
        return self.localize(dt, is_dst).tzinfo

    def utcoffset(self, dt, is_dst=None):
        if dt is None:
            return None
        return self._utcoffset if dt.tzinfo is self else self._naive(dt, is_dst)._utcoffset

    def dst(self, dt, is_dst=None):
        if dt is None:
            return None
        return self._dst if dt.tzinfo is self else self._naive(dt, is_dst)._dst

    def tzname(self, dt, is_dst=None):
        if dt is None:
            return self.zone
        return self._tzname if dt.tzinfo is self else self._naive(dt, is_dst)._tzname

    def __repr__(self):
        kind = "DST" if self._dst else "STD"
        seconds = int(self._utcoffset.total_seconds())
        days, rest = divmod(seconds, 86400)
        clock = str(timedelta(seconds=rest))
        shown = (str(days) + " day, " if days else "+") + clock
        return "<DstTzInfo " + repr(self.zone) + " " + self._tzname + shown + " " + kind + ">"


_zones = {}


def timezone(zone):
    if zone is None:
        raise UnknownTimeZoneError(None)
    if zone.upper() == "UTC":
        return utc
    if zone not in _zones:
        if not _zoneinfo.has(zone):
            lowered = {name.lower(): name for name in _zoneinfo.names()}
            if zone.lower() not in lowered:
                raise UnknownTimeZoneError(zone)
            return timezone(lowered[zone.lower()])
        _zones[zone] = DstTzInfo(zone, _in_minutes(_zoneinfo.at_utc(zone, datetime(1, 1, 2))), {})
    return _zones[zone]


def _all():
    return sorted(name for name in _zoneinfo.names() if not name.startswith(("posix/", "right/")))


def __getattr__(name):
    if name in ("all_timezones", "common_timezones"):
        return _all()
    if name in ("all_timezones_set", "common_timezones_set"):
        return set(_all())
    raise AttributeError("module 'pytz' has no attribute '" + name + "'")

"""Time zones of the system's database."""

import _zoneinfo
from datetime import timedelta, tzinfo

TZPATH = ("/usr/share/zoneinfo",)


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


def _check_key(key):
    parts = key.split("/")
    if key.startswith("/"):
        raise ValueError("ZoneInfo keys may not be absolute paths, got: " + key)
    if ".." in parts:
        raise ValueError("ZoneInfo keys must refer to subdirectories of TZPATH, got: " + key)
    if not _zoneinfo.has(key):
        raise ZoneInfoNotFoundError("No time zone found with key " + key)


class ZoneInfo(tzinfo):
    _known = {}

    def __new__(cls, key):
        known = cls._known.get((cls, key))
        if known is None:
            known = cls._known[cls, key] = cls.no_cache(key)
        return known

    @classmethod
    def no_cache(cls, key):
        _check_key(key)
        made = tzinfo.__new__(cls)
        made._key = key
        return made

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for known in list(ZoneInfo._known):
            if known[0] is cls and (only_keys is None or known[1] in only_keys):
                del ZoneInfo._known[known]

    @property
    def key(self):
        return self._key

    def _describe(self, dt, part):
        if dt is not None:
            return _zoneinfo.at_local(self._key, dt)[part]
        if not _zoneinfo.is_fixed(self._key):
            return None
        from datetime import datetime

        return _zoneinfo.at_utc(self._key, datetime(2000, 1, 1))[part]

    def utcoffset(self, dt):
        return self._describe(dt, 0)

    def dst(self, dt):
        return self._describe(dt, 1)

    def tzname(self, dt):
        return self._describe(dt, 2)

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        local = dt + _zoneinfo.at_utc(self._key, dt)[0]
        if _zoneinfo.readings(self._key, local) == 2:
            second = local.replace(fold=1)
            if second.replace(tzinfo=None) - _zoneinfo.at_local(self._key, second)[0] == dt.replace(tzinfo=None):
                return second
        return local

    def __str__(self):
        return self._key

    def __repr__(self):
        return "zoneinfo.ZoneInfo(key=" + repr(self._key) + ")"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def available_timezones():
    return {name for name in _zoneinfo.names() if not name.startswith(("posix/", "right/"))}


def reset_tzpath(to=None):
    raise NotImplementedError("zoneinfo.reset_tzpath: the system's time zones are the only ones")

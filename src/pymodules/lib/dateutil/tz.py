"""Time zones in the manner of dateutil."""

import _zoneinfo
from datetime import datetime, timedelta, tzinfo

ZERO = timedelta(0)


class _Zone(tzinfo):
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def is_ambiguous(self, dt):
        return False


class tzutc(_Zone):
    _known = None

    def __new__(cls):
        if cls._known is None:
            cls._known = tzinfo.__new__(cls)
        return cls._known

    def utcoffset(self, dt):
        return ZERO

    def dst(self, dt):
        return ZERO

    def tzname(self, dt):
        return "UTC"

    def fromutc(self, dt):
        return dt

    def __eq__(self, other):
        return isinstance(other, tzutc) or (isinstance(other, tzoffset) and other._offset == ZERO)

    def __hash__(self):
        return hash(ZERO)

    def __repr__(self):
        return "tzutc()"


UTC = tzutc()


class tzoffset(_Zone):
    def __init__(self, name, offset):
        self._name = name
        self._offset = offset if isinstance(offset, timedelta) else timedelta(seconds=offset)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return ZERO

    def tzname(self, dt):
        return self._name

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, tzoffset):
            return self._offset == other._offset
        return other == self if isinstance(other, tzutc) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        seconds = int(self._offset.total_seconds())
        return "tzoffset(" + repr(self._name) + ", " + str(seconds) + ")"


class tzfile(_Zone):
    """A zone of the system's database."""

    def __init__(self, name):
        self._name = name

    def utcoffset(self, dt):
        return None if dt is None else _zoneinfo.at_local(self._name, dt)[0]

    def dst(self, dt):
        return None if dt is None else _zoneinfo.at_local(self._name, dt)[1]

    def tzname(self, dt):
        return None if dt is None else _zoneinfo.at_local(self._name, dt)[2]

    def is_ambiguous(self, dt):
        return _zoneinfo.readings(self._name, dt) == 2

    def fromutc(self, dt):
        local = dt + _zoneinfo.at_utc(self._name, dt)[0]
        if not self.is_ambiguous(local):
            return local
        second = local.replace(fold=1)
        is_second = second.replace(tzinfo=None) - self.utcoffset(second) == dt.replace(tzinfo=None)
        return second if is_second else local

    def __eq__(self, other):
        return isinstance(other, tzfile) and self._name == other._name

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        return "tzfile('/usr/share/zoneinfo/" + self._name + "')"


class tzlocal(_Zone):
    """The machine's own zone."""

    def _aware(self, dt):
        return dt.replace(tzinfo=None).astimezone()

    def utcoffset(self, dt):
        return None if dt is None else self._aware(dt).utcoffset()

    def dst(self, dt):
        from time import localtime

        if dt is None:
            return None
        return timedelta(hours=1) if localtime(self._aware(dt).timestamp()).tm_isdst else ZERO

    def tzname(self, dt):
        return None if dt is None else self._aware(dt).tzname()

    def fromutc(self, dt):
        local = datetime.fromtimestamp((dt.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds())
        return local.replace(microsecond=dt.microsecond, tzinfo=self)

    def __eq__(self, other):
        return isinstance(other, tzlocal)

    def __hash__(self):
        return hash("tzlocal")

    def __repr__(self):
        return "tzlocal()"


_zones = {}


def gettz(name=None):
    if not name:
        return tzlocal()
    if name in ("UTC", "GMT"):
        return UTC
    if name not in _zones:
        _zones[name] = tzfile(name) if _zoneinfo.has(name) else None
    return _zones[name]


def datetime_exists(dt, tz=None):
    tz = tz or dt.tzinfo
    if tz is None:
        raise ValueError("Datetime is naive and no time zone provided.")
    dt = dt.replace(tzinfo=tz)
    return dt.astimezone(UTC).astimezone(tz).replace(tzinfo=None, fold=0) == dt.replace(tzinfo=None, fold=0)


def datetime_ambiguous(dt, tz=None):
    tz = tz or dt.tzinfo
    if tz is None:
        raise ValueError("Datetime is naive and no time zone provided.")
    return tz.is_ambiguous(dt) if hasattr(tz, "is_ambiguous") else (
        dt.replace(tzinfo=tz, fold=0).utcoffset() != dt.replace(tzinfo=tz, fold=1).utcoffset()
    )

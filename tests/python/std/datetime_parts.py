# Taking moments apart, putting them together, and moving them between zones.
import datetime as dt
from datetime import date, datetime, time, timedelta, timezone, tzinfo

when = datetime(2024, 2, 5, 7, 8, 9, 12, tzinfo=timezone.utc)
print(when.year, when.month, when.day, when.hour, when.minute, when.second, when.microsecond, when.tzinfo, when.fold)
# expect: 2024 2 5 7 8 9 12 UTC 0
print(when.date(), when.time(), when.timetz(), when.weekday(), when.isoweekday(), when.toordinal())
# expect: 2024-02-05 07:08:09.000012 07:08:09.000012+00:00 0 1 738921
print(when.isocalendar(), when.isocalendar()[1], when.isocalendar().week, date(2021, 1, 3).isocalendar())
# expect: datetime.IsoCalendarDate(year=2024, week=6, weekday=1) 6 6 datetime.IsoCalendarDate(year=2020, week=53, weekday=7)
print(date.fromordinal(738921), date.fromisocalendar(2024, 6, 1), datetime.fromordinal(1))
# expect: 2024-02-05 2024-02-05 0001-01-01 00:00:00
print(when.timetuple())
# expect: time.struct_time(tm_year=2024, tm_mon=2, tm_mday=5, tm_hour=7, tm_min=8, tm_sec=9, tm_wday=0, tm_yday=36, tm_isdst=-1)
print(tuple(when.utctimetuple()), when.timetuple().tm_yday)  # expect: (2024, 2, 5, 7, 8, 9, 0, 36, 0) 36
print(when.replace(year=2025, tzinfo=None), date(2024, 2, 29).replace(day=1), time(1, 2).replace(hour=3))
# expect: 2025-02-05 07:08:09.000012 2024-02-01 03:02:00
print(datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.combine(when, time.min, tzinfo=timezone.utc))
# expect: 2024-01-02 03:04:00 2024-02-05 00:00:00+00:00
print(when.timestamp(), datetime.fromtimestamp(1700000000, timezone.utc), datetime.utcfromtimestamp(1.25))
# expect: 1707116889.000012 2023-11-14 22:13:20+00:00 1970-01-01 00:00:01.250000
print(datetime.fromtimestamp(1700000000, tz=timezone(timedelta(hours=-5))))  # expect: 2023-11-14 17:13:20-05:00
print(datetime.fromtimestamp(0.0000005, timezone.utc), datetime.fromtimestamp(-1.5, timezone.utc))
# expect: 1970-01-01 00:00:00+00:00 1969-12-31 23:59:58.500000+00:00

east = timezone(timedelta(hours=2), "EET")
print(when.astimezone(east), when.astimezone(east).tzname(), east.utcoffset(when), east.tzname(None), east.dst(when))
# expect: 2024-02-05 09:08:09.000012+02:00 EET 2:00:00 EET None
print(when.astimezone(east) == when, when.astimezone(timezone.utc) is when)  # expect: True True
print(dt.UTC is timezone.utc, timezone(timedelta(0)) is timezone.utc, dt.MINYEAR, dt.MAXYEAR)  # expect: True True 1 9999
print(timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), "x"), timezone.min, timezone.max)
# expect: True UTC-23:59 UTC+23:59


class Summer(tzinfo):
    """An hour more from April to September."""

    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1 if when is not None and 4 <= when.month <= 9 else 0)

    def tzname(self, when):
        return "SUM" if self.dst(when) else "WIN"


zone = Summer()
print(datetime(2024, 1, 1, tzinfo=zone), datetime(2024, 7, 1, tzinfo=zone).tzname(), datetime(2024, 7, 1, tzinfo=zone).dst())
# expect: 2024-01-01 00:00:00+01:00 SUM 1:00:00
print(datetime(2024, 6, 1, 12, tzinfo=timezone.utc).astimezone(zone))  # expect: 2024-06-01 14:00:00+02:00
print(datetime(2024, 7, 1, tzinfo=zone) - datetime(2024, 7, 1, tzinfo=timezone.utc))  # expect: -1 day, 22:00:00
print(datetime(2024, 7, 1, tzinfo=zone).timetuple().tm_isdst)  # expect: 1


class Day(date):
    def next(self):
        return self + timedelta(days=1)


print(repr(Day(2024, 1, 31).next()), type(Day.fromisoformat("2024-01-01")).__name__, Day.today() >= Day(1970, 1, 1))
# expect: Day(2024, 2, 1) Day True


class Stamp(datetime):
    pass


print(repr(Stamp(2024, 1, 1) + timedelta(1)), type(Stamp.now()).__name__, type(Stamp.strptime("1", "%d")).__name__)
# expect: Stamp(2024, 1, 2, 0, 0) Stamp Stamp
print(datetime.now(timezone.utc).tzinfo, datetime.utcnow().tzinfo, isinstance(datetime.now(), datetime))
# expect: UTC None True


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: tzinfo().utcoffset(None)))
# expect: NotImplementedError: a tzinfo subclass must implement utcoffset()
print(error_of(lambda: timezone(timedelta(hours=24))))
# expect: ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
print(error_of(lambda: timezone(5)))  # expect: TypeError: timezone() argument 1 must be datetime.timedelta, not int
print(error_of(lambda: datetime.combine(1, 2)))  # expect: TypeError: combine() argument 1 must be datetime.date, not int
print(error_of(lambda: when.replace(month=13)))  # expect: ValueError: month must be in 1..12
print(error_of(lambda: datetime.now(5)))
# expect: TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'
print(error_of(lambda: date(2024, 1, 1).hour))  # expect: AttributeError: 'datetime.date' object has no attribute 'hour'

# Dates, moments and lengths of time: what comes of adding, subtracting, multiplying and comparing them.
from datetime import date, datetime, time, timedelta, timezone

print(date(2024, 2, 28) + timedelta(days=1, hours=23))  # expect: 2024-02-29
print(date(2024, 3, 1) - timedelta(days=1))  # expect: 2024-02-29
print(date(2024, 3, 1) - date(2023, 3, 1))  # expect: 366 days, 0:00:00
print(timedelta(days=1) + date(2024, 12, 31))  # expect: 2025-01-01
print(repr(datetime(2024, 12, 31, 23, 59, 59, 999999) + timedelta(microseconds=1)))
# expect: datetime.datetime(2025, 1, 1, 0, 0)
print(datetime(2024, 3, 1) - datetime(2024, 2, 1, 12))  # expect: 28 days, 12:00:00
print(repr(timedelta(days=-1, seconds=1)))  # expect: datetime.timedelta(days=-1, seconds=1)
print(timedelta(days=-1, seconds=1), timedelta(0), timedelta(days=2, microseconds=3))
# expect: -1 day, 0:00:01 0:00:00 2 days, 0:00:00.000003
print(repr(timedelta(weeks=1, days=1.5, hours=0.1, minutes=1, milliseconds=2.5)))
# expect: datetime.timedelta(days=8, seconds=43620, microseconds=2500)
print(repr(timedelta(microseconds=0.5)), repr(timedelta(microseconds=1.5)), repr(timedelta(seconds=0.1) * 3))
# expect: datetime.timedelta(0) datetime.timedelta(microseconds=2) datetime.timedelta(microseconds=300000)
print(timedelta(hours=1) / timedelta(minutes=7))  # expect: 8.571428571428571
print(timedelta(hours=1) // timedelta(minutes=7), timedelta(hours=1) % timedelta(minutes=7))  # expect: 8 0:04:00
print(divmod(timedelta(hours=1), timedelta(minutes=7)))  # expect: (8, datetime.timedelta(seconds=240))
print(timedelta(seconds=10) / 3, timedelta(seconds=10) // 3, timedelta(seconds=10) * 2.5, 3 * timedelta(seconds=1))
# expect: 0:00:03.333333 0:00:03.333333 0:00:25 0:00:03
print(-timedelta(hours=1), abs(timedelta(hours=-1)), +timedelta(1), bool(timedelta()), bool(timedelta(1)))
# expect: -1 day, 23:00:00 1:00:00 1 day, 0:00:00 False True
print(timedelta(days=1, seconds=30).total_seconds(), timedelta(1).days, timedelta(seconds=-1).seconds)
# expect: 86430.0 1 86399
print(sum([timedelta(hours=1), timedelta(minutes=30)], timedelta()))  # expect: 1:30:00
print(timedelta.max, timedelta.min, timedelta.resolution)
# expect: 999999999 days, 23:59:59.999999 -999999999 days, 0:00:00 0:00:00.000001
print(date.min, date.max, datetime.min, datetime.max, time.max)
# expect: 0001-01-01 9999-12-31 0001-01-01 00:00:00 9999-12-31 23:59:59.999999 23:59:59.999999

print(date(2024, 1, 1) < date(2024, 1, 2), date(2024, 1, 1) == datetime(2024, 1, 1))  # expect: True False
print(datetime(2024, 1, 1, 12, tzinfo=timezone.utc) == datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1))))
# expect: True
print(datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc))  # expect: False
print(time(1, 2) < time(1, 3), time(12, tzinfo=timezone.utc) == time(13, tzinfo=timezone(timedelta(hours=1))))
# expect: True True
print(max(date(2024, 1, 31), date(2024, 2, 1)), sorted([date(2024, 2, 1), date(2024, 1, 1)]))
# expect: 2024-02-01 [datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)]
print(len({date(2024, 1, 1), date(2024, 1, 1), datetime(2024, 1, 1)}))  # expect: 2
print({timedelta(hours=24): "a day"}[timedelta(days=1)])  # expect: a day
print(isinstance(datetime(2024, 1, 1), date), issubclass(datetime, date))  # expect: True True


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc)))
# expect: TypeError: can't compare offset-naive and offset-aware datetimes
print(error_of(lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)))
# expect: TypeError: can't subtract offset-naive and offset-aware datetimes
print(error_of(lambda: datetime(2024, 1, 1) < date(2024, 1, 1)))
# expect: TypeError: can't compare datetime.datetime to datetime.date
print(error_of(lambda: date.max + timedelta(1)))  # expect: OverflowError: date value out of range
print(error_of(lambda: datetime.min - timedelta(1)))  # expect: OverflowError: date value out of range
print(error_of(lambda: timedelta(days=1000000000)))
# expect: OverflowError: days=1000000000; must have magnitude <= 999999999
print(error_of(lambda: timedelta(1) / 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(error_of(lambda: timedelta(1) // timedelta()))  # expect: ZeroDivisionError: integer division or modulo by zero
print(error_of(lambda: date(2024, 1, 1) + 1))
# expect: TypeError: unsupported operand type(s) for +: 'datetime.date' and 'int'
print(error_of(lambda: date(2023, 2, 29)))  # expect: ValueError: day is out of range for month
print(error_of(lambda: date(2023, 13, 1)))  # expect: ValueError: month must be in 1..12
print(error_of(lambda: date(0, 1, 1)))  # expect: ValueError: year 0 is out of range
print(error_of(lambda: datetime(2024, 1, 1, 24)))  # expect: ValueError: hour must be in 0..23
print(error_of(lambda: time(0, 60)))  # expect: ValueError: minute must be in 0..59
print(error_of(lambda: time(0, 0, 0, 1000000)))  # expect: ValueError: microsecond must be in 0..999999
print(error_of(lambda: timedelta(days="1")))  # expect: TypeError: unsupported type for timedelta days component: str
print(error_of(lambda: datetime(2024, 1, 1, tzinfo="UTC")))
# expect: TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'str'

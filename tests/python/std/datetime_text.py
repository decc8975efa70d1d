# Moments as text, and texts as moments.
from datetime import date, datetime, time, timedelta, timezone

when = datetime(2024, 2, 5, 7, 8, 9, 1200, tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(when, repr(when))
# expect: 2024-02-05 07:08:09.001200+05:30 datetime.datetime(2024, 2, 5, 7, 8, 9, 1200, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
print(when.isoformat(), when.isoformat(" ", "minutes"), when.isoformat(timespec="milliseconds"))
# expect: 2024-02-05T07:08:09.001200+05:30 2024-02-05 07:08+05:30 2024-02-05T07:08:09.001+05:30
print(str(date(2024, 1, 2)), repr(date(2024, 1, 2)), str(time(1, 2)), repr(time(1, 2, 3, 4)))
# expect: 2024-01-02 datetime.date(2024, 1, 2) 01:02:00 datetime.time(1, 2, 3, 4)
print(repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), repr(time(1, tzinfo=timezone.utc)))
# expect: datetime.datetime(2024, 1, 1, 0, 0) datetime.datetime(2024, 1, 1, 0, 0, 5) datetime.time(1, 0, tzinfo=datetime.timezone.utc)
print(timezone.utc, repr(timezone.utc), repr(timezone(timedelta(hours=-3))), timezone(timedelta(hours=1), "CET"))
# expect: UTC datetime.timezone.utc datetime.timezone(datetime.timedelta(days=-1, seconds=75600)) CET
print(when.strftime("%a %A %b %B %d %H %I %j %m %M %p %S %U %w %W %y %Y %f %z %Z %%"))
# expect: Mon Monday Feb February 05 07 07 036 02 08 AM 09 05 1 06 24 2024 001200 +0530 UTC+05:30 %
print(when.strftime("%c | %x | %X | %G-W%V-%u | %-d.%-m. | %e"))
# expect: Mon Feb  5 07:08:09 2024 | 02/05/24 | 07:08:09 | 2024-W06-1 | 5.2. |  5
print(f"{when:%Y-%m-%d %H:%M}", "{:%d/%m}".format(date(2024, 2, 1)), format(time(1, 2), "%H.%M"), f"{when}")
# expect: 2024-02-05 07:08 01/02 01.02 2024-02-05 07:08:09.001200+05:30
print(when.ctime(), date(2024, 12, 1).ctime())  # expect: Mon Feb  5 07:08:09 2024 Sun Dec  1 00:00:00 2024
print(datetime(2024, 1, 1).strftime("[%z%Z]"), time(23, 5).strftime("%I:%M %p"))  # expect: [] 11:05 PM

for text in ["2024-01-02", "20240102", "2024-W05-3", "2024W053", "2024-W05"]:
    print(date.fromisoformat(text))
# expect: 2024-01-02
# expect: 2024-01-02
# expect: 2024-01-31
# expect: 2024-01-31
# expect: 2024-01-29
for text in [
    "2024-01-02",
    "2024-01-02T03:04",
    "2024-01-02 03:04:05",
    "2024-01-02T03:04:05.6",
    "2024-01-02T03:04:05,123456789",
    "20240102T030405",
    "2024-01-02T03:04:05Z",
    "2024-01-02T03:04:05+05:30",
    "2024-01-02T03:04:05.000001-0800",
    "2024-01-02T03+01",
    "2024-W05-3T12:30",
]:
    print(datetime.fromisoformat(text))
# expect: 2024-01-02 00:00:00
# expect: 2024-01-02 03:04:00
# expect: 2024-01-02 03:04:05
# expect: 2024-01-02 03:04:05.600000
# expect: 2024-01-02 03:04:05.123456
# expect: 2024-01-02 03:04:05
# expect: 2024-01-02 03:04:05+00:00
# expect: 2024-01-02 03:04:05+05:30
# expect: 2024-01-02 03:04:05.000001-08:00
# expect: 2024-01-02 03:00:00+01:00
# expect: 2024-01-31 12:30:00
print(time.fromisoformat("T04:05"), time.fromisoformat("040506.5Z"), time.fromisoformat("04"))
# expect: 04:05:00 04:05:06.500000+00:00 04:00:00

for text, form in [
    ("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S"),
    ("2/1/24 3PM", "%d/%m/%y %I%p"),
    ("Jan 5 2024", "%b %d %Y"),
    ("friday 05 january 69", "%A %d %B %y"),
    ("2024-01-02T03:04:05.678+0530", "%Y-%m-%dT%H:%M:%S.%f%z"),
    ("2024-01-02 +01:00", "%Y-%m-%d %z"),
    ("20240102", "%Y%m%d"),
    ("112024", "%d%m%Y"),
    ("2024 100", "%Y %j"),
    ("2024 05 1", "%Y %W %w"),
    ("2024-W05-3", "%G-W%V-%u"),
    ("12:30", "%H:%M"),
    ("Mon Feb  5 07:08:09 2024", "%c"),
    ("2024-01-02 UTC", "%Y-%m-%d %Z"),
]:
    print(datetime.strptime(text, form))
# expect: 2024-01-02 03:04:05
# expect: 2024-01-02 15:00:00
# expect: 2024-01-05 00:00:00
# expect: 1969-01-05 00:00:00
# expect: 2024-01-02 03:04:05.678000+05:30
# expect: 2024-01-02 00:00:00+01:00
# expect: 2024-01-02 00:00:00
# expect: 2024-01-01 00:00:00
# expect: 2024-04-09 00:00:00
# expect: 2024-01-29 00:00:00
# expect: 2024-01-31 00:00:00
# expect: 1900-01-01 12:30:00
# expect: 2024-02-05 07:08:09
# expect: 2024-01-02 00:00:00


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: datetime.strptime("2024", "%Y-%m")))
# expect: ValueError: time data '2024' does not match format '%Y-%m'
print(error_of(lambda: datetime.strptime("2024-01-02 x", "%Y-%m-%d")))
# expect: ValueError: unconverted data remains:  x
print(error_of(lambda: datetime.strptime("2024-02-30", "%Y-%m-%d")))  # expect: ValueError: day is out of range for month
print(error_of(lambda: datetime.strptime("2024", "%Q")))  # expect: ValueError: 'Q' is a bad directive in format '%Q'
print(error_of(lambda: datetime.fromisoformat("2024-1-2")))  # expect: ValueError: Invalid isoformat string: '2024-1-2'
print(error_of(lambda: datetime.fromisoformat("2024-13-02")))  # expect: ValueError: month must be in 1..12
print(error_of(lambda: date.fromisoformat("x")))  # expect: ValueError: Invalid isoformat string: 'x'
print(error_of(lambda: time.fromisoformat("25:00")))  # expect: ValueError: hour must be in 0..23
print(error_of(lambda: datetime.fromisoformat(1)))  # expect: TypeError: fromisoformat: argument must be str
print(error_of(lambda: when.isoformat(timespec="weeks")))  # expect: ValueError: Unknown timespec value

# zoneinfo: the system's zones, with clocks that are set forward and back.
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

berlin = ZoneInfo("Europe/Berlin")
print(repr(berlin), str(berlin), berlin.key, ZoneInfo("Europe/Berlin") is berlin)
# expect: zoneinfo.ZoneInfo(key='Europe/Berlin') Europe/Berlin Europe/Berlin True
for when in [datetime(2024, 1, 1), datetime(2024, 7, 1, 12, 30), datetime(2024, 3, 31, 2, 30), datetime(2024, 10, 27, 2, 30)]:
    for fold in (0, 1):
        moment = when.replace(tzinfo=berlin, fold=fold)
        print(moment, moment.tzname(), moment.dst(), moment.astimezone(timezone.utc))
# expect: 2024-01-01 00:00:00+01:00 CET 0:00:00 2023-12-31 23:00:00+00:00
# expect: 2024-01-01 00:00:00+01:00 CET 0:00:00 2023-12-31 23:00:00+00:00
# expect: 2024-07-01 12:30:00+02:00 CEST 1:00:00 2024-07-01 10:30:00+00:00
# expect: 2024-07-01 12:30:00+02:00 CEST 1:00:00 2024-07-01 10:30:00+00:00
# expect: 2024-03-31 02:30:00+01:00 CET 0:00:00 2024-03-31 01:30:00+00:00
# expect: 2024-03-31 02:30:00+02:00 CEST 1:00:00 2024-03-31 00:30:00+00:00
# expect: 2024-10-27 02:30:00+02:00 CEST 1:00:00 2024-10-27 00:30:00+00:00
# expect: 2024-10-27 02:30:00+01:00 CET 0:00:00 2024-10-27 01:30:00+00:00
for hour in (0, 1, 2):
    moment = datetime(2024, 10, 27, hour, 30, tzinfo=timezone.utc).astimezone(berlin)
    print(moment, moment.fold)
# expect: 2024-10-27 02:30:00+02:00 0
# expect: 2024-10-27 02:30:00+01:00 1
# expect: 2024-10-27 03:30:00+01:00 0
print(datetime(2024, 7, 1, tzinfo=ZoneInfo("America/New_York")).astimezone(ZoneInfo("Asia/Kolkata")))
# expect: 2024-07-01 09:30:00+05:30
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("UTC")), ZoneInfo("UTC").utcoffset(None), berlin.utcoffset(None), time(12, tzinfo=berlin).utcoffset())
# expect: 2024-01-01 00:00:00+00:00 0:00:00 None None
print(datetime(2024, 3, 31, 1, tzinfo=berlin) + timedelta(hours=3), datetime(2024, 7, 1, tzinfo=berlin).strftime("%H:%M %Z %z"))
# expect: 2024-03-31 04:00:00+02:00 00:00 CEST +0200
print(datetime(1970, 1, 1, tzinfo=ZoneInfo("Pacific/Auckland")), datetime(1950, 1, 1, tzinfo=ZoneInfo("Europe/London")))
# expect: 1970-01-01 00:00:00+12:00 1950-01-01 00:00:00+00:00
print("Europe/Berlin" in available_timezones(), datetime.now(berlin).tzinfo is berlin)  # expect: True True


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: ZoneInfo("Europe/Nowhere")))
# expect: ZoneInfoNotFoundError: 'No time zone found with key Europe/Nowhere'
print(error_of(lambda: ZoneInfo("../etc")))
# expect: ValueError: ZoneInfo keys must refer to subdirectories of TZPATH, got: ../etc
print(issubclass(ZoneInfoNotFoundError, KeyError))  # expect: True

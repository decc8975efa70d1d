# time: clocks, parts and texts.
import time

moment = time.gmtime(1700000000)
print(moment)
# expect: time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0)
print(moment.tm_year, moment[1], moment.tm_zone, moment.tm_gmtoff, len(moment), tuple(moment), isinstance(moment, tuple))
# expect: 2023 11 GMT 0 9 (2023, 11, 14, 22, 13, 20, 1, 318, 0) True
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a", moment), time.asctime(moment), time.strftime("%d.%m.", (2024, 2, 5, 0, 0, 0, 0, 36, -1)))
# expect: 2023-11-14 22:13:20 318 Tue Tue Nov 14 22:13:20 2023 05.02.
print(time.strptime("2024-02-29 13:45", "%Y-%m-%d %H:%M"))
# expect: time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=13, tm_min=45, tm_sec=0, tm_wday=3, tm_yday=60, tm_isdst=-1)
print(time.strptime("Mon Feb  5 07:08:09 2024").tm_hour, time.strptime("12 Jan", "%d %b")[:3])  # expect: 7 (1900, 1, 12)
print(time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0)).tm_mday, time.gmtime(0)[:6], time.gmtime(-1)[:6])
# expect: 2 (1970, 1, 1, 0, 0, 0) (1969, 12, 31, 23, 59, 59)
print(time.mktime(time.localtime(1700000000)), type(time.time()).__name__, type(time.time_ns()).__name__)
# expect: 1700000000.0 float int
before = time.monotonic()
start = time.perf_counter()
time.sleep(0.001)
print(time.monotonic() > before, time.perf_counter() - start >= 0.001, time.perf_counter_ns() > 0 or time.monotonic_ns() >= 0)
# expect: True True True
print(time.gmtime(1700000000) == time.gmtime(1700000000.9), time.gmtime(5) < time.gmtime(6))  # expect: True True


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: time.sleep(-1)))  # expect: ValueError: sleep length must be non-negative
print(error_of(lambda: time.strptime("x", "%Y")))  # expect: ValueError: time data 'x' does not match format '%Y'
print(error_of(lambda: time.mktime((1, 2))))  # expect: TypeError: mktime(): illegal time tuple argument
print(error_of(lambda: time.struct_time((1, 2))))
# expect: TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)

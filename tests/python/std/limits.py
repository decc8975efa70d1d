# What cannot be made by hand, and numbers that are far too large.
import re
import time
from datetime import datetime
from decimal import Decimal


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: type(re.match("a", "a"))()))  # expect: TypeError: cannot create 're.Match' instances
print(error_of(lambda: type(re.compile("a"))()))  # expect: TypeError: cannot create 're.Pattern' instances
print(error_of(lambda: datetime.strptime("100% 5", "%d0%% %m")))  # expect: 1900-05-10 00:00:00
print(error_of(lambda: datetime.strptime("1 %c", "%d %%c")))  # expect: 1900-01-01 00:00:00
print(error_of(lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0))))  # expect: ValueError: month out of range
print(error_of(lambda: time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0))))  # expect: ValueError: hour out of range
print(time.mktime((2024, 13, 1, 0, 0, 0, 0, 1, -1)) == time.mktime((2025, 1, 1, 0, 0, 0, 0, 1, -1)))  # expect: True
print(error_of(lambda: Decimal(10) ** 10**9))  # expect: Overflow: [<class 'decimal.Overflow'>]
print(error_of(lambda: Decimal("1E-999999") / 10**30 == 0))  # expect: True

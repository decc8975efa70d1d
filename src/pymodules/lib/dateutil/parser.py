"""Reads dates as people write them: ISO 8601, and day, month and year in the usual orders."""

import re as _re
from datetime import datetime, timedelta

from dateutil import tz as _tz

_MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_DAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
_CLOCK = _re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:\s*([ap])\.?m\.?\b)?|(\d{1,2})\s*([ap])\.?m\.?\b", _re.I)
_WORD = _re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+")
_IGNORED = {"of", "the", "and", "at", "on", "st", "nd", "rd", "th", "t", "m"}


class ParserError(ValueError):
    def __str__(self):
        return self.args[0] % self.args[1:] if len(self.args) > 1 else str(self.args[0])


class UnknownTimezoneWarning(RuntimeWarning):
    pass


def _zone_of(sign, hours, minutes):
    seconds = int(hours) * 3600 + int(minutes or "0") * 60
    if not seconds:
        return _tz.UTC
    return _tz.tzoffset(None, -seconds if sign == "-" else seconds)


def isoparse(dt_str):
    """A moment in ISO 8601."""
    try:
        found = datetime.fromisoformat(dt_str if len(dt_str) != 4 else dt_str + "-01-01")
    except ValueError:
        if not _re.fullmatch(r"\d{4}-\d\d", dt_str):
            raise
        found = datetime.fromisoformat(dt_str + "-01")
    if found.tzinfo is None:
        return found
    offset = found.utcoffset()
    return found.replace(tzinfo=_tz.tzoffset(None, offset) if offset else _tz.UTC)


class _Reading:
    """What was found in a text; numbers that may be day, month or year wait for their neighbours."""

    def __init__(self, text, dayfirst, yearfirst):
        self.text = text
        self.dayfirst, self.yearfirst = dayfirst, yearfirst
        self.year = self.month = self.day = self.weekday = None
        self.clock = None
        self.zone = None
        self.numbers = []

    def fail(self, message="Unknown string format: %s"):
        raise ParserError(message, self.text)

    def read(self):
        rest = self.take_clock(self.text)
        for word in _WORD.findall(rest):
            self.take_word(word)
        self.settle()

    def take_clock(self, text):
        found = _CLOCK.search(text)
        if found is None:
            return text
        hour, minute, second, part, half, hour_only, half_only = found.groups()
        half = (half or half_only or "").lower()
        hour = int(hour or hour_only)
        if half:
            if not 1 <= hour <= 12:
                self.fail("Invalid hour specified for 12-hour clock: %s")
            hour = hour % 12 + (12 if half == "p" else 0)
        part = (part or "0")[:6]
        self.clock = hour, int(minute or "0"), int(second or "0"), int(part.ljust(6, "0"))
        return text[: found.start()] + " " + self.take_zone(text[found.end() :])

    def take_zone(self, text):
        found = _re.match(r"\s*(Z|UTC|GMT)?\s*(?:([+-])(\d\d):?(\d\d)?)?(?=\s|$|,)", text, _re.I)
        if found is None or found.end() == 0 or not (found[1] or found[2]):
            return text
        if found[2]:
            self.zone = _zone_of(found[2], found[3], found[4])
        else:
            self.zone = _tz.UTC
        return text[found.end() :]

    def take_word(self, word):
        lower = word.lower()
        if word[0].isdigit():
            return self.take_number(word)
        if lower[:3] in _MONTHS and ("january february march april may june july august september october november "
                                     "december sept").find(lower) >= 0:
            self.month = _MONTHS[lower[:3]]
        elif lower[:3] in _DAYS and lower in ("mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday "
                                              "thursday friday saturday sunday").split():
            self.weekday = _DAYS[lower[:3]]
        elif lower not in _IGNORED:
            self.fail()

    def take_number(self, word):
        if "." in word:
            for part in word.split("."):
                self.take_number(part)
        elif len(word) == 8:
            self.year, self.month, self.day = int(word[:4]), int(word[4:6]), int(word[6:])
        elif len(word) == 14:
            self.take_number(word[:8])
            self.clock = int(word[8:10]), int(word[10:12]), int(word[12:]), 0
        elif len(word) == 6 and self.year is not None and self.clock is None:
            self.clock = int(word[:2]), int(word[2:4]), int(word[4:]), 0
        elif len(word) == 4 or len(word) == 3:
            if self.year is not None:
                self.fail()
            self.year = int(word)
            self.yearfirst = self.yearfirst or not self.numbers
        elif len(word) <= 2:
            self.numbers.append(int(word))
        else:
            self.fail()

    def settle(self):
        """Gives the numbers their meaning: month before day, unless that cannot be or another order was asked for."""
        numbers = self.numbers
        if len(numbers) > 3:
            self.fail()
        if self.month is not None:
            if numbers and self.day is None:
                self.day = numbers.pop(0)
            if numbers and self.year is None:
                self.year = self.full_year(numbers.pop(0))
        elif self.year is not None and len(numbers) == 2:
            one, two = numbers
            year_came_first = self.yearfirst
            swapped = one > 12 or (self.dayfirst and two <= 12 and not year_came_first)
            self.month, self.day = (two, one) if swapped else (one, two)
            numbers.clear()
        elif len(numbers) == 3:
            self.settle_three(numbers)
        elif len(numbers) == 2:
            one, two = numbers
            self.month, self.day = (two, one) if one > 12 or (self.dayfirst and two <= 12) else (one, two)
            numbers.clear()
        elif len(numbers) == 1:
            if self.year is not None:
                self.month = numbers.pop()
            else:
                self.day = numbers.pop()
        if numbers:
            self.fail()

    def settle_three(self, numbers):
        one, two, three = numbers
        if one > 31 or self.yearfirst:
            self.year = self.full_year(one)
            self.month, self.day = (three, two) if two > 12 else (two, three)
        else:
            self.year = self.full_year(three)
            self.month, self.day = (two, one) if one > 12 or (self.dayfirst and two <= 12) else (one, two)
        numbers.clear()

    @staticmethod
    def full_year(year):
        if year >= 100:
            return year
        this_year = datetime.now().year
        year += this_year // 100 * 100
        if year >= this_year + 50:
            return year - 100
        return year + 100 if year < this_year - 50 else year

    def is_empty(self):
        return all(part is None for part in (self.year, self.month, self.day, self.weekday, self.clock))


def parse(timestr, parserinfo=None, *, default=None, ignoretz=False, tzinfos=None, dayfirst=False, yearfirst=False,
          fuzzy=False, **unknown):
    if not isinstance(timestr, str):
        raise TypeError("Parser must be a string or character stream, not " + type(timestr).__name__)
    if parserinfo is not None or fuzzy or tzinfos is not None or unknown:
        raise NotImplementedError("dateutil.parser.parse() with parserinfo, tzinfos or fuzzy")
    reading = _Reading(timestr, dayfirst, yearfirst)
    reading.read()
    if reading.is_empty():
        reading.fail("String does not contain a date: %s")
    start = default or datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    changes = {name: value for name, value in (("year", reading.year), ("month", reading.month)) if value is not None}
    if reading.clock is not None:
        changes.update(zip(("hour", "minute", "second", "microsecond"), reading.clock))
    day = reading.day
    if day is None:
        from dateutil.relativedelta import _days_in_month

        year, month = changes.get("year", start.year), changes.get("month", start.month)
        day = min(start.day, _days_in_month(year, month) if 1 <= month <= 12 else 31)
    try:
        found = start.replace(day=day, **changes)
    except ValueError as error:
        raise ParserError(str(error) + ": %s", timestr) from error
    if reading.weekday is not None and reading.day is None:
        found += timedelta(days=(reading.weekday - found.weekday()) % 7)
    return found if ignoretz or reading.zone is None else found.replace(tzinfo=reading.zone)

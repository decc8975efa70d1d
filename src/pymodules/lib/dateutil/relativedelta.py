"""Lengths of time in years and months, and moments with parts replaced."""

import datetime


def _days_in_month(year, month):
    following = datetime.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return 31 if following is None else (following - datetime.timedelta(days=1)).day


def _sign(number):
    return -1 if number < 0 else 1


class weekday:
    """The n-th of a day of the week, from where one is."""

    def __init__(self, weekday, n=None):
        if n == 0:
            raise ValueError("Can't create weekday with n==0")
        self.weekday = weekday
        self.n = n

    def __call__(self, n):
        return weekday(self.weekday, n)

    def __eq__(self, other):
        return isinstance(other, weekday) and self.weekday == other.weekday and self.n == other.n

    def __hash__(self):
        return hash((self.weekday, self.n))

    def __repr__(self):
        name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[self.weekday]
        return name if not self.n else f"{name}({self.n:+d})"


MO, TU, WE, TH, FR, SA, SU = (weekday(number) for number in range(7))

_RELATIVE = ("years", "months", "days", "leapdays", "hours", "minutes", "seconds", "microseconds")
_ABSOLUTE = ("year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")


class relativedelta:
    def __init__(self, dt1=None, dt2=None, years=0, months=0, days=0, leapdays=0, weeks=0, hours=0, minutes=0,
                 seconds=0, microseconds=0, year=None, month=None, day=None, weekday=None, yearday=None,
                 nlyearday=None, hour=None, minute=None, second=None, microsecond=None):
        self.year = self.month = self.day = self.weekday = None
        self.hour = self.minute = self.second = self.microsecond = None
        self.years = self.months = self.days = self.leapdays = 0
        self.hours = self.minutes = self.seconds = self.microseconds = 0
        if dt1 and dt2:
            self._set_difference(dt1, dt2)
            return
        if years != int(years) or months != int(months):
            raise ValueError("Non-integer years and months are ambiguous and not currently supported.")
        self.years, self.months, self.days, self.leapdays = int(years), int(months), days + weeks * 7, leapdays
        self.hours, self.minutes, self.seconds, self.microseconds = hours, minutes, seconds, microseconds
        self.year, self.month, self.day = year, month, day
        self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
        if isinstance(weekday, int):
            weekday = (MO, TU, WE, TH, FR, SA, SU)[weekday]
        self.weekday = weekday
        if nlyearday or yearday:
            self._set_day_of_year(nlyearday or yearday, bool(yearday))
        self._carry()

    def _set_day_of_year(self, day, counts_leap_day):
        if counts_leap_day and day > 59:
            self.leapdays = -1
        for month in range(1, 13):
            length = _days_in_month(2001 if not counts_leap_day or day != 366 else 2000, month)
            if day <= length:
                self.month, self.day = month, day
                return
            day -= length
        raise ValueError("invalid year day (" + str(day) + ")")

    def _set_difference(self, dt1, dt2):
        if not (isinstance(dt1, datetime.date) and isinstance(dt2, datetime.date)):
            raise TypeError("relativedelta only diffs datetime/date")
        if isinstance(dt1, datetime.datetime) != isinstance(dt2, datetime.datetime):
            midnight = lambda dt: dt if isinstance(dt, datetime.datetime) else datetime.datetime.combine(dt, datetime.time())
            dt1, dt2 = midnight(dt1), midnight(dt2)
        months = (dt1.year - dt2.year) * 12 + dt1.month - dt2.month
        self._set_months(months)
        moved = dt2 + self
        step = 1 if dt1 < dt2 else -1
        while (dt1 > moved) if step == 1 else (dt1 < moved):
            months += step
            self._set_months(months)
            moved = dt2 + self
        rest = dt1 - moved
        self.seconds = rest.seconds + rest.days * 86400
        self.microseconds = rest.microseconds
        self._carry()

    def _set_months(self, months):
        self.months = months
        if abs(months) > 11:
            self.years, self.months = _sign(months) * (abs(months) // 12), _sign(months) * (abs(months) % 12)
        else:
            self.years = 0

    def _carry(self):
        for small, large, size in (("microseconds", "seconds", 1000000), ("seconds", "minutes", 60),
                                   ("minutes", "hours", 60), ("hours", "days", 24), ("months", "years", 12)):
            number = getattr(self, small)
            if abs(number) >= size:
                whole, rest = divmod(abs(number), size)
                setattr(self, small, _sign(number) * rest)
                setattr(self, large, getattr(self, large) + _sign(number) * whole)

    @property
    def weeks(self):
        return int(self.days / 7.0)

    @weeks.setter
    def weeks(self, value):
        self.days = self.days - self.weeks * 7 + value * 7

    def normalized(self):
        hours = self.hours + (self.days - int(self.days)) * 24
        minutes = self.minutes + (hours - int(hours)) * 60
        seconds = self.seconds + (minutes - int(minutes)) * 60
        microseconds = round(self.microseconds + (seconds - int(seconds)) * 1e6)
        return relativedelta(years=self.years, months=self.months, days=int(self.days), hours=int(hours),
                             minutes=int(minutes), seconds=int(seconds), microseconds=microseconds,
                             leapdays=self.leapdays, **{name: getattr(self, name) for name in _ABSOLUTE})

    def _made(self, relative, absolute):
        return relativedelta(**dict(zip(_RELATIVE, relative)), **dict(zip(_ABSOLUTE, absolute)))

    def _relative(self):
        return [getattr(self, name) for name in _RELATIVE]

    def _absolute(self):
        return [getattr(self, name) for name in _ABSOLUTE]

    def __add__(self, other):
        if isinstance(other, relativedelta):
            relative = [two + one for one, two in zip(self._relative(), other._relative())]
            relative[3] = other.leapdays or self.leapdays
            absolute = [one if two is None else two for one, two in zip(self._absolute(), other._absolute())]
            return self._made(relative, absolute)
        if isinstance(other, datetime.timedelta):
            return self + relativedelta(days=other.days, seconds=other.seconds, microseconds=other.microseconds)
        if not isinstance(other, datetime.date):
            return NotImplemented
        return self._moved(other)

    def _moved(self, dt):
        if self._has_time and not isinstance(dt, datetime.datetime):
            dt = datetime.datetime.fromordinal(dt.toordinal())
        year = (self.year or dt.year) + self.years
        month = self.month or dt.month
        if self.months:
            month += self.months
            if month > 12:
                year, month = year + 1, month - 12
            elif month < 1:
                year, month = year - 1, month + 12
        day = min(_days_in_month(year, month), self.day or dt.day)
        changes = {"year": year, "month": month, "day": day}
        for name in ("hour", "minute", "second", "microsecond"):
            value = getattr(self, name)
            if value is not None:
                changes[name] = value
        days = self.days
        if self.leapdays and month > 2 and _days_in_month(year, 2) == 29:
            days += self.leapdays
        moved = dt.replace(**changes) + datetime.timedelta(
            days=days, hours=self.hours, minutes=self.minutes, seconds=self.seconds, microseconds=self.microseconds)
        if self.weekday:
            count = self.weekday.n or 1
            jump = (abs(count) - 1) * 7
            if count > 0:
                jump += (7 - moved.weekday() + self.weekday.weekday) % 7
            else:
                jump = -(jump + (moved.weekday() - self.weekday.weekday) % 7)
            moved += datetime.timedelta(days=jump)
        return moved

    @property
    def _has_time(self):
        clock = (self.hours, self.minutes, self.seconds, self.microseconds)
        return any(clock) or any(part is not None for part in (self.hour, self.minute, self.second, self.microsecond))

    def __radd__(self, other):
        return self.__add__(other)

    def __rsub__(self, other):
        return (-self).__radd__(other)

    def __sub__(self, other):
        if not isinstance(other, relativedelta):
            return NotImplemented
        relative = [one - two for one, two in zip(self._relative(), other._relative())]
        relative[3] = self.leapdays or other.leapdays
        absolute = [two if one is None else one for one, two in zip(self._absolute(), other._absolute())]
        return self._made(relative, absolute)

    def __neg__(self):
        relative = [-number for number in self._relative()]
        relative[3] = self.leapdays
        return self._made(relative, self._absolute())

    def __abs__(self):
        relative = [abs(number) for number in self._relative()]
        relative[3] = self.leapdays
        return self._made(relative, self._absolute())

    def __mul__(self, other):
        factor = float(other)
        relative = [int(number * factor) for number in self._relative()]
        relative[3] = self.leapdays
        return self._made(relative, self._absolute())

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (1 / float(other))

    def __bool__(self):
        return any(self._relative()) or any(part is not None for part in self._absolute())

    def __eq__(self, other):
        if not isinstance(other, relativedelta):
            return NotImplemented
        return self._relative() == other._relative() and self._absolute() == other._absolute()

    def __hash__(self):
        return hash(tuple(self._relative() + self._absolute()))

    def __repr__(self):
        parts = [f"{name}={getattr(self, name):+g}" for name in _RELATIVE if getattr(self, name)]
        parts += [name + "=" + repr(getattr(self, name)) for name in _ABSOLUTE if getattr(self, name) is not None]
        return "relativedelta(" + ", ".join(parts) + ")"

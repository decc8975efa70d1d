"""Days of months and weeks."""

import datetime

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_first_weekday = MONDAY


class IllegalMonthError(ValueError):
    def __init__(self, month):
        ValueError.__init__(self, month)
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        ValueError.__init__(self, weekday)
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    def before(year):
        year -= 1
        return year // 4 - year // 100 + year // 400

    return before(y2) - before(y1)


def weekday(year, month, day):
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return datetime.date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == February and isleap(year))


def firstweekday():
    return _first_weekday


def setfirstweekday(firstweekday):
    global _first_weekday
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _first_weekday = firstweekday


def timegm(tuple):
    """Seconds since 1970 of a UTC time."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def itermonthdays(self, year, month):
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, count + 1)
        yield from [0] * (-(before + count) % 7)

    def itermonthdates(self, year, month):
        first = datetime.date(year, month, 1)
        start = first - datetime.timedelta(days=(first.weekday() - self.firstweekday) % 7)
        for at in range(len(list(self.itermonthdays(year, month)))):
            yield start + datetime.timedelta(days=at)

    def itermonthdays2(self, year, month):
        for at, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, at % 7

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        dates = list(self.itermonthdates(year, month))
        return [dates[at:at + 7] for at in range(0, len(dates), 7)]


def monthcalendar(year, month):
    return Calendar(_first_weekday).monthdayscalendar(year, month)


class TextCalendar(Calendar):
    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        width = 7 * (w + 1) - 1
        lines = ["{} {}".format(month_name[themonth], theyear).center(width).rstrip()]
        lines.append(" ".join(day_name[day][:w].center(w) if w < 9 else day_name[day].center(w)
                              for day in self.iterweekdays()).rstrip())
        for week in self.monthdayscalendar(theyear, themonth):
            lines.append(" ".join(("%2i" % day if day else "").center(w) for day in week).rstrip())
        return "\n".join(lines) + "\n"


def month(theyear, themonth, w=0, l=0):
    return TextCalendar(_first_weekday).formatmonth(theyear, themonth, w, l)

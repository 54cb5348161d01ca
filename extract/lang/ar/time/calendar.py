"""Arithmetic of days, weekdays, months and years in the Gregorian and the Hijri calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from hijridate import Gregorian, Hijri

from extract.lang.ar.time.schema import Calendar

_FIRST_HIJRI: Final = 1343
_LAST_HIJRI: Final = 1500
_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2200
_YEARS_TO_TRY: Final = 9
MONTHS: Final = 12
WEEK: Final = 7

Days = tuple[date, date]


def plus(day: date, days: int) -> date:
    """The day so many days later (earlier when negative), within what dates can say."""
    number = day.toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


def day_in(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a date in ``calendar``; ``None`` when there is no such day.

    Hijri days follow the Umm al-Qura calendar, so another country's may be a day away.
    """
    try:
        if calendar is Calendar.HIJRI:
            return date(*Hijri(year, month, day).to_gregorian().datetuple())
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def month_in(calendar: Calendar, year: int, month: int) -> Days | None:
    """First and last day of a month."""
    first = day_in(calendar, year, month, 1)
    following = day_in(calendar, year + month // MONTHS, month % MONTHS + 1, 1)
    if first is None or following is None:
        return None
    return first, plus(following, -1)


def year_in(calendar: Calendar, year: int) -> Days | None:
    """First and last day of a year."""
    first, following = day_in(calendar, year, 1, 1), day_in(calendar, year + 1, 1, 1)
    if first is None or following is None:
        return None
    return first, plus(following, -1)


def year_of(calendar: Calendar, day: date) -> int:
    """The year of ``calendar`` that a day lies in; 0 where the calendar's tables do not reach."""
    if calendar is Calendar.GREGORIAN:
        return day.year
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return 0


def is_year(calendar: Calendar, number: int) -> bool:
    """Whether a number can be a year that news speaks of."""
    if calendar is Calendar.HIJRI:
        return _FIRST_HIJRI <= number <= _LAST_HIJRI
    return _FIRST_YEAR <= number <= _LAST_YEAR


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    count = year * MONTHS + month - 1 + months
    return count // MONTHS, count % MONTHS + 1


def last_day(calendar: Calendar, month: int, day: int, until: date) -> date | None:
    """The latest day with this day and month that is not after ``until``."""
    year = year_of(calendar, until)
    for back in range(_YEARS_TO_TRY):
        found = day_in(calendar, year - back, month, day)
        if found is not None and found <= until:
            return found
    return None


def next_day(calendar: Calendar, month: int, day: int, since: date) -> date | None:
    """The earliest day with this day and month that is not before ``since``."""
    year = year_of(calendar, since)
    for ahead in range(_YEARS_TO_TRY):
        found = day_in(calendar, year + ahead, month, day)
        if found is not None and found >= since:
            return found
    return None


def last_month(calendar: Calendar, month: int, until: date) -> Days | None:
    """The latest month of this number that begins on or before ``until``."""
    first = last_day(calendar, month, 1, until)
    return month_in(calendar, year_of(calendar, first), month) if first else None


def next_month(calendar: Calendar, month: int, since: date) -> Days | None:
    """The earliest month of this number that begins on or after ``since``."""
    first = next_day(calendar, month, 1, since)
    return month_in(calendar, year_of(calendar, first), month) if first else None


def last_weekday(weekday: int, until: date) -> date:
    """The latest such weekday that is not after ``until``."""
    return plus(until, -((until.weekday() - weekday) % WEEK))


def next_weekday(weekday: int, since: date) -> date:
    """The earliest such weekday that is not before ``since``."""
    return plus(since, (weekday - since.weekday()) % WEEK)


def nearest_weekday(weekday: int, day: date) -> date:
    """The such weekday nearest to ``day``, at most three days away."""
    return last_weekday(weekday, plus(day, WEEK // 2))


def week_before(day: date, weeks: int) -> Days:
    """The calendar week that lies ``weeks`` before the one of ``day``.

    Weeks begin on Saturday, Sunday or Monday, by country: the range holds all three readings, but
    never ``day`` itself.
    """
    starts = [last_weekday(first, day) for first in (5, 6, 0)]
    earliest = plus(min(starts), -WEEK * weeks)
    latest = plus(max(starts), -WEEK * weeks + WEEK - 1)
    return earliest, min(latest, plus(day, -1))

"""Spans of time counted from publication: weeks, months, years, seasons, "days ago"."""

from __future__ import annotations

from datetime import date
from typing import Final

from extract.lang.ar.time import calendar as cal
from extract.lang.ar.time.calendar import Days, plus
from extract.lang.ar.time.context import Resolved, span
from extract.lang.ar.time.expression import Ago, Season, UnitTurn
from extract.lang.ar.time.schema import Calendar, Turn, Unit
from extract.record import DatePrecision

_MOST: Final = {Unit.DAY: 400, Unit.WEEK: 60, Unit.MONTH: 60, Unit.YEAR: 100, Unit.HOUR: 240}
TURN_STEPS: Final = {
    Turn.LAST: -1,
    Turn.PREVIOUS: -1,
    Turn.BEFORE_LAST: -2,
    Turn.THIS: 0,
    Turn.NEXT: 1,
}


def unit_days(said: UnitTurn, published: date) -> Resolved | None:
    """Resolve "last week", "this month", "the last three days"."""
    if said.count != 1:
        return _last_units(said, published)
    if said.turn is Turn.SAME:
        return None
    step = TURN_STEPS.get(said.turn)
    if step is None:
        return None
    if said.unit is Unit.YEAR:
        return span(cal.year_in(Calendar.GREGORIAN, published.year + step), DatePrecision.YEAR)
    if said.unit is Unit.MONTH:
        place = cal.shift_month(published.year, published.month, step)
        return span(cal.month_in(Calendar.GREGORIAN, *place), DatePrecision.MONTH)
    if said.unit is Unit.WEEK:
        if step == 0:
            return span((plus(published, 1 - cal.WEEK), published))
        if step < 0:
            return span(cal.week_before(published, -step))
        return span((plus(published, 1), plus(published, 2 * cal.WEEK - 1)))
    return None


def _last_units(said: UnitTurn, published: date) -> Resolved | None:
    """Resolve "the last three days"; weeks and longer units without a number are left open."""
    if said.turn is not Turn.LAST:
        return None
    if said.unit in (Unit.HOUR, Unit.MINUTE):
        return span((plus(published, -max(1, (said.count or 24) // 24)), published))
    if said.unit is Unit.DAY:
        count = said.count or cal.WEEK
    elif said.unit is Unit.WEEK and said.count:
        count = said.count * cal.WEEK
    else:
        return None
    return span((plus(published, -count), published)) if count <= _MOST[Unit.DAY] else None


def ago_days(said: Ago, published: date) -> Resolved | None:
    """Resolve "two days ago", the wider the longer ago."""
    count = said.count
    if count is not None and count > _MOST.get(said.unit, 0):
        return None
    if said.unit in (Unit.HOUR, Unit.MINUTE):
        return span((plus(published, -max(1, -(-(count or 1) // 24))), published))
    if said.unit is Unit.DAY:
        if count is None:
            return span((plus(published, -cal.WEEK), plus(published, -1)))
        width = max(1, count // 5) if said.about else 0
        return span((plus(published, -count - width), plus(published, min(-1, width - count))))
    if count is None:
        return None
    if said.unit is Unit.WEEK:
        return span((plus(published, -7 * count - 2 - count), plus(published, -7 * count + 2)))
    if said.unit is Unit.MONTH:
        width = 7 if count == 1 else 15
        centre = plus(published, -round(count * 30.44))
        return span((plus(centre, -width), plus(centre, width)))
    return span(cal.year_in(Calendar.GREGORIAN, published.year - count), DatePrecision.YEAR)


def season_days(said: Season, published: date | None) -> Resolved | None:
    """Resolve a season; winter is named by the year of its January."""
    year = said.year
    if year is None:
        if published is None or said.turn not in (Turn.LAST, Turn.THIS):
            return None
        year = published.year + 1
        while year > published.year - 3:
            days = _three_months(said.month, year)
            if days and (days[1] < published if said.turn is Turn.LAST else days[0] <= published):
                return span(days)
            year -= 1
        return None
    return span(_three_months(said.month, year))


def _three_months(month: int, year: int) -> Days | None:
    start = (year - 1, month) if month == cal.MONTHS else (year, month)
    first = cal.month_in(Calendar.GREGORIAN, *start)
    last = cal.month_in(Calendar.GREGORIAN, *cal.shift_month(*start, 2))
    return (first[0], last[1]) if first and last else None

"""Resolving: from what the text says of a time to days, by publication and the times before.

A date without a year is the nearest one that is not after publication (one day of grace, since
pages are dated in other time zones); a bare weekday is the latest one up to publication.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from extract.lang.ar.time import calendar as cal
from extract.lang.ar.time.calendar import Days, plus
from extract.lang.ar.time.context import Context, Resolved, one_day, span
from extract.lang.ar.time.expression import (
    Ago,
    Between,
    CalendarDate,
    Expression,
    FromAnchor,
    LastNight,
    NearDay,
    Season,
    UnitTurn,
    Weekday,
    WeekdayPair,
)
from extract.lang.ar.time.schema import Calendar, Turn
from extract.lang.ar.time.span import TURN_STEPS, ago_days, season_days, unit_days
from extract.record import DatePrecision

_GRACE: Final = 1


def resolve(expression: Expression, context: Context) -> Resolved | None:
    """Resolve one expression; ``None`` when what is known does not fix it."""
    match expression:
        case CalendarDate():
            return _date(expression, context)
        case FromAnchor():
            return _from_anchor(expression, context)
        case Between():
            return _between(expression, context)
        case Season():
            return season_days(expression, context.published)
    if isinstance(expression, Weekday) and expression.turn is Turn.FOLLOWING:
        if context.anchor is None:
            return None
        return one_day(cal.next_weekday(expression.day, plus(context.anchor[1], 1)))
    if context.published is None:
        return None
    match expression:
        case NearDay(offset, weekday):
            day = plus(context.published, offset)
            return one_day(day if weekday is None else cal.nearest_weekday(weekday, day))
        case Weekday():
            return one_day(_weekday(expression, context.published))
        case WeekdayPair(first, last):
            latest = cal.last_weekday(last, context.published)
            return span((cal.last_weekday(first, latest), latest))
        case LastNight():
            return span((plus(context.published, -1), context.published))
        case UnitTurn():
            return unit_days(expression, context.published)
        case Ago():
            return ago_days(expression, context.published)


def _weekday(weekday: Weekday, published: date) -> date:
    match weekday.turn:
        case Turn.LAST:
            return cal.last_weekday(weekday.day, plus(published, -1))
        case Turn.BEFORE_LAST:
            return plus(cal.last_weekday(weekday.day, plus(published, -1)), -cal.WEEK)
        case Turn.NEXT:
            return cal.next_weekday(weekday.day, plus(published, 1))
        case _:
            return cal.last_weekday(weekday.day, published)


def _date(said: CalendarDate, context: Context) -> Resolved | None:
    if said.month_turn is not None:
        return _day_of_turned_month(said, context)
    year = said.year
    if year is None and said.year_turn is not None:
        year = _turned_year(said, context)
        if year is None:
            return None
    if said.month is None:
        days = cal.year_in(said.calendar, year) if year else None
        return span(days, DatePrecision.YEAR)
    if said.day is not None:
        if year is not None:
            return one_day(cal.day_in(said.calendar, year, said.month, said.day))
        return one_day(_day_without_year(said, said.month, said.day, context.published))
    if year is not None:
        days = cal.month_in(said.calendar, year, said.month)
    else:
        days = _month_without_year(said, said.month, context.published)
    return span(days, DatePrecision.MONTH)


def _turned_year(said: CalendarDate, context: Context) -> int | None:
    if said.year_turn is Turn.SAME:
        return context.year if said.calendar is Calendar.GREGORIAN else None
    if said.year_turn is Turn.FOLLOWING:
        return context.year + 1 if context.year else None
    if context.published is None or said.year_turn is None:
        return None
    return cal.year_of(said.calendar, context.published) + TURN_STEPS[said.year_turn]


def _day_of_turned_month(said: CalendarDate, context: Context) -> Resolved | None:
    if said.day is not None and said.turn is Turn.THIS:
        return _day_of_the_month(said.day, context.published)
    if said.month_turn is Turn.SAME:
        place = context.month
    elif context.published is None or said.month_turn not in TURN_STEPS:
        place = None
    else:
        place = cal.shift_month(
            context.published.year, context.published.month, TURN_STEPS[said.month_turn]
        )
    if place is None or said.day is None:
        return None
    return one_day(cal.day_in(Calendar.GREGORIAN, *place, said.day))


def _day_of_the_month(day: int, published: date | None) -> Resolved | None:
    """Resolve "the ninth of the month": this month's, or the last one's when that is to come."""
    if published is None:
        return None
    until = plus(published, _GRACE)
    for back in (0, -1):
        found = cal.day_in(Calendar.GREGORIAN, *cal.shift_month(until.year, until.month, back), day)
        if found is not None and found <= until:
            return one_day(found)
    return None


def _day_without_year(
    said: CalendarDate, month: int, day: int, published: date | None
) -> date | None:
    if said.event_year is not None:
        known = cal.day_in(said.calendar, said.event_year, month, day)
        if known is not None and (published is None or known <= published):
            return known
    if published is None:
        return None
    if said.turn is Turn.NEXT:
        return cal.next_day(said.calendar, month, day, plus(published, 1))
    if said.turn is Turn.THIS:
        return cal.day_in(said.calendar, cal.year_of(said.calendar, published), month, day)
    grace = -1 if said.turn is Turn.LAST else _GRACE
    found = cal.last_day(said.calendar, month, day, plus(published, grace))
    if found is not None and said.turn is Turn.BEFORE_LAST:
        return cal.last_day(said.calendar, month, day, plus(found, -1))
    return found


def _month_without_year(said: CalendarDate, month: int, published: date | None) -> Days | None:
    if published is None:
        return None
    if said.turn is Turn.NEXT:
        return cal.next_month(said.calendar, month, plus(published, 1))
    found = cal.last_month(said.calendar, month, published)
    if found is None or said.turn not in (Turn.LAST, Turn.BEFORE_LAST):
        return found
    if published <= found[1]:  # the month of publication is not its "last" one
        found = cal.last_month(said.calendar, month, plus(found[0], -1))
    if found is not None and said.turn is Turn.BEFORE_LAST:
        return cal.last_month(said.calendar, month, plus(found[0], -1))
    return found


def _from_anchor(said: FromAnchor, context: Context) -> Resolved | None:
    if context.anchor is None:
        return None
    first, last = context.anchor
    if said.night:
        return span((plus(last, -1), last) if first == last else (first, last))
    days = (plus(first, said.low), plus(last, said.high))
    return one_day(days[0]) if days[0] == days[1] else span(days)


def _between(said: Between, context: Context) -> Resolved | None:
    last = resolve(said.last, context)
    if last is None:
        return None
    first = said.first
    if isinstance(first, CalendarDate):
        start = _start(first, said.last, last, context)
    else:
        start = resolve(first, context)
        if start and isinstance(first, Weekday) and first.turn is None:
            start = one_day(cal.last_weekday(first.day, plus(last.earliest, -1)))
    if start is None or start.earliest > last.latest:
        return None
    return span((start.earliest, last.latest))


def _start(
    first: CalendarDate,
    second: CalendarDate | NearDay | Weekday,
    last: Resolved,
    context: Context,
) -> Resolved | None:
    """The beginning of a range, filled up with month and year of its end."""
    if not isinstance(second, CalendarDate):
        return resolve(first, context)
    day, month = first.day, first.month
    if day is not None and month is None:
        if second.month is None:
            if second.day is None or second.month_turn is None:
                return None
            return _day_of_turned_month(
                CalendarDate(day=day, month_turn=second.month_turn), context
            )
        month = second.month
    if first.year is not None or month is None:
        return resolve(first, context)
    calendar = second.calendar
    if day is not None:
        return one_day(cal.last_day(calendar, month, day, last.latest))
    return span(cal.last_month(calendar, month, last.latest), DatePrecision.MONTH)

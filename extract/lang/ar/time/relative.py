"""Relative times: today, weekdays, last week, two days ago, the next day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.numeral import numeral_at
from extract.lang.ar.time.date import date_at, turned_year, year_at
from extract.lang.ar.time.expression import (
    CalendarDate,
    Expression,
    Found,
    FromAnchor,
    LastNight,
    NearDay,
    Season,
    UnitTurn,
    Weekday,
    WeekdayPair,
)
from extract.lang.ar.time.interval import REACH, amount_at
from extract.lang.ar.time.schema import Turn, Unit, UnitRow
from extract.lang.ar.time.vocabulary import vocabulary
from extract.lang.ar.word import Word

_LINKS: Final = frozenset("،,(-–")
_DASHES: Final = frozenset("-–—/")
FIXED: Final[tuple[tuple[str, Expression], ...]] = (
    ("last_night", LastNight()),
    ("same_night", FromAnchor(0, 0, night=True)),
    ("same_day", FromAnchor(0, 0)),
    ("next_day", FromAnchor(1, 1)),
    ("day_before", FromAnchor(-1, -1)),
)
"""Lists of phrases that are a time each."""


def fixed_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "last night", "the next day", "the same day"."""
    known = vocabulary()
    for name, expression in FIXED:
        after = known[name].after(words, index, end)
        if after > index:
            return Found(index, after, expression)
    return None


def near_day_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "today" or "yesterday" with the weekday or the date that confirms it."""
    known = vocabulary()
    read = known.days.at(words, index, end)
    if read is None:
        return None
    offset, after = read
    if words[index].norm == "اليوم" and _is_no_today(words, index, after, end):
        return None
    place = _past_link(words, after, end)
    weekday = known.weekdays.at(words, place, end)
    if weekday is None:
        return _with_date(words, index, after, end) or Found(index, after, NearDay(offset))
    closed = _past_close(words, place, weekday[1], end)
    dated = _with_date(words, index, closed, end)
    return dated or Found(index, closed, NearDay(offset, weekday[0]))


def weekday_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read a weekday, with its turn, its date, or the next weekday."""
    known = vocabulary()
    read = known.weekdays.at(words, index, end)
    if read is None or (index > 0 and known.excludes("not_weekday_before", words[index - 1].norm)):
        return None
    day, after = read
    pair = _pair(words, index, after, end, day)
    if pair:
        return pair
    turn = known.turns.at(words, after, end)
    place = turn[1] if turn else after
    dated = _with_date(words, index, place, end)
    if dated:
        return dated
    if turn is None:
        return Found(index, after, Weekday(day))
    if turn[0] is Turn.SAME:
        return Found(index, place, FromAnchor(0, 0))
    return Found(index, place, Weekday(day, turn[0]))


def unit_at(words: Sequence[Word], index: int, end: int, *, loose: bool = False) -> Found | None:
    """Read "last week", "this month", "the last three days"; ``loose``: "the month" is this one."""
    known = vocabulary()
    this = known["this"].after(words, index, end)
    row = _definite_unit(words, this, end)
    if this > index:
        single = row and row.count == 1 and row.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR)
        return Found(index, this + 1, UnitTurn(row.unit, Turn.THIS)) if row and single else None
    if words[index].norm == "ال":
        return _counted_hours(words, index, end)
    if row is None or _is_general(words, index):
        return None
    return _turned_unit(words, index, end, row, loose)


def season_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "summer 2014" or "last summer"."""
    known = vocabulary()
    read = known.seasons.at(words, index, end)
    if read is None:
        return None
    month, place = read
    year = year_at(words, place, end, loose=True)
    if year and isinstance(year.expression, CalendarDate):
        return Found(index, year.after, Season(month, year.expression.year))
    turn = known.turns.at(words, place, end) if words[index].has_article else None
    if turn:
        return Found(index, turn[1], Season(month, turn=turn[0]))
    return None


def _is_no_today(words: Sequence[Word], index: int, after: int, end: int) -> bool:
    known = vocabulary()
    if after < end:
        follows = words[after]
        if known.excludes("not_day_after", follows.norm) or known.turns.at(words, after, end):
            dated = date_at(words, after, end)
            return dated is None or not words[after].norm.startswith("ال")
        if follows.is_quote and any(
            words[index - back].is_quote for back in (1, 2, 3) if index - back >= 0
        ):
            return True  # the name of an outlet
    return index > 0 and known.excludes("not_day_before", words[index - 1].norm)


def _past_link(words: Sequence[Word], index: int, end: int) -> int:
    return index + 1 if index + 1 < end and words[index].text in _LINKS else index


def _past_close(words: Sequence[Word], place: int, after: int, end: int) -> int:
    opened = words[place - 1].text == "("
    return after + 1 if opened and after < end and words[after].text == ")" else after


def _with_date(words: Sequence[Word], first: int, index: int, end: int) -> Found | None:
    """The date that stands after a weekday or "today"."""
    known = vocabulary()
    place = _past_link(words, index, end)
    place = known["equals"].after(words, place, end)
    if place < end and words[place].norm == "ل":
        place += 1
    if place >= end:
        return None
    found = date_at(words, place, end, introduced=True)
    return Found(first, found.after, found.expression) if found else None


def _pair(words: Sequence[Word], index: int, after: int, end: int, day: int) -> Found | None:
    known = vocabulary()
    place = after
    linked = place < end and (
        words[place].text in _DASHES or words[place].norm in ("و", "الي", "علي")
    )
    night = index > 0 and known["nights"].has(words[index - 1].norm)
    if not (linked or night):
        return None
    second = known.weekdays.at(words, place + linked, end)
    if second is None or second[0] != (day + 1) % 7:
        return None
    turn = known.turns.at(words, second[1], end)
    if turn and turn[0] is not Turn.LAST:
        return None
    return Found(index, turn[1] if turn else second[1], WeekdayPair(day, second[0]))


def _definite_unit(words: Sequence[Word], index: int, end: int) -> UnitRow | None:
    if index >= end or not words[index].norm.startswith("ال"):
        return None
    rows = vocabulary().units.rows.get(words[index].norm[2:])
    return rows[0][1] if rows else None


def _is_general(words: Sequence[Word], index: int) -> bool:
    return (
        words[index].norm == "العام"
        and index > 0
        and vocabulary().excludes("not_year_before", words[index - 1].norm)
    )


def _turned_unit(
    words: Sequence[Word], index: int, end: int, row: UnitRow, loose: bool
) -> Found | None:
    known = vocabulary()
    place, count = index + 1, row.count
    if row.count is None and place < end:
        place, count = _count_after(words, place, end)
    turn = known.turns.at(words, place, end)
    if turn is None:
        if loose and row.count == 1 and row.unit in (Unit.MONTH, Unit.YEAR):
            return Found(index, index + 1, UnitTurn(row.unit, Turn.THIS))
        return None
    if row.unit is Unit.YEAR and turn[0] in (Turn.SAME, Turn.FOLLOWING):
        year = turned_year(words, index, end)
        return Found(index, turn[1], CalendarDate(year_turn=turn[0])) if year else None
    if row.unit is Unit.MINUTE or (row.unit in (Unit.HOUR, Unit.DAY) and row.count == 1):
        return None
    return Found(index, turn[1], UnitTurn(row.unit, turn[0], count))


def _count_after(words: Sequence[Word], index: int, end: int) -> tuple[int, int | None]:
    """The count of «الأيام الثلاثة الماضية», and the index after it."""
    if words[index].norm == "ال" and index + 1 < end:
        index += 1
    if words[index].norm in ("القليله", "المعدوده"):
        return index + 1, None
    numeral = numeral_at(words, index, min(end, index + REACH))
    if numeral and numeral.low and numeral.low == numeral.high:
        return numeral.last + 1, numeral.low
    return index, None


def _counted_hours(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "the last 24 hours" with the number first."""
    amount = amount_at(words, index + 1, end)
    if amount is None or not amount.count:
        return None
    turn = vocabulary().turns.at(words, amount.after, end)
    if turn is None or turn[0] is not Turn.LAST:
        return None
    return Found(index, turn[1], UnitTurn(amount.unit, Turn.LAST, amount.count))

"""Dates of a calendar: "the 28th of June 2021", "28/6/2021", "in February", "the year 2017"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.lang.ar.numeral import is_number_word, numeral_at
from extract.lang.ar.time.calendar import is_year
from extract.lang.ar.time.expression import CalendarDate, Found
from extract.lang.ar.time.schema import Calendar, MonthRow, Turn
from extract.lang.ar.time.vocabulary import vocabulary
from extract.lang.ar.word import Word

_LAST_DAY: Final = 31
_TWENTY: Final = 20
_FIRST_BARE_YEAR: Final = 1900
_SEPARATORS: Final = frozenset("/-–")
_DOUBLES: Final = frozenset("/-–(")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_REACH: Final = 6


def date_at(
    words: Sequence[Word], index: int, end: int, *, introduced: bool = False
) -> Found | None:
    """Read a date with a day that begins at ``index``.

    Args:
        words: Words of the article.
        index: Where to begin.
        end: First index that must not be read.
        introduced: A weekday or "on the date of" stands before, so two numbers ("28/6") suffice.

    Returns:
        The date; of one told in both calendars the Gregorian one.
    """
    found = _numeric(words, index, end, introduced) or _spelled(words, index, end)
    return _with_twin(words, found, end) if found else None


def month_at(words: Sequence[Word], index: int, end: int, *, loose: bool = False) -> Found | None:
    """Read a month without a day; ``loose`` when the words before already promise a time."""
    read = named_month(words, index, end)
    if read is None:
        return None
    month, after, labelled = read
    said, after = _tail(
        words, after, end, CalendarDate(month=month.number, calendar=month.calendar)
    )
    told = (said.year, said.turn, said.year_turn) != (None, None, None)
    after_in = index > 0 and vocabulary()["in"].has(words[index - 1].norm)
    if told or loose or labelled or (after_in and not month.ambiguous):
        return Found(index, after, said)
    if month.ambiguous and after_in and words[index].plain == "آب":
        return Found(index, after, said)
    return None


def year_at(words: Sequence[Word], index: int, end: int, *, loose: bool = False) -> Found | None:
    """Read "the year 2017"; after "in", or when ``loose``, the number alone."""
    known = vocabulary()
    place = known["year"].after(words, index, end)
    if place > index:
        return _year_number(words, index, place, end, bare=False)
    if loose or (index > 0 and known["in"].has(words[index - 1].norm)):
        found = _year_number(words, index, index, end, bare=True)
        if found and found.after < end and words[found.after].nouns and not loose:
            return None  # a count of things
        return found
    return None


def named_month(words: Sequence[Word], index: int, end: int) -> tuple[MonthRow, int, bool] | None:
    """A month's name, or both its names, the index after it, and whether "month" stands before."""
    known = vocabulary()
    start = known["month"].after(words, index, end)
    read = known.months.at(words, start, end)
    if read is None:
        return None
    month, after = read
    place = after
    bracket = place < end and words[place].text == "("
    if place < end and words[place].text in _DOUBLES:
        place += 1
    twin = known.months.at(words, place, end)
    if twin and (twin[0].number, twin[0].calendar) == (month.number, month.calendar):
        after = twin[1]
        if bracket and after < end and words[after].text == ")":
            after += 1
        month = twin[0] if month.ambiguous else month
    return month, after, start > index


def day_number_at(words: Sequence[Word], index: int, end: int) -> tuple[int, int] | None:
    """A day of a month in digits, as an ordinal or as a number word, and the index after it."""
    known = vocabulary()
    start = index + 1 if index + 1 < end and words[index].norm in ("ال", "اا") else index
    if start >= end:
        return None
    word = words[start]
    if word.is_number:
        number = _number(word)
        return (number, start + 1) if number and number <= _LAST_DAY else None
    if start > index:
        return None
    ordinal = known.ordinals.at(words, index, end)
    if ordinal:
        value, after = ordinal
        if value < 10 and after < end and words[after].norm == "و":
            tens = known.ordinals.at(words, after + 1, end)
            if tens and tens[0] >= _TWENTY:
                return value + tens[0], tens[1]
        return value, after
    if is_number_word(word.norm):
        read = numeral_at(words, index, min(end, index + _REACH))
        if read and read.low and read.low == read.high and read.low <= _LAST_DAY:
            return read.low, read.last + 1
    return None


def turned_year(words: Sequence[Word], index: int, end: int) -> tuple[Turn, int] | None:
    """Read "the last year", "this year"; give the turn and the index after it."""
    known = vocabulary()
    if known["this"].at(words, index, end) and index + 1 < end:
        place = known["year"].after(words, index + 1, end)
        return (Turn.THIS, place) if place > index + 1 else None
    place = known["year"].after(words, index, end)
    if place == index or not words[index].has_article:
        return None
    return known.turns.at(words, place, end)


def _number(word: Word) -> int | None:
    return int(word.norm) if word.norm.isdecimal() and len(word.norm) <= 4 else None


def _year_number(
    words: Sequence[Word], first: int, index: int, end: int, *, bare: bool
) -> Found | None:
    if index >= end or not words[index].is_number or len(words[index].norm) != 4:
        return None
    number = _number(words[index])
    if number is None:
        return None
    after, calendar = _era(words, index + 1, end)
    if calendar is None and not is_year(Calendar.GREGORIAN, number):
        return None
    if not is_year(calendar or Calendar.GREGORIAN, number) or (bare and not _is_recent(number)):
        return None
    return Found(first, after, CalendarDate(year=number, calendar=calendar or Calendar.GREGORIAN))


def _is_recent(year: int) -> bool:
    return _FIRST_BARE_YEAR <= year < _FIRST_BARE_YEAR + 200


def _era(words: Sequence[Word], index: int, end: int) -> tuple[int, Calendar | None]:
    known = vocabulary()
    after = known["hijri_mark"].after(words, index, end)
    if after > index:
        return after, Calendar.HIJRI
    return known["gregorian_mark"].after(words, index, end), None


def _numeric(words: Sequence[Word], index: int, end: int, introduced: bool) -> Found | None:
    dotted = _DOTTED.fullmatch(words[index].norm)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return _numbers(index, index + 1, day, month, year)
    if not words[index].is_number or index + 2 >= end or _in_chain(words, index - 1):
        return None
    sign = words[index + 1].text
    first, second = _number(words[index]), _number(words[index + 2])
    if sign not in _SEPARATORS or first is None or second is None:
        return None
    if sign != "/" and words[index].end != words[index + 1].start:
        return None
    third = _number(words[index + 4]) if index + 4 < end else None
    if third is None or words[index + 3].text != sign:
        if introduced and sign == "/" and 0 < second <= 12 and 0 < first <= _LAST_DAY:
            return Found(index, index + 3, CalendarDate(day=first, month=second))
        return None
    if index + 6 < end and words[index + 5].text == sign and words[index + 6].is_number:
        return None
    if len(words[index].norm) == 4:
        first, third = third, first
        return _numbers(index, index + 5, first, second, third)
    if len(words[index + 4].norm) == 2 and sign == "/":
        third += 2000
    found = _numbers(index, index + 5, first, second, third)
    if found is None and is_year(Calendar.HIJRI, third):
        said = CalendarDate(day=first, month=second, year=third, calendar=Calendar.HIJRI)
        after, era = _era(words, index + 5, end)
        return Found(index, after, said) if era else None
    return found


def _in_chain(words: Sequence[Word], index: int) -> bool:
    """Whether a sign at ``index`` ties the number after it to one before."""
    return (
        index > 0
        and words[index].text in _SEPARATORS
        and words[index - 1].is_number
        and words[index].end == words[index + 1].start
    )


def _numbers(first: int, after: int, day: int, month: int, year: int) -> Found | None:
    if month > 12 >= day:
        day, month = month, day
    if not (0 < month <= 12 and 0 < day <= _LAST_DAY and _is_recent(year)):
        return None
    return Found(first, after, CalendarDate(day=day, month=month, year=year))


def _spelled(words: Sequence[Word], index: int, end: int) -> Found | None:
    read = day_number_at(words, index, end)
    if read is None:
        return None
    day, place = read
    of = place < end and words[place].norm == "من"
    month = named_month(words, place + of, end)
    if month is not None:
        said = CalendarDate(day=day, month=month[0].number, calendar=month[0].calendar)
        said, after = _tail(words, month[1], end, said)
        return Found(index, after, said)
    return _in_turned_month(words, index, place + of, end, day)


def _in_turned_month(
    words: Sequence[Word], first: int, index: int, end: int, day: int
) -> Found | None:
    """Read "the 13th of this month", short "13 current"."""
    known = vocabulary()
    if index >= end:
        return None
    named = words[index].norm == "الشهر"
    if known["this"].at(words, index, end) and index + 1 < end and words[index + 1].norm == "الشهر":
        return Found(first, index + 2, CalendarDate(day=day, month_turn=Turn.THIS))
    turn = known.turns.at(words, index + named, end)
    if turn is None and named and words[index - 1].norm == "من":
        return Found(first, index + 1, CalendarDate(day=day, month_turn=Turn.LAST, turn=Turn.THIS))
    if turn is None or not (named or turn[0] is Turn.THIS):
        return None
    return Found(first, turn[1], CalendarDate(day=day, month_turn=turn[0]))


def _tail(
    words: Sequence[Word], index: int, end: int, said: CalendarDate
) -> tuple[CalendarDate, int]:
    """Read year or turn after a month's name; return the fuller date and the index after it."""
    known = vocabulary()
    if index >= end:
        return said, index
    place = index + (words[index].text in ("،", ",", "/", "-") and index + 1 < end)
    if words[place].is_number and len(words[place].norm) == 4:
        number = _number(words[place]) or 0
        after, era = _era(words, place + 1, end)
        recent = said.calendar is Calendar.HIJRI or _is_recent(number)
        agrees = era is None or era is said.calendar
        if is_year(said.calendar, number) and recent and agrees:
            return replace(said, year=number), after
    turn = known.turns.at(words, index, end)
    if turn and turn[0] in (Turn.LAST, Turn.BEFORE_LAST, Turn.THIS, Turn.NEXT):
        return replace(said, turn=turn[0]), turn[1]
    if turn and turn[0] is Turn.SAME:
        return replace(said, year_turn=Turn.SAME), turn[1]
    place = index + (words[index].norm in ("من", "في", "ل"))
    year = turned_year(words, place, end)
    if year:
        return replace(said, year_turn=year[0]), year[1]
    if place < end:
        found = year_at(words, place, end)
        if found and isinstance(found.expression, CalendarDate):
            number = found.expression.year or 0
            if is_year(said.calendar, number):
                return replace(said, year=number), found.after
    return said, index


def _with_twin(words: Sequence[Word], found: Found, end: int) -> Found:
    """Take in the same day told in the other calendar, and prefer the Gregorian one."""
    known = vocabulary()
    place = found.after
    if place < end and words[place].text in ("،", ",", "-"):
        place += 1
    bracket = place < end and words[place].text == "("
    place += bracket
    after_equals = known["equals"].after(words, place, end)
    if after_equals == place and not bracket:
        return found
    place = after_equals
    if place < end and words[place].norm == "ل":
        place += 1
    if place >= end:
        return found
    twin = _numeric(words, place, end, introduced=False) or _spelled(words, place, end)
    if twin is None or not isinstance(twin.expression, CalendarDate):
        return found
    said = found.expression
    if not isinstance(said, CalendarDate) or said.calendar is twin.expression.calendar:
        return found
    after = twin.after
    if bracket and after < end and words[after].text == ")":
        after += 1
    better = twin.expression if said.calendar is Calendar.HIJRI else said
    return Found(found.first, after, better)

"""Scanning: finds the time expressions of an article from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from extract.lang.ar.numeral import is_number_word
from extract.lang.ar.time.date import date_at, day_number_at, month_at, year_at
from extract.lang.ar.time.expression import (
    Between,
    CalendarDate,
    Found,
    FromAnchor,
    LastNight,
    NearDay,
    Weekday,
    WeekdayPair,
)
from extract.lang.ar.time.interval import ago_at, from_anchor_at
from extract.lang.ar.time.relative import (
    FIXED,
    fixed_at,
    near_day_at,
    season_at,
    unit_at,
    weekday_at,
)
from extract.lang.ar.time.vocabulary import vocabulary
from extract.lang.ar.word import Word

_PREFIXES: Final = 4
_DAY_LIKE: Final = (CalendarDate, NearDay, Weekday, WeekdayPair, FromAnchor, LastNight)
_DASHES: Final = frozenset("-–")
_ARTICLES: Final = ("ال", "اا")
_OPENERS: Final = (
    *(name for name, _ in FIXED),
    "ago",
    "from",
    "two_days",
    "two_years",
    "day",
    "parts",
    "period",
    "period_end",
    "month",
    "year",
    "this",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression with what the words before it do to it.

    Attributes:
        found: The expression.
        since: It only tells when something began.
        shift: Days to add ("on the eve of": -1).
    """

    found: Found
    since: bool = False
    shift: int = 0


def scan(words: Sequence[Word]) -> Iterator[Candidate]:
    """Yield the expressions of an article in order, without those that tell no time of an act."""
    known = vocabulary()
    ends = _sentence_ends(words)
    index = start = 0
    while index < len(words):
        end = ends[index]
        if index and words[index].sentence != words[index - 1].sentence:
            start = index
        found = _found_at(words, index, end)
        if found is None:
            month = known.months.at(words, index, end)
            index = month[1] if month else index + 1
            continue
        index = found.after
        candidate = _in_its_place(words, found, start, end)
        if candidate:
            yield candidate


def _sentence_ends(words: Sequence[Word]) -> list[int]:
    ends = [len(words)] * len(words)
    for index in range(len(words) - 2, -1, -1):
        same = words[index].sentence == words[index + 1].sentence
        ends[index] = ends[index + 1] if same else index + 1
    return ends


def _found_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    word = words[index]
    if word.is_sign or not (word.is_number or _opens(word.norm)):
        return None
    introduced = index > 0 and vocabulary()["date_intro"].has(words[index - 1].norm)
    return (
        fixed_at(words, index, end)
        or ago_at(words, index, end)
        or from_anchor_at(words, index, end)
        or _between_at(words, index, end)
        or _period_at(words, index, end)
        or near_day_at(words, index, end)
        or weekday_at(words, index, end)
        or date_at(words, index, end, introduced=introduced)
        or month_at(words, index, end)
        or season_at(words, index, end)
        or unit_at(words, index, end)
        or year_at(words, index, end)
    )


@lru_cache(maxsize=1 << 14)
def _opens(norm: str) -> bool:
    """Whether a time may begin with this folded word, digits apart: most words begin none.

    The words with which the readers below begin; «الـ» stands before numbers and before units.
    """
    known = vocabulary()
    if norm in _ARTICLES or is_number_word(norm):
        return True
    if norm.startswith("ال") and norm[2:] in known.units.rows:
        return True
    bare = norm.removesuffix("ها")  # «بعدها بيومين»
    if any(bare in known[name].rows for name in ("after", "before")):
        return True
    if any(norm in known[name].rows for name in _OPENERS):
        return True
    numbered = (known.weekdays, known.days, known.ordinals, known.seasons)
    return norm in known.months.rows or any(norm in table.rows for table in numbered)


def _period_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "the beginning of September", "the end of last year"."""
    known = vocabulary()
    opening = known["period"].after(words, index, end)
    place = opening if opening > index else known["period_end"].after(words, index, end)
    if place == index or place >= end:
        return None
    found = (
        month_at(words, place, end, loose=True)
        or year_at(words, place, end, loose=True)
        or unit_at(words, place, end, loose=opening > index)
    )
    return replace(found, first=index) if found else None


def _between_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    known = vocabulary()
    place = known["from"].after(words, index, end)
    both = known["two_days"].after(words, index, end)
    years = known["two_years"].after(words, index, end)
    start = max(place, both, years)
    bare = start == index
    first = _side(words, start, end)
    if first is None or first.after >= end:
        return None
    link = words[first.after]
    if bare:
        return _bare_range(words, first, end)
    if link.text in _DASHES:
        after = first.after + 1
    elif link.norm == "و":
        if words[index].norm == "من":
            return None
        after = first.after + 1
    else:
        after = known["to"].after(words, first.after, end)
        if after == first.after:
            return None
    return _range(index, first, _side(words, after, end))


def _bare_range(words: Sequence[Word], first: Found, end: int) -> Found | None:
    """Read "3-5 May", "27 and 28 September"."""
    said, link = first.expression, words[first.after]
    if not isinstance(said, CalendarDate) or (said.day is None) == (said.month is None):
        return None
    if link.text not in _DASHES and link.norm != "و":
        return None
    second = _side(words, first.after + 1, end)
    if second is None or not isinstance(second.expression, CalendarDate):
        return None
    last = second.expression
    if said.day is None:
        if (last.day, last.month, said.year) != (None, (said.month or 0) + 1, None):
            return None
    elif link.norm == "و" and last.day != said.day + 1:
        return None
    return _range(first.first, first, second)


def _range(index: int, first: Found, second: Found | None) -> Found | None:
    if second is None:
        return None
    start, last = first.expression, second.expression
    if not isinstance(start, CalendarDate | NearDay | Weekday):
        return None
    if not isinstance(last, CalendarDate | NearDay | Weekday):
        return None
    if isinstance(last, CalendarDate) and _is_bare_number(last):
        return None
    if isinstance(start, CalendarDate) and (start.day, start.month) == (None, None):
        only_year = isinstance(last, CalendarDate) and last.month is None
        return Found(index, second.after, Between(start, last)) if only_year else None
    return Found(index, second.after, Between(start, last))


def _is_bare_number(said: CalendarDate) -> bool:
    return said.day is not None and said.month is None and said.month_turn is None


def _side(words: Sequence[Word], index: int, end: int) -> Found | None:
    """One end of a range; a bare number is a day of the other end's month."""
    known = vocabulary()
    for _ in range(_PREFIXES):
        after = known["day"].after(words, index, end)
        index = after if after > index else known["parts"].after(words, index, end)
    if index >= end:
        return None
    found = (
        near_day_at(words, index, end)
        or weekday_at(words, index, end)
        or date_at(words, index, end)
        or month_at(words, index, end, loose=True)
        or year_at(words, index, end, loose=True)
    )
    if found:
        return found
    day = day_number_at(words, index, end)
    if day is None:
        return None
    return Found(index, day[1], CalendarDate(day=day[0]))


def _in_its_place(words: Sequence[Word], found: Found, start: int, end: int) -> Candidate | None:
    """Take in the part of the day before an expression and judge it by the word before that."""
    known = vocabulary()
    first = found.first
    if isinstance(found.expression, _DAY_LIKE):
        first = _with_prefixes(words, first, start)
    found = replace(found, first=first)
    if isinstance(found.expression, WeekdayPair):
        found = _after_midnight(words, found)
    if first == start:
        return Candidate(found)
    before = words[first - 1]
    if known["each"].has(before.norm) or _is_future(words, found, start):
        return None
    if known["since"].ends_at(words, first - 1, start) is not None:
        follows = found.after + (words[found.after].text == "،") if found.after < end else end
        told = follows < end and known["when"].has(words[follows].norm)
        return Candidate(found, since=not told)
    if known["until"].ends_at(words, first - 1, start) is not None:
        return None
    said = found.expression
    if isinstance(said, CalendarDate):
        named = _by_name(said, before)
        if named is None:
            return None
        found = replace(found, expression=named)
        if said.day is None and said.month is None and before.norm == "ل":
            return None  # "for the year": of a law, a budget, a cup
    if known["eve"].has(before.norm):
        return Candidate(replace(found, first=first - 1), shift=-1)
    if known["morrow"].has(before.norm):
        return Candidate(replace(found, first=first - 1), shift=1)
    return Candidate(found)


def _with_prefixes(words: Sequence[Word], first: int, start: int) -> int:
    known = vocabulary()
    for _ in range(_PREFIXES):
        if first <= start:
            break
        if known["day"].has(words[first - 1].norm):
            first -= 1
            continue
        part = known["parts"].ends_at(words, first - 1, start)
        if part is None:
            break
        first = part
    return first


def _after_midnight(words: Sequence[Word], found: Found) -> Found:
    """After midnight of a night from one day to the next is the next day."""
    pair = found.expression
    if isinstance(pair, WeekdayPair) and vocabulary()["after_midnight"].has(
        words[found.first].norm
    ):
        return replace(found, expression=Weekday(pair.last))
    return found


def _by_name(said: CalendarDate, before: Word) -> CalendarDate | None:
    """The date that a name before it makes of it; ``None`` when it belongs to a name."""
    known = vocabulary()
    if (
        said.day is None
        or said.month is None
        or said.year is not None
        or said.turn
        or said.year_turn
    ):
        return said
    norm = before.norm.removeprefix("ال")
    if known.excludes("not_date_before", norm):
        return None
    day = known.named.get((said.day, said.month, norm))
    return replace(said, event_year=day.year) if day else said


def _is_future(words: Sequence[Word], found: Found, start: int) -> bool:
    """Whether "two days later" follows a verb of the future."""
    said = found.expression
    if not isinstance(said, FromAnchor) or not said.near:
        return False
    before = words[max(start, found.first - 4) : found.first]
    return any(word.norm.startswith(("سي", "ست")) and len(word.norm) > 4 for word in before)

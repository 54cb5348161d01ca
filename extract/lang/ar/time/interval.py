"""Intervals: "two days ago", "two days after that"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.lang.ar.numeral import numeral_at
from extract.lang.ar.time.expression import Ago, Found, FromAnchor
from extract.lang.ar.time.schema import Unit, UnitRow
from extract.lang.ar.time.vocabulary import vocabulary
from extract.lang.ar.word import Word

REACH: Final = 8


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time; ``count`` null: not said how many."""

    unit: Unit
    count: int | None
    about: bool
    after: int


def ago_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "two days ago"; "two days before the attack" is none."""
    known = vocabulary()
    place = known["ago"].after(words, index, end)
    if place == index:
        return None
    since = known["since"].has(words[index].norm)
    amount = amount_at(words, place, end)
    if amount is None or (since and amount.unit is not Unit.DAY):
        return None
    after = known["now"].after(words, amount.after, end)
    if after == amount.after and _is_tied(words, after, end, "of"):
        return None
    return Found(index, after, Ago(amount.unit, amount.count, amount.about))


def from_anchor_at(words: Sequence[Word], index: int, end: int) -> Found | None:
    """Read "two days after that", "two days later"."""
    known = vocabulary()
    norm = words[index].norm
    bare = norm.removesuffix("ها")
    sign = 1 if known["after"].has(bare) else -1 if known["before"].has(bare) else 0
    if not sign:
        return None
    place = index + 1
    that = known["that"].after(words, place, end)
    pointed = bare != norm or that > place
    if pointed:
        place = that if that > place else place
        if place < end and words[place].norm == "ب":
            place += 1
        amount = amount_at(words, place, end, attached=True)
    else:
        amount = amount_at(words, place, end) if sign > 0 else None
    if amount is None or (not pointed and _is_tied(words, amount.after, end, "of_after")):
        return None
    span = _span(amount)
    if span is None:
        return None
    low, high = span if sign > 0 else (-span[1], -span[0])
    return Found(index, amount.after, FromAnchor(low, high, near=not pointed))


def amount_at(
    words: Sequence[Word], index: int, end: int, *, attached: bool = False
) -> Amount | None:
    """Read a number of units; an open one ("more than a year") gives none."""
    known = vocabulary()
    end = min(end, index + REACH)
    if index >= end:
        return None
    about = known["about"].after(words, index, end)
    row = _unit_row(words, about, end, attached)
    place, count, vague = about, None, False
    if row is None:
        numeral = numeral_at(words, about, end)
        if numeral is None or numeral.low != numeral.high:
            return None
        place, count, vague = numeral.last + 1, numeral.low, numeral.low is None
        row = _unit_row(words, place, end, attached=False)
    if row is None or (row.count == 2 and count):
        return None
    after = known["few"].after(words, place + 1, end)
    if after < end and words[after].norm in ("واحد", "واحده"):
        after += 1
    if count is None and not vague:
        count = row.count
    return Amount(row.unit, count, about > index, after)


def _unit_row(words: Sequence[Word], index: int, end: int, attached: bool) -> UnitRow | None:
    known = vocabulary()
    read = known.units.at(words, index, end)
    if read:
        return read[0]
    if attached and index < end and words[index].norm.startswith("ب"):
        rows = known.units.rows.get(words[index].norm[1:])
        return rows[0][1] if rows else None
    return None


def _is_tied(words: Sequence[Word], index: int, end: int, ties: str) -> bool:
    """Whether the interval is counted from something named after it, or is a name or a number."""
    known = vocabulary()
    if index >= end:
        return False
    word = words[index]
    return bool(
        known[ties].has(word.norm)
        or word.is_number
        or known.months.at(words, index, end)
        or known.weekdays.at(words, index, end)
        or known.days.at(words, index, end)
    )


def _span(amount: Amount) -> tuple[int, int] | None:
    if amount.unit in (Unit.HOUR, Unit.MINUTE):
        return (0, 1) if (amount.count or 1) <= 24 else None
    if amount.unit is Unit.DAY:
        if amount.count is None:
            return 1, 7
        return (amount.count, amount.count) if amount.count <= 60 else None
    if amount.unit is Unit.WEEK and amount.count and amount.count <= 10:
        return 7 * amount.count - 2, 7 * amount.count + 2
    return None

"""Spells of time as timelines want them: whole days, in order, apart from each other.

Gephi's intervals include both ends, and a window of no width cannot be used; so the spell of a
single day reaches to the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from extract.error import ConflictKGError

Spell = tuple[date | None, date | None]
"""First and last day, both inclusive; None is an open end."""
_DAY = timedelta(days=1)


class SpellError(ConflictKGError):
    """A spell that ends before it starts."""


def merged(spells: Iterable[Spell]) -> list[Spell]:
    """Spells in order, overlapping ones made one, as Gephi refuses intervals that overlap.

    Raises:
        SpellError: A spell ends before it starts.
    """
    # Windows of a day reach to the next day, so spells of neighbouring days touch as well.
    ordered = sorted({(a or date.min, b or date.max) for a, b in spells if a or b})
    done: list[tuple[date, date]] = []
    for first, last in ordered:
        if last < first:
            raise SpellError(f"a spell from {first} ends before it starts, on {last}")
        if done and first <= _later(done[-1][1]):
            done[-1] = (done[-1][0], max(last, done[-1][1]))
        else:
            done.append((first, last))
    return [(None if a == date.min else a, None if b == date.max else b) for a, b in done]


def window(first: date | None, last: date | None) -> dict[str, str]:
    """``start`` and ``end`` of a spell as ISO days, at least a day apart; open ends left out."""
    ends = {}
    if first is not None:
        ends["start"] = first.isoformat()
    if last is not None:
        ends["end"] = (_later(last) if first == last else last).isoformat()
    return ends


def _later(day: date) -> date:
    return day if day == date.max else day + _DAY


def intervals(spells: Iterable[Spell]) -> str:
    """Spells as ISO 8601 intervals of their first and last days, in order; ``..`` is an open end.

    >>> intervals([(date(2020, 1, 8), date(2020, 1, 9)), (None, date(2019, 5, 1))])
    '../2019-05-01 | 2020-01-08/2020-01-09'
    """
    return " | ".join(
        f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
        for first, last in merged(spells)
    )

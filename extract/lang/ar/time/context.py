"""What resolving yields, and what is known while an article is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extract.lang.ar.time.calendar import Days
from extract.record import DatePrecision


@dataclass(frozen=True, slots=True)
class Resolved:
    """An inclusive range of days and how exactly it is known."""

    earliest: date
    latest: date
    precision: DatePrecision


@dataclass(slots=True)
class Context:
    """What is known while an article is read.

    Attributes:
        published: The publication day.
        anchor: The day, or the few days, told last.
        anchor_sentence: Where that stands.
        year, month: The year and month told last.
    """

    published: date | None
    anchor: Days | None = None
    anchor_sentence: int = -1
    year: int | None = None
    month: tuple[int, int] | None = None


def one_day(day: date | None) -> Resolved | None:
    """One day, exactly known."""
    return Resolved(day, day, DatePrecision.DAY) if day else None


def span(days: Days | None, precision: DatePrecision = DatePrecision.RANGE) -> Resolved | None:
    """A range of days; one of a single day is a day, an empty one nothing."""
    if days is None or days[0] > days[1]:
        return None
    if days[0] == days[1]:
        precision = DatePrecision.DAY
    return Resolved(days[0], days[1], precision)

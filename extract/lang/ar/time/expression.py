"""Time expressions as the text says them, before anything is known of the publication day."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lang.ar.time.schema import Calendar, Turn, Unit


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, a month or a year, named as far as the fields are set.

    Attributes:
        day, month, year: Numbers in ``calendar``.
        turn: "last", "this" or "next", said of the named month or of the date.
        month_turn: The month is only "this month", "last month".
        year_turn: The year is only "this year", "last year".
        event_year: Year of the well-known day that the word before makes of it ("11 September").
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
    turn: Turn | None = None
    month_turn: Turn | None = None
    year_turn: Turn | None = None
    event_year: int | None = None


@dataclass(frozen=True, slots=True)
class NearDay:
    """As in "yesterday": days from publication, and the weekday that confirms it."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday is 0)."""

    day: int
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class WeekdayPair:
    """A night from one weekday to the next, or two weekdays in a row."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LastNight:
    """The night before publication."""


@dataclass(frozen=True, slots=True)
class UnitTurn:
    """As in "last week", "the last three days"; ``count`` null: not said how many."""

    unit: Unit
    turn: Turn
    count: int | None = 1


@dataclass(frozen=True, slots=True)
class Ago:
    """As in "two days ago"; ``count`` null: "days ago"."""

    unit: Unit
    count: int | None
    about: bool = False


@dataclass(frozen=True, slots=True)
class FromAnchor:
    """So many days after (or before) the day told last. ``night``: the night to that day."""

    low: int
    high: int
    near: bool = False
    night: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from ``month``; winter is named by the year of its January."""

    month: int
    year: int | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; the first may lack what the second says."""

    first: CalendarDate | NearDay | Weekday
    last: CalendarDate | NearDay | Weekday


Expression = (
    CalendarDate
    | NearDay
    | Weekday
    | WeekdayPair
    | LastNight
    | UnitTurn
    | Ago
    | FromAnchor
    | Season
    | Between
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that stands at words ``first`` up to, not including, ``after``."""

    first: int
    after: int
    expression: Expression

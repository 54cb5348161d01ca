"""Schema of ``times.yaml``, the words of time."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Calendar(StrEnum):
    """Calendars that news dates by."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Unit(StrEnum):
    """Units of time, from the shortest."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Turn(StrEnum):
    """Which one of its kind a day, month or other unit is."""

    LAST = "last"
    BEFORE_LAST = "before_last"
    THIS = "this"
    NEXT = "next"
    SAME = "same"
    FOLLOWING = "following"
    PREVIOUS = "previous"


class Row(BaseModel):
    """Words or phrases of one meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...] = Field(min_length=1)
    gloss: str = Field(min_length=1)


class NumberRow(Row):
    """Words of one number: a weekday, an offset in days, an ordinal, a season's first month."""

    number: int


class MonthRow(Row):
    """Names of one month. ``ambiguous`` names are never read alone."""

    number: int = Field(ge=1, le=12)
    calendar: Calendar = Calendar.GREGORIAN
    ambiguous: bool = False


class UnitRow(Row):
    """Forms of a unit; ``count`` is what the form itself counts, ``None`` for a plural."""

    unit: Unit
    count: int | None = None


class TurnRow(Row):
    """Adjectives of one turn."""

    turn: Turn


class Phrases(BaseModel):
    """Function words and fixed phrases, by what they do around a time."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    parts: tuple[Row, ...]
    nights: tuple[Row, ...]
    after_midnight: tuple[Row, ...]
    last_night: tuple[Row, ...]
    same_night: tuple[Row, ...]
    same_day: tuple[Row, ...]
    next_day: tuple[Row, ...]
    day_before: tuple[Row, ...]
    period: tuple[Row, ...]
    period_end: tuple[Row, ...]
    day: tuple[Row, ...]
    month: tuple[Row, ...]
    year: tuple[Row, ...]
    two_years: tuple[Row, ...]
    two_days: tuple[Row, ...]
    equals: tuple[Row, ...]
    hijri_mark: tuple[Row, ...]
    gregorian_mark: tuple[Row, ...]
    from_: tuple[Row, ...] = Field(alias="from")
    to: tuple[Row, ...]
    in_: tuple[Row, ...] = Field(alias="in")
    date_intro: tuple[Row, ...]
    ago: tuple[Row, ...]
    since: tuple[Row, ...]
    until: tuple[Row, ...]
    each: tuple[Row, ...]
    eve: tuple[Row, ...]
    morrow: tuple[Row, ...]
    after: tuple[Row, ...]
    before: tuple[Row, ...]
    that: tuple[Row, ...]
    of: tuple[Row, ...]
    of_after: tuple[Row, ...]
    when: tuple[Row, ...]
    now: tuple[Row, ...]
    few: tuple[Row, ...]
    about: tuple[Row, ...]
    this: tuple[Row, ...]


class Exclusions(BaseModel):
    """Words before or after a form that keep it from being a time."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    not_day_after: tuple[Row, ...]
    not_day_before: tuple[Row, ...]
    not_weekday_before: tuple[Row, ...]
    not_year_before: tuple[Row, ...]
    not_date_before: tuple[Row, ...]


class NamedDay(BaseModel):
    """A day known by its day and month when one of the words ``after`` stands before it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: datetime.date
    after: tuple[str, ...] = Field(min_length=1)
    gloss: str = Field(min_length=1)


class TimeFile(BaseModel):
    """Schema of ``times.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: tuple[MonthRow, ...]
    weekdays: tuple[NumberRow, ...]
    days: tuple[NumberRow, ...]
    ordinals: tuple[NumberRow, ...]
    units: tuple[UnitRow, ...]
    turns: tuple[TurnRow, ...]
    seasons: tuple[NumberRow, ...]
    phrases: Phrases
    exclusions: Exclusions
    named: tuple[NamedDay, ...]

"""What is compared: the facts of one article, as labelled by hand or as extracted."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from benchmarks.quality.words import Words, content_words

Days = tuple[str, str]
Range = tuple[int, int]

_DAYS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

FAMILY: Final = {
    "air_strike": "bombardment",
    "drone_strike": "bombardment",
    "missile_rocket_attack": "bombardment",
    "artillery_shelling": "bombardment",
    "naval_attack": "naval",
    "interception": "interception",
    "armed_clash": "ground",
    "ambush_or_shooting": "ground",
    "advance_or_capture": "ground",
    "raid_or_arrest": "raid",
    "abduction": "raid",
    "ied_or_mine": "explosive",
    "suicide_or_car_bomb": "explosive",
    "sabotage": "explosive",
    "assassination": "assassination",
    "other_violence": "other",
}
"""Types of event that are told apart less strictly when events are paired."""

ROLES: Final = ("perpetrators", "targets", "weapons", "launched_from")
"""Lists of named things of an event."""

OPTIONAL: Final = frozenset({"background", "threatened", "planned"})
"""Statuses of events that are neither owed nor punished."""


class Part(BaseModel):
    """Reads what the measure needs, and lets other fields be."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Named(Part):
    """A thing with names: as written in the article, and in English."""

    text: str | None = None
    name: str | None = None
    canonical_en: str | None = None
    basis: str | None = None
    kind: str | None = None

    @property
    def written(self) -> str | None:
        """The words of the article."""
        return self.text or self.name

    @cached_property
    def names(self) -> tuple[Words, ...]:
        """The content words of each name."""
        return _words(self.text, self.name, self.canonical_en)


class Claim(Part):
    """Who says something about an event, and how surely."""

    claim: str
    certainty: str
    source_text: str | None = None
    source_canonical_en: str | None = None
    cue: str | None = None

    @cached_property
    def names(self) -> tuple[Words, ...]:
        """The content words of each name of the speaker."""
        return _words(self.source_text, self.source_canonical_en)


class Toll(Part):
    """A number of victims."""

    low: int | None = None
    high: int | None = None
    text: str | None = None

    @property
    def range(self) -> Range | None:
        """Lowest and highest; an open end counts as the other; ``None`` without any number."""
        low = self.high if self.low is None else self.low
        high = self.low if self.high is None else self.high
        return None if low is None or high is None else (low, high)


class Event(Part):
    """One event. ``again``: other words that name it, where the annotator noted them."""

    id: str
    anchor: str = ""
    again: list[str] | None = None
    type: str
    type_alt: list[str] | None = None
    status: str
    date: str | None = None
    place: Named | None = None
    perpetrators: list[Named] = Field(default_factory=list)
    targets: list[Named] = Field(default_factory=list)
    weapons: list[Named] = Field(default_factory=list)
    launched_from: list[Named] = Field(default_factory=list)
    killed: Toll | None = None
    wounded: Toll | None = None
    attributions: list[Claim] = Field(default_factory=list)
    caused_by: str | None = None

    @property
    def types(self) -> frozenset[str]:
        """The type and those that the annotator holds equally defensible."""
        return frozenset((self.type, *(self.type_alt or ())))

    @property
    def families(self) -> frozenset[str]:
        """The families of its types."""
        return frozenset(FAMILY[kind] for kind in self.types)

    @property
    def is_owed(self) -> bool:
        """Whether it counts."""
        return self.status not in OPTIONAL

    @cached_property
    def days(self) -> Days | None:
        """First and last day, as ISO text; a coarser date stays coarse."""
        found = _DAYS.findall(self.date or "")
        return (found[0], found[-1]) if found else None

    def role(self, role: str) -> list[Named]:
        """The things in one of the ``ROLES``."""
        things: list[Named] = getattr(self, role)
        return things

    def toll(self, status: Literal["killed", "wounded"]) -> Range | None:
        """The number of dead or of wounded."""
        toll = self.killed if status == "killed" else self.wounded
        return toll.range if toll else None


class Relation(Part):
    """A standing tie between two parties or places."""

    kind: str
    subject: str | None = None
    object: str | None = None
    subject_en: str | None = None
    object_en: str | None = None
    text: str | None = None

    @cached_property
    def ends(self) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
        """The names of either end."""
        return _words(self.subject, self.subject_en), _words(self.object, self.object_en)

    @cached_property
    def words(self) -> Words:
        """The content words of the passage that states it."""
        return content_words(self.text or "")


class Sheet(Part):
    """The facts of one article."""

    id: str
    lang: str
    published: date | None = None
    events: list[Event] = Field(default_factory=list)
    relations: list[Relation] = Field(default_factory=list)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Sheet:
        """Read a labelled file, or a record as JSON data."""
        return cls.model_validate(data)


def _words(*names: str | None) -> tuple[Words, ...]:
    return tuple(content_words(name) for name in names if name)

"""Counting: what was found, what was said, what was owed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

FACTS: Final = (
    "event",
    "perpetrators",
    "targets",
    "weapons",
    "launched_from",
    "place",
    "date",
    "killed",
    "wounded",
    "attributions",
    "relations",
    "caused_by",
)
"""The fields that the overall figure sums up."""


@dataclass(frozen=True, slots=True)
class Count:
    """Facts of one field: right ones, those extracted, those labelled."""

    hit: int = 0
    said: int = 0
    owed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.said + other.said, self.owed + other.owed)

    @property
    def precision(self) -> float:
        """Share of the extracted ones that are right."""
        return self.hit / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of the labelled ones that were found."""
        return self.hit / self.owed if self.owed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Tally:
    """The counts of every field."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, Count] = defaultdict(Count)

    def add(self, field: str, hit: int, said: int, owed: int) -> None:
        """Count facts of a field."""
        self._counts[field] += Count(hit, said, owed)

    def update(self, other: Tally) -> None:
        """Add the counts of another tally."""
        for field, count in other._counts.items():
            self._counts[field] += count

    def __getitem__(self, field: str) -> Count:
        return self._counts[field] if field in self._counts else Count()

    def fields(self) -> list[str]:
        """The fields counted: those of the overall figure first, in its order."""
        rest = sorted(set(self._counts) - set(FACTS))
        return [field for field in (*FACTS, *rest) if field in self._counts]

    @property
    def facts(self) -> Count:
        """All facts together."""
        return total(self[field] for field in FACTS)


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    return sum(counts, Count())

"""Vocabulary of time: the words of ``times.yaml``, checked and made into phrase tables."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Generic, TypeVar

import yaml
from pydantic import ValidationError

from extract.fold import fold
from extract.lang.ar.lexicon import LexiconError
from extract.lang.ar.time.schema import (
    Exclusions,
    MonthRow,
    NumberRow,
    Phrases,
    Row,
    TimeFile,
    Turn,
    UnitRow,
)
from extract.lang.ar.word import Word

FILE: Final = "times.yaml"


T = TypeVar("T")
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Phrases with their values, looked up at a word, the longest first."""

    rows: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    @classmethod
    def of(cls, section: str, pairs: Iterable[tuple[str, T]]) -> Table[T]:
        """Make a table; a phrase that stands twice is refused.

        Raises:
            LexiconError: Two entries of ``section`` fold to the same phrase.
        """
        rows: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in pairs:
            parts = tuple(fold(phrase).split())
            known = rows.setdefault(parts[0], {})
            if parts in known:
                raise LexiconError(
                    f"{FILE}: «{phrase}» stands twice in {section} (folded); remove one"
                )
            known[parts] = value
        return cls(
            {
                first: tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))
                for first, found in rows.items()
            }
        )

    def at(self, words: Sequence[Word], index: int, end: int) -> tuple[T, int] | None:
        """The value of the longest phrase that begins at ``index`` and the index after it."""
        if index >= end:
            return None
        for parts, value in self.rows.get(words[index].norm, ()):
            after = index + len(parts)
            if after <= end and all(
                words[index + step].norm == part for step, part in enumerate(parts)
            ):
                return value, after
        return None

    def after(self, words: Sequence[Word], index: int, end: int) -> int:
        """The index after the phrase that begins at ``index``; ``index`` when none does."""
        found = self.at(words, index, end)
        return found[1] if found else index

    def has(self, norm: str) -> bool:
        """Whether the one folded word is a phrase of the table."""
        return any(parts == (norm,) for parts, _ in self.rows.get(norm, ()))

    def ends_at(self, words: Sequence[Word], index: int, start: int) -> int | None:
        """First index of the longest phrase whose last word is ``index``, not before ``start``."""
        for length in (3, 2, 1):
            first = index - length + 1
            if first >= start:
                found = self.at(words, first, index + 1)
                if found and found[1] == index + 1:
                    return first
        return None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every table of the words of time. ``words`` tables have no value."""

    months: Table[MonthRow]
    weekdays: Table[int]
    days: Table[int]
    ordinals: Table[int]
    units: Table[UnitRow]
    turns: Table[Turn]
    seasons: Table[int]
    phrases: Mapping[str, Table[None]]
    exclusions: Mapping[str, frozenset[str]]
    named: Mapping[tuple[int, int, str], datetime.date]
    known: frozenset[str]

    def __getitem__(self, name: str) -> Table[None]:
        return self.phrases[name]

    def excludes(self, name: str, norm: str) -> bool:
        """Whether the exclusion ``name`` lists this folded word."""
        return norm in self.exclusions[name]


def parse_times(text: str) -> Vocabulary:
    """Read a time lexicon.

    Args:
        text: YAML in the schema of ``TimeFile``.

    Raises:
        LexiconError: The text does not fit the schema; one line names the entry and the fault.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        file = TimeFile.model_validate(yaml.load(text, Loader=loader))
    except yaml.YAMLError as error:
        raise LexiconError(f"{FILE}: not YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{FILE}: {where}: {first['msg']}") from error
    except ValueError as error:  # YAML reads what looks like a date as one
        raise LexiconError(f"{FILE}: a date is not one: {error}") from error
    phrases = {
        name: Table[None].of(name, ((word, None) for row in rows for word in row.words))
        for name, rows in (
            (name.rstrip("_"), getattr(file.phrases, name)) for name in Phrases.model_fields
        )
    }
    return Vocabulary(
        months=Table[MonthRow].of("months", _pairs(file.months)),
        weekdays=_numbers("weekdays", file.weekdays),
        days=_numbers("days", file.days),
        ordinals=_numbers("ordinals", file.ordinals),
        units=Table[UnitRow].of("units", _pairs(file.units)),
        turns=Table[Turn].of("turns", ((w, row.turn) for row in file.turns for w in row.words)),
        seasons=_numbers("seasons", file.seasons),
        phrases=phrases,
        exclusions={
            name: frozenset(
                fold(word) for row in getattr(file.exclusions, name) for word in row.words
            )
            for name in Exclusions.model_fields
        },
        named={
            (day.date.day, day.date.month, fold(word)): day.date
            for day in file.named
            for word in day.after
        },
        known=_known(file),
    )


def _pairs(rows: Iterable[R]) -> Iterable[tuple[str, R]]:
    return ((word, row) for row in rows for word in row.words)


def _numbers(section: str, rows: Iterable[NumberRow]) -> Table[int]:
    return Table[int].of(section, ((word, row.number) for row in rows for word in row.words))


def _known(file: TimeFile) -> frozenset[str]:
    rows: tuple[Row, ...] = (*file.months, *file.weekdays, *file.days, *file.units, *file.seasons)
    rows += (
        *file.phrases.parts,
        *file.phrases.period,
        *file.phrases.period_end,
        *file.phrases.year,
        *file.phrases.two_days,
    )
    found = {part for row in rows for word in row.words for part in fold(word).split()}
    return frozenset(word for word in found if len(word) > 1)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package, read once a process.

    Raises:
        LexiconError: ``times.yaml`` does not fit its schema.
    """
    path = resources.files("extract.lang.ar") / "lexicon" / FILE
    return parse_times(path.read_text(encoding="utf-8"))

"""Domains: articles of sport, economy or weather use the words of war without its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from extract.fold import fold
from extract.lang.ar.item import Item
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.sheet import read_sheet
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus

_VIOLENT: Final = 2


class DomainRow(BaseModel):
    """Words of one domain and how many different ones show it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gloss: str
    least: int
    words: tuple[str, ...]
    accidental: bool = False


class DomainSheet(BaseModel):
    """The file ``domains.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    domains: tuple[DomainRow, ...]
    drills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """One domain: its folded words, how many different ones show it, whether people die in it."""

    gloss: str
    least: int
    words: frozenset[str]
    accidental: bool


@dataclass(frozen=True, slots=True)
class Domains:
    """Recognises articles and sentences that tell no act of violence."""

    rows: tuple[Domain, ...]
    drills: frozenset[str]

    @classmethod
    def load(cls) -> Domains:
        """The domains that ship with the package."""
        return _shipped()

    def foreign(self, words: Sequence[Word]) -> str | None:
        """The domain that the article belongs to instead, or ``None``.

        The dead show that an article is about violence after all (the injured do not, for sport has
        them too); in reports of accidents, where they are too, weapons show it.
        """
        casualties = sum(
            noun.status is not CasualtyStatus.WOUNDED
            for word in words
            if (noun := word.noun(NounClass.CASUALTY)) is not None
        )
        armed = any(word.noun(NounClass.WEAPON) is not None for word in words)
        norms = {word.norm for word in words}
        for row in self.rows:
            if (row.accidental and armed) or (not row.accidental and casualties >= _VIOLENT):
                continue
            if len(norms & row.words) >= row.least:
                return row.gloss
        return None

    def is_drill(self, words: Sequence[Word], items: Sequence[Item]) -> bool:
        """Whether the sentence speaks of an exercise."""
        first, last = items[0].first, items[-1].last
        return any(words[index].norm in self.drills for index in range(first, last + 1))


@cache
def _shipped() -> Domains:
    sheet = read_sheet("domains.yaml", DomainSheet)
    rows = tuple(
        Domain(row.gloss, row.least, frozenset(map(fold, row.words)), row.accidental)
        for row in sheet.domains
    )
    return Domains(rows, frozenset(fold(word) for word in sheet.drills))

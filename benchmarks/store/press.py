"""The press: made-up articles with the makeup of real ones, as many as asked for, by a seed.

Names of parties, bases and towns are drawn from the package's actor base and gazetteer, the common
ones often and the rest seldom, as in real news; so documents share entities and claims as they do
in an archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from extract.actors import ActorBase
from extract.actors.schema import ActorKind, Role
from extract.document import Document
from extract.gazetteer import Gazetteer
from extract.gazetteer.entry import FACILITY_KINDS

_FIRST: Final = date(2015, 1, 1)
_DAYS: Final = 3650
_OUTLETS: Final = 40
_ARABIC: Final = 0.6
_SENTENCES: Final = (3, 9)
"""Least and most sentences after the first one."""
_TOWNS: Final = frozenset({"city", "town", "village"})
_BASES: Final = FACILITY_KINDS & {"air-base", "military-base", "military-post", "naval-base"}


class Press:
    """A made-up press; the same seed prints the same articles."""

    def __init__(self, seed: int) -> None:
        """Open the press with a seed."""
        self._seed = seed

    def articles(self, number: int) -> Iterator[Document]:
        """The first articles of this press: the n-th is the same whatever their number."""
        for place in range(number):
            yield self._article(place)

    def _article(self, place: int) -> Document:
        chance = random.Random(f"{self._seed}/{place}")
        lang = "ar" if chance.random() < _ARABIC else "en"
        day = _FIRST + timedelta(days=chance.randrange(_DAYS))
        sentences = [self._sentence(chance, lang, "openings")]
        for _ in range(chance.randint(*_SENTENCES)):
            kind = chance.choice(("claims", "tolls", "rest", "claims", "openings"))
            sentences.append(self._sentence(chance, lang, kind))
        return Document(
            id=f"press-{place}",
            text=f"{sentences[0]}\n\n{' '.join(sentences)} ({place})",
            lang=lang,
            published=day,
            publisher=f"Outlet {chance.randrange(_OUTLETS)}",
            url=f"https://example.org/{place}",
            source=f"press:{place}",
        )

    def _sentence(self, chance: random.Random, lang: str, kind: str) -> str:
        words = self._words[lang]
        said: str = chance.choice(words[kind])
        return said.format(
            group=_often(chance, self._named[lang, "group"]),
            army=_often(chance, self._named[lang, "army"]),
            base=_often(chance, self._named[lang, "base"]),
            town=_often(chance, self._named[lang, "town"]),
            other=_often(chance, self._named[lang, "town"]),
            weapon=chance.choice(words["weapons"]),
            official=chance.choice(words["officials"]),
            monitor=chance.choice(words["monitors"]),
            day=chance.choice(words["days"]),
            dead=chance.randint(3, 40),
            hurt=chance.randint(3, 90),
        )

    @cached_property
    def _words(self) -> dict[str, dict[str, Any]]:
        text = Path(__file__).with_name("press.yaml").read_text(encoding="utf-8")
        loaded: dict[str, dict[str, Any]] = yaml.safe_load(text)
        return loaded

    @cached_property
    def _named(self) -> dict[tuple[str, str], list[str]]:
        """Names by language and kind, in one order on every machine."""
        found: dict[tuple[str, str], list[str]] = {}
        for actor in sorted(ActorBase.load().actors, key=lambda one: one.id):
            if actor.kind is ActorKind.ARMED_GROUP:
                kind = "group"
            elif actor.role is Role.ARMED_FORCES:
                kind = "army"
            else:
                continue
            found.setdefault(("ar", kind), []).append(actor.label_ar)
            found.setdefault(("en", kind), []).append(actor.label_en)
        for entry in sorted(Gazetteer.load(), key=lambda one: one.id):
            kind = "town" if entry.kind in _TOWNS else "base" if entry.kind in _BASES else ""
            if kind:
                found.setdefault(("ar", kind), []).append(entry.label_ar)
                found.setdefault(("en", kind), []).append(entry.label_en)
        return found


def _often(chance: random.Random, names: Sequence[str]) -> str:
    """One of the names: a tenth of them stands for most of what is told."""
    return names[int(len(names) * chance.random() ** 3)]

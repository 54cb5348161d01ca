"""Blame: parties put behind an act without a verb of accusing («رجّح وقوف خلايا نائمة وراءها»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from extract.analysis import Mention
from extract.fold import fold
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.sheet import read_sheet
from extract.lang.ar.word import Word

_REACH: Final = 16


class BlameRow(BaseModel):
    """Words of one way of putting a party behind an act."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    gloss: str


class BlameSheet(BaseModel):
    """The file ``blame.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nouns: tuple[BlameRow, ...]
    verbs: tuple[BlameRow, ...]
    behind: tuple[str, ...]
    suspicions: tuple[BlameRow, ...]


@cache
def _read() -> BlameSheet:
    return read_sheet("blame.yaml", BlameSheet)


@cache
def _suspicions() -> frozenset[str]:
    return frozenset(fold(words) for row in _read().suspicions for words in row.words)


@cache
def _sheet() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    sheet = _read()

    def folded(rows: tuple[BlameRow, ...]) -> frozenset[str]:
        return frozenset(fold(word) for row in rows for word in row.words)

    return folded(sheet.nouns), folded(sheet.verbs), frozenset(map(fold, sheet.behind))


class BlameFinder:
    """Finds whom a clause puts behind an act."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def behind(self, items: Sequence[Item], place: int) -> list[Mention]:
        """The parties that the clause after the verb at ``place`` puts behind an act."""
        nouns, verbs, _ = _sheet()
        for at in range(place + 1, min(place + _REACH, len(items))):
            item = items[at]
            if item.phrase is not None:
                for index in range(item.phrase.first, item.phrase.last + 1):
                    if self.words[index].norm in nouns:
                        return self._after_noun(items, at, item.phrase, index)
            if item.kind is Kind.VERB and self.words[item.first].norm in verbs:
                return self._before_verb(items, at)
        return []

    def suspected(self, items: Sequence[Item], place: int) -> list[Mention]:
        """Whom suspicion is said to fall on, in the clause after the verb at ``place``."""
        for at in range(place + 1, min(place + _REACH, len(items) - 1)):
            if items[at].phrase is None and items[at].kind is not Kind.PREPOSITION:
                continue
            first, last = items[at - 2].first if at >= 2 else items[0].first, items[at].last
            said = " ".join(word.norm for word in self.words[first : last + 1])
            party = items[at + 1].phrase
            if party is not None and any(said.endswith(words) for words in _suspicions()):
                return [self.maker.mention(party)]
        return []

    def _after_noun(
        self, items: Sequence[Item], at: int, phrase: Phrase, index: int
    ) -> list[Mention]:
        """«وقوف X وراء»: the genitive of the noun, in its phrase or the next."""
        if not self._stands_behind(items, at):
            return []
        if index < phrase.last:
            return [self.maker.mention(phrase.rest(index + 1))]
        following = at + 1
        while following < len(items) and items[following].kind is Kind.SIGN:
            following += 1
        if following < len(items) and items[following].phrase is not None:
            after = items[following].phrase
            assert after is not None
            return [self.maker.mention(after)]
        return []

    def _before_verb(self, items: Sequence[Item], at: int) -> list[Mention]:
        """«X تقف خلف»: the phrase before the verb."""
        if not self._stands_behind(items, at) or at == 0 or items[at - 1].phrase is None:
            return []
        before = items[at - 1].phrase
        assert before is not None
        return [self.maker.mention(before)]

    def _stands_behind(self, items: Sequence[Item], at: int) -> bool:
        behind = _sheet()[2]
        return any(
            self.words[index].norm in behind
            for item in items[at : at + 6]
            for index in range(item.first, item.last + 1)
        )

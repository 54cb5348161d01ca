"""Content: which stretch of a sentence a report says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.saying import TELLING
from extract.lang.ar.word import Word

_COMMAS: Final = "،,"
_TURNS: Final = frozenset({"كما", "فيما", "بينما", "حين"})
_REACH: Final = 14
_LONGEST_ASIDE: Final = 16


class ContentReader:
    """Finds what is said before or after a cue."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def after(self, items: Sequence[Item], begin: int) -> tuple[int, int] | None:
        """From item ``begin``, or «أن» near it, to the end of the sentence or a trailing cue."""
        begin = self.start(items, begin)
        if begin >= len(items):
            return None
        end = len(items) - 1
        for at in range(begin + 1, len(items)):
            if items[at].kind is Kind.PREPOSITION and items[at].link is Link.SOURCE:
                end = at - 1
                break
            if items[at].kind is Kind.SUBORDINATOR and self._is_told(items[at - 1]):
                end = max(begin, at - 2)
                break
            if self._turns(items, begin, at):
                end = at - 2
                break
        return self.words[items[begin].first].start, self.words[items[end].last].end

    def _is_told(self, item: Item) -> bool:
        """«إعلان الجيش» before «أنه»: what follows is said by the party inside."""
        phrase = item.phrase
        return (
            phrase is not None
            and phrase.last > phrase.head
            and self.words[phrase.head].norm in TELLING
        )

    def _turns(self, items: Sequence[Item], begin: int, at: int) -> bool:
        """«…، فيما أعلنت …», «…، كما قال …»: another one speaks from here on."""
        if at < begin + 3 or items[at].kind is not Kind.VERB:
            return False
        joint = items[at - 1]
        if not self.words[items[at].first].reports or joint.kind is not Kind.CONJUNCTION:
            return False
        quotes = sum(word.is_quote for word in self.words[items[begin].first : items[at].first])
        norm = self.words[joint.first].norm
        comma = self.is_comma(items[at - 2])
        return quotes % 2 == 0 and (norm in _TURNS or (norm == "و" and comma))

    def start(self, items: Sequence[Item], begin: int) -> int:
        """The item at which what is said begins: «أن», past an aside between commas."""
        aside = self.aside(items, begin)
        for at in range(begin, min(begin + _REACH, len(items))):
            if items[at].kind is Kind.SUBORDINATOR:
                return begin if at > begin and self._is_told(items[at - 1]) else at
            if items[at].kind is Kind.VERB and at not in aside:
                break
        return max(begin, aside.stop)

    def before(self, items: Sequence[Item], place: int) -> tuple[int, int] | None:
        """From the beginning of the clause, or the cue before, to the cue at ``place``."""
        if place >= 2 and self.words[items[place - 1].first].norm == "ما":
            place -= 2 if items[place - 2].link is Link.SOURCE else 1
        if place <= 0:
            return None
        begin = 0
        for at in range(place - 1, 0, -1):
            if items[at].kind is Kind.SIGN and self.words[items[at].first].text in "؛;":
                begin = at + 1
                break
            if items[at].kind is Kind.PREPOSITION and items[at].link is Link.SOURCE:
                begin = min(at + 2, place - 1)
                break
        return self.words[items[begin].first].start, self.words[items[place - 1].last].end

    def whole(self, items: Sequence[Item]) -> tuple[int, int]:
        """The whole sentence."""
        return self.words[items[0].first].start, self.words[items[-1].last].end

    def aside(self, items: Sequence[Item], begin: int) -> range:
        """Items of an aside between two commas right at ``begin``, such as «، وهو …،»."""
        commas = [
            at
            for at in range(begin, min(begin + _LONGEST_ASIDE, len(items)))
            if items[at].kind is Kind.SIGN and self.words[items[at].first].text in _COMMAS
        ]
        if len(commas) >= 2 and commas[0] == begin:
            return range(commas[0], commas[1] + 1)
        return range(0)

    def is_comma(self, item: Item) -> bool:
        """Whether the item is a comma."""
        return item.kind is Kind.SIGN and self.words[item.first].text in _COMMAS

    def is_light(self, item: Item) -> bool:
        """Whether the item may stand between verb and subject: times, asides, commas, quotes."""
        if item.kind in (Kind.TIME, Kind.OTHER) or item.bracketed:
            return True
        return item.kind is Kind.SIGN and (
            self.words[item.first].text in _COMMAS or self.words[item.first].is_quote
        )

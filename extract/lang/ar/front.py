"""Fronts: the place that opens a sentence, «وفي تدمر قصف …», and the acts told after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.frame import Frame
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word

_OPENERS: Final = frozenset(
    {"و", "ف", "اما", "ثم", "كما", "كذلك", "ايضا", "ميدانيا", "-", "*", "•"}
)
_UPON: Final = "علي"
_PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)


class FrontReader:
    """Reads the places that open the sentences of one article."""

    def __init__(self, words: Sequence[Word], walker: ArgumentWalker) -> None:
        self.words = words
        self.walker = walker

    def add(self, items: Sequence[Item], frames: Sequence[Frame]) -> None:
        """Give the acts of a sentence the places that open it, when they have none of their own.

        A place that opens a report («وفي موسكو قال …») is the speaker's, not the act's.
        """
        places, end = self._places(items)
        if not places or self._is_report(items, end):
            return
        for frame in frames:
            predication = frame.predication
            own = [m for m in predication.places if not m.anaphoric and not m.relative]
            if frame.place >= end and not own:
                predication.places.extend(places)

    def _places(self, items: Sequence[Item]) -> tuple[list[Mention], int]:
        """The places at the front, and the item after them."""
        at = 0
        while at < len(items) and self._is_opener(items[at]):
            at += 1
        places: list[Mention] = []
        while at + 1 < len(items) and self._places_next(items, at):
            mention = self.walker.mention(items[at + 1])
            if mention.kind not in _PLACES or mention.anaphoric:
                break
            places.append(mention)
            at += 2
            while at < len(items) and self._is_aside(items[at]):
                at += 1
        return places, at

    def _places_next(self, items: Sequence[Item], at: int) -> bool:
        item = items[at]
        upon = self.words[item.first].norm == _UPON
        return items[at + 1].phrase is not None and (item.link is Link.PLACE or upon)

    def _is_opener(self, item: Item) -> bool:
        return item.kind is Kind.TIME or self.words[item.first].norm in _OPENERS

    def _is_aside(self, item: Item) -> bool:
        comma = item.kind is Kind.SIGN and self.words[item.first].text in "،,-–"
        return comma or item.kind is Kind.TIME or item.bracketed

    def _is_report(self, items: Sequence[Item], at: int) -> bool:
        """Whether the first verb after the places reports."""
        verb = next((item for item in items[at:] if item.kind is Kind.VERB), None)
        if verb is None:
            return False
        word = self.words[verb.first]
        return bool(word.reports) and not word.verbs


__all__ = ["FrontReader"]

"""Clashes: both sides of a fight («اشتباكات بين … و…», «اشتبك … مع …»)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.frame import Frame
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word
from extract.record import EventType, TargetKind

_BETWEEN: Final = "بين"
_WITH: Final = frozenset(("مع", "و"))
_REACH: Final = 6
_ASIDE: Final = frozenset(("جهه", "طرف", "جانب", "ناحيه"))
_FIGHTING: Final = (TargetKind.STATE_FORCES, TargetKind.ARMED_GROUP)
_PEOPLE: Final = (MentionKind.ACTOR, MentionKind.VICTIM)


class ClashFinder:
    """Adds to the clashes of one article who fought whom."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        frames: Sequence[Frame],
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.maker = maker
        self.frames = frames

    def add(self) -> None:
        """Set the agents of clashes to both sides, where the text names them."""
        for frame in self.frames:
            if frame.predication.type is not EventType.ARMED_CLASH:
                continue
            items = self.sentences[frame.sentence]
            sides = self._between(items, frame.place) or self._against(items, frame)
            if len(sides) == 2:
                frame.predication.agents = sides
                taken = {side.words for side in sides}
                targets = frame.predication.targets
                frame.predication.targets = [m for m in targets if m.words not in taken]

    def _between(self, items: Sequence[Item], place: int) -> list[Mention]:
        """«… بين X (من جهة) وY»."""
        for at in range(place + 1, min(place + _REACH, len(items) - 1)):
            if items[at].kind in (Kind.VERB, Kind.SUBORDINATOR, Kind.RELATIVE):
                return []
            if self.words[items[at].first].norm == _BETWEEN:
                return self._sides(items, at + 1)
        return []

    def _against(self, items: Sequence[Item], frame: Frame) -> list[Mention]:
        """«اشتبك X مع Y», «X اشتبكوا مع Y»."""
        if frame.verb is None or frame.verb.sense is not Sense.CLASH:
            return []
        joint = next(
            (
                at
                for at in range(frame.place + 1, min(frame.place + _REACH, len(items)))
                if self.words[items[at].first].norm == "مع"
            ),
            None,
        )
        if joint is None:
            return []
        first = self._party(items, frame.place + 1) or self._party(items, frame.place - 1)
        second = self._party(items, joint + 1)
        return [first, second] if first is not None and second is not None else []

    def _sides(self, items: Sequence[Item], at: int) -> list[Mention]:
        first = self._party(items, at)
        if first is None:
            return []
        for place in range(at + 1, min(at + _REACH, len(items) - 1)):
            item = items[place]
            if self.words[item.first].norm in _WITH:
                second = self._party(items, place + 1)
                return [first, second] if second is not None else []
            aside = item.phrase is not None and self.words[item.phrase.head].norm in _ASIDE
            if not (aside or item.kind in (Kind.PREPOSITION, Kind.SIGN, Kind.OTHER)):
                return []
        return []

    def _party(self, items: Sequence[Item], place: int) -> Mention | None:
        """A side that can fight: a party, armed people, a crowd; no place, time or thing."""
        while 0 <= place < len(items) and self.words[items[place].first].is_quote:
            place += 1
        phrase = items[place].phrase if 0 <= place < len(items) else None
        if phrase is None or self.maker.head_noun(phrase, NounClass.TRIGGER) is not None:
            return None
        mention = self.maker.mention(phrase)
        if mention.kind not in _PEOPLE:
            return None
        crowd = mention.kind is MentionKind.VICTIM and mention.count is None
        named = mention.kind is MentionKind.ACTOR and mention.entity is not None
        return mention if crowd or named or mention.target_kind in _FIGHTING else None

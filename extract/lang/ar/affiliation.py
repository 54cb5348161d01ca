"""Affiliation: which known body the victims of a toll belonged to.

«4 عسكريين من تشكيل "كتائب …"», «ثلاثة من عناصر حزب الله», «جنديان إسرائيليان».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind, TollMention
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import TargetKind

_NEAR: Final = 3
_OF: Final = frozenset(("من", "في", "ل"))
_SOLDIERS: Final = frozenset(("جندي", "عسكري", "مجند"))
_ARMED: Final = (TargetKind.STATE_FORCES, TargetKind.ARMED_GROUP)


class AffiliationReader:
    """Reads the bodies of the victims of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
    ) -> None:
        self.words = words
        self.maker = maker
        self._sentences = {words[items[0].first].sentence: items for items in sentences if items}

    def affiliated(self, tolls: Sequence[TollMention]) -> list[TollMention]:
        """The tolls, each with the body of its victims where the text names a known one."""
        return [
            replace(toll, body=self._body(toll, self._sentences.get(toll.words.sentence, ())))
            for toll in tolls
        ]

    def _body(self, toll: TollMention, items: Sequence[Item]) -> Mention | None:
        if toll.victims is None or toll.victims.target_kind is TargetKind.CIVILIANS:
            return None
        for place, item in enumerate(items):
            start, end = self.words[item.first].start, self.words[item.last].end
            if item.phrase is not None and start <= toll.victims.words.start < end:
                if toll.words.end > end:
                    return None  # several groups are counted together: no one body has them all
                return (
                    self._named(item.phrase)
                    or self._following(items, place)
                    or self._by_origin(item.phrase)
                )
        return None

    def _following(self, items: Sequence[Item], place: int) -> Mention | None:
        """«… من تشكيل "…"»: the body in the phrase right after «من», «في», «ل»."""
        if place + 2 >= len(items):
            return None
        joint = items[place + 1]
        if joint.kind is not Kind.PREPOSITION or self.words[joint.first].norm not in _OF:
            return None
        for item in items[place + 2 : place + 2 + _NEAR]:
            if item.phrase is not None:
                body = self._named(item.phrase)
                if body is not None or item.phrase.last > item.phrase.head:
                    return body
            elif not self.words[item.first].is_quote:
                return None
        return None

    def _named(self, phrase: Phrase) -> Mention | None:
        head = self.words[phrase.head]
        if head.noun(NounClass.TRIGGER, NounClass.CASUALTY, NounClass.TARGET) is not None:
            return None  # «في قصف حزب الله»: an act of the party, not people of it
        for name in phrase.names:
            mention = self.maker.mention_of_name(name)
            armed = mention.kind is MentionKind.ACTOR and mention.target_kind in _ARMED
            if armed and mention.entity is not None:
                return mention
        return None

    def _by_origin(self, phrase: Phrase) -> Mention | None:
        """«جنديان إسرائيليان»: soldiers of a nation are of its armed forces."""
        noun = self.words[phrase.head].noun(NounClass.VICTIM)
        if noun is None or noun.sg not in _SOLDIERS:
            return None
        for index in range(phrase.head + 1, phrase.last + 1):
            demonym = self.maker.actors.demonym(self.words[index].norm)
            if demonym is not None:
                forces = self.maker.forces(demonym, self.maker.span(index, index))
                return forces if forces is not None and forces.entity is not None else None
        return None

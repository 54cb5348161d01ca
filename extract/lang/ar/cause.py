"""Causes: what an act answers, what it is meant for, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Words
from extract.lang.ar.frame import Frame
from extract.lang.ar.item import MOTIVES, Item, Kind, Link
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word

_REACH: Final = 8
_MOTIVE_ITEMS: Final = 7
_ANSWERING: Final = frozenset({"رد", "ردت", "ردوا", "يرد", "ترد", "وردت"})
_POINTING: Final = ("ذلك", "هذا", "هذه", "عليه", "عليها")
_CLAUSE_OPENERS: Final = (Kind.RELATIVE, Kind.SUBORDINATOR)


class CauseFinder:
    """Adds answers and motives to the frames of one article."""

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
        """Set ``answers``, ``answer_words`` and ``motive`` where the text gives them."""
        for number, items in enumerate(self.sentences):
            for place, item in enumerate(items):
                if item.kind is Kind.PREPOSITION and item.link in MOTIVES:
                    self._prepositional(number, items, place)
                elif item.kind is Kind.VERB and self.words[item.first].norm in _ANSWERING:
                    self._answering_verb(number, items, place)

    def _mine(self, number: int) -> list[tuple[int, Frame]]:
        return [(i, f) for i, f in enumerate(self.frames) if f.sentence == number]

    def _prepositional(self, number: int, items: Sequence[Item], place: int) -> None:
        """«… رداً على …», «بهدف …», «بدعوى …»."""
        words = self._motive_words(items, place)
        actor = self._followed_frame(number, items, place) or self._actor_frame(number, place)
        if words is None or actor is None:
            return
        predication = actor[1].predication
        if not words.text.endswith(_POINTING):
            predication.motive = predication.motive or words
        cause: int | None = None
        if items[place].link is Link.RESPONSE:
            points = words.text.endswith(_POINTING)
            cause = self._answered(number, place, actor[0], points=points)
        elif items[place].link is Link.CURB:
            cause = self._curbed(number, items, place)
        if cause is not None and cause != actor[0]:
            predication.answers = cause
            predication.answer_words = words

    def _followed_frame(
        self, number: int, items: Sequence[Item], place: int
    ) -> tuple[int, Frame] | None:
        """«، ودفاعا عن النفس، أطلقت …»: the verb right after an aside has the motive."""
        at = place + 1
        while at < len(items) and items[at].kind in (Kind.PHRASE, Kind.SIGN, Kind.TIME):
            at += 1
        if at < len(items) and items[at].kind is Kind.VERB:
            for index, frame in self._mine(number):
                if frame.place == at:
                    return index, frame
        return None

    def _actor_frame(self, number: int, place: int) -> tuple[int, Frame] | None:
        """The act that has the motive: the last one before it, else the first after it."""
        mine = self._mine(number)
        before = [(i, f) for i, f in mine if f.place < place]
        if before:
            return before[-1]
        later = [(i, f) for i, f in mine if f.place > place + _REACH // 2]
        told = [(i, f) for i, f in later if f.verb is not None and not f.predication.definite]
        if told or later:
            return (told or later)[0]
        earlier = [(i, f) for i, f in self._mine(number - 1)]
        return earlier[-1] if earlier else None

    def _answered(self, number: int, place: int, own: int, *, points: bool) -> int | None:
        """What the act answers: the act named after the words, or the one that they point to."""
        named = [i for i, f in self._mine(number) if place < f.place <= place + _REACH and i != own]
        if named:
            return named[0]
        if not points:
            return None
        before = [i for i, f in enumerate(self.frames) if f.sentence < number and i != own]
        return before[-1] if before else None

    def _curbed(self, number: int, items: Sequence[Item], place: int) -> int | None:
        """«لإضعاف الهجمات»: attacks named right after it as known have been going on."""
        for index, frame in self._mine(number):
            if frame.place == place + 1:
                head = items[frame.place].phrase
                if head is not None and self.words[head.head].has_article:
                    return index
        return None

    def _motive_words(self, items: Sequence[Item], place: int) -> Words | None:
        """The words of the motive: up to a comma, a verb of another clause, or seven items."""
        last = place
        for at in range(place + 1, min(len(items), place + _MOTIVE_ITEMS)):
            item = items[at]
            if item.kind is Kind.SIGN and not self.words[item.first].is_quote:
                break
            if item.kind is Kind.PREPOSITION and item.link is Link.SOURCE:
                break
            if item.kind is Kind.VERB and items[at - 1].kind not in _CLAUSE_OPENERS:
                break
            last = at
        if last == place:
            return None
        return self.maker.span(items[place].first, items[last].last)

    def _answering_verb(self, number: int, items: Sequence[Item], place: int) -> None:
        """«رد الجيش بغارات»: the act after «بـ» answers what was told before."""
        if place > 0 and items[place - 1].kind is Kind.NEGATION:
            return
        for index, frame in self._mine(number):
            if not place < frame.place <= place + _REACH:
                continue
            joint = items[frame.place - 1]
            if joint.kind is not Kind.PREPOSITION or self.words[joint.first].norm != "ب":
                continue
            before = [i for i, f in enumerate(self.frames) if i < index]
            subject = next(
                (
                    items[p].phrase
                    for p in range(place + 1, frame.place)
                    if items[p].phrase is not None and items[p - 1].kind is not Kind.PREPOSITION
                ),
                None,
            )
            predication = frame.predication
            if (
                subject is not None
                and not predication.agents
                and (self.maker.head_noun(subject, NounClass.GENERAL) is None)
            ):
                predication.agents.append(self.maker.mention(subject))
            if before:
                predication.answers = before[-1]
                predication.answer_words = self.maker.span(
                    items[place].first, items[frame.place].last
                )
            return

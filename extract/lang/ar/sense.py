"""Senses: under which reading a verb names an act, given what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import MentionKind
from extract.fold import fold
from extract.lang.ar.frame import (
    form_of,
)
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, Sense, Verb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word

_EVENT_SENSES: Final = frozenset(
    {
        Sense.ATTACK,
        Sense.ARREST,
        Sense.ABDUCT,
        Sense.ASSASSINATE,
        Sense.INTERCEPT,
        Sense.CAPTURE,
        Sense.CLASH,
        Sense.EXPLODE,
        Sense.FALL,
        Sense.LAUNCH,
        Sense.HIT,
        Sense.KILL,
        Sense.DIE,
        Sense.WOUND,
        Sense.SEIZE_SHIP,
    }
)
_FLYING: Final = frozenset({"missile", "drone", "aircraft", "artillery"})
_NEEDED_REACH: Final = 9
_SUBJECT_REACH: Final = 4


class SenseReader:
    """Chooses the reading of event verbs."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker, walker: ArgumentWalker) -> None:
        self.words = words
        self.maker = maker
        self.walker = walker

    def event_verb(self, word: Word, items: Sequence[Item], after: list[int]) -> Verb | None:
        """The reading under which the verb names an act, given what stands after it."""
        classes: set[str] = set()
        for place in after:
            phrase = items[place].phrase
            if phrase is not None:
                classes |= self.maker.weapon_classes(phrase)
        intercept = word.sense(Sense.INTERCEPT)
        if intercept is not None and classes & _FLYING:
            return intercept
        for verb, _ in word.verbs:
            if verb.sense not in _EVENT_SENSES or verb.general or verb.sense is Sense.INTERCEPT:
                continue
            if (
                verb.sense in (Sense.CAPTURE, Sense.CLASH)
                and word.norm[:1] in "يت"
                and not form_of(word, verb).past
            ):
                continue
            if verb.needs and not self._needed(word, verb):
                continue
            reached = self._reached(word, verb, items)
            if reached is None and not self._takes(word, verb):
                continue
            if form_of(word, verb).jussive and any(
                other.sense is Sense.GENERAL for other, _ in word.verbs
            ):
                continue
            held = after if reached is None else [reached]
            if verb.sense is Sense.ARREST and not self._has_captive(items, held):
                continue
            if verb.sense in (Sense.LAUNCH, Sense.FALL) and not classes:
                continue
            if verb.sense is Sense.EXPLODE and not (classes or self._explodes(word)):
                continue
            if word.noun(NounClass.GENERAL) is not None and not self._known_object(items, after):
                continue
            return verb
        return None

    def _known_object(self, items: Sequence[Item], after: list[int]) -> bool:
        """Whether what follows a verb that is also a common noun can be acted upon."""
        for place in after:
            phrase = items[place].phrase
            if phrase is not None and (
                phrase.names
                or self.maker.head_noun(
                    phrase, NounClass.TARGET, NounClass.VICTIM, NounClass.WEAPON, NounClass.ACTOR
                )
            ):
                return True
        return False

    def _has_captive(self, items: Sequence[Item], after: list[int]) -> bool:
        """Whether people, or a place to be stormed by a force, follow a verb of arresting."""
        for place in after:
            phrase = items[place].phrase
            if phrase is not None and (
                self.maker.head_noun(phrase, NounClass.VICTIM, NounClass.TITLE, NounClass.TARGET)
                or phrase.numeral is not None
                or (
                    self.walker.mention(items[place]).kind is MentionKind.PERSON
                    and not self.maker.is_stray(phrase)
                )
            ):
                return True
        return False

    def _takes(self, word: Word, verb: Verb) -> bool:
        """Whether the preposition that the verb takes, if any, follows at once."""
        following = self.words[word.index + 1 : word.index + 2]
        joined = following[0].norm if following else ""
        if verb.takes is not None:
            return joined == fold(verb.takes)
        return not (
            joined
            and any(
                other.takes is not None and fold(other.takes) == joined for other, _ in word.verbs
            )
        )

    def _reached(self, word: Word, verb: Verb, items: Sequence[Item]) -> int | None:
        """«قبضت الشرطة على خمسة»: the phrase to which the verb reaches past its subject.

        Not where another reading needs no preposition: «قضى جنود على الطريق» died there.
        """
        if verb.takes is None or any(other.sense is Sense.DIE for other, _ in word.verbs):
            return None
        place = next(at for at, item in enumerate(items) if item.first <= word.index <= item.last)
        for at in range(place + 1, min(len(items) - 1, place + 1 + _SUBJECT_REACH)):
            item = items[at]
            if item.kind is Kind.PREPOSITION:
                is_its_own = self.words[item.first].norm == fold(verb.takes)
                return at + 1 if is_its_own and items[at + 1].phrase is not None else None
            if item.kind not in (Kind.PHRASE, Kind.TIME):
                return None
        return None

    def _needed(self, word: Word, verb: Verb) -> bool:
        """Whether one of the pieces that the verb needs stands near it."""
        reach = self.words[word.index + 1 : word.index + _NEEDED_REACH]
        return any(piece in other.norm for other in reach for piece in verb.needs)

    @staticmethod
    def _explodes(word: Word) -> bool:
        return word.norm.startswith(("انفجر", "فجر"))

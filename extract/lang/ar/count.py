"""Counting people: how many a phrase says, alone or together with those joined to it by «و»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.lang.ar.inflection import Number
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.numeral import at_least_follows, is_number_word
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word

_VOID_HEADS: Final = ("حتف", "مصرع", "حيا", "نحب")
_LAST_PLURAL: Final = 10
_TWO: Final = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})
_SOME: Final = frozenset(
    {"جميع", "كل", "كافه", "معظم", "غالبيه", "اغلب", "بعض", "عدد", "عديد", "سائر"}
)
_OTHERS: Final = frozenset({"اخرون", "اخرين", "اخر", "اخرى", "اخري", "غيرهم", "غيره"})


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count; both ``None`` when it is not said, ``high`` alone for "at least"."""

    low: int | None
    high: int | None

    def plus(self, other: Count) -> Count:
        """The two counts together; unsaid when either is."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(low, high)


class PeopleCounter:
    """Counts the people that phrases name."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def names_people(self, phrase: Phrase | None) -> bool:
        """Whether the phrase can name people: victims, a number alone, a name, an origin."""
        if phrase is None:
            return False
        head = self.words[phrase.head]
        if head.norm.startswith(_VOID_HEADS) and not head.has_article:
            return False
        if phrase.numeral is not None and phrase.head == phrase.numeral.last:
            return True
        if head.norm in _OTHERS:
            return phrase.numeral is not None
        if head.noun(NounClass.VICTIM, NounClass.CASUALTY, NounClass.TITLE) is not None:
            return True
        if head.noun(NounClass.ACTOR) is not None:
            return head.number is Number.PLURAL or phrase.numeral is not None
        if self.maker.actors.demonym(head.norm) is not None:
            return True
        if head.nouns:
            inanimate = head.noun(NounClass.TARGET, NounClass.WEAPON, NounClass.GENERAL)
            return phrase.numeral is not None and inanimate is None
        return head.adjective is None and not self.maker.is_stray(phrase)

    def names_victims(self, phrase: Phrase) -> bool:
        """Whether the phrase surely names people, by a noun for them."""
        head = self.words[phrase.head]
        return head.noun(NounClass.VICTIM) is not None or (
            self.maker.actors.demonym(head.norm) is not None and head.adjective is None
        )

    def count(self, phrase: Phrase, items: Sequence[Item], place: int) -> tuple[Count, int]:
        """The count of the phrase at ``place`` with those joined to it; and its last item."""
        total = self._single(phrase, items)
        last = place
        while True:
            following = self._joined(items, last)
            if following is None:
                return total, last
            joined = items[following].phrase
            assert joined is not None
            if self._shares_number(phrase, joined):
                last = following
                continue
            total = total.plus(self._single(joined, items))
            last = following

    def _shares_number(self, phrase: Phrase, joined: Phrase) -> bool:
        """«15 جنديا وضابطا»: after a number above ten both nouns say what it counts."""
        numeral = phrase.numeral
        if numeral is None or joined.numeral is not None:
            return False
        many = max(numeral.low or 0, numeral.high or 0) > _LAST_PLURAL
        head = self.words[joined.head]
        return many and head.number is Number.SINGULAR and head.plain.endswith(("ا", "ة"))

    def single(self, phrase: Phrase, items: Sequence[Item]) -> Count:
        """The count of one phrase alone."""
        return self._single(phrase, items)

    def _single(self, phrase: Phrase, items: Sequence[Item]) -> Count:
        numeral = phrase.numeral
        if numeral is not None:
            end = items[-1].last + 1
            after = phrase.last + 1
            open_above = after < end and at_least_follows(self.words, after, end)
            return Count(numeral.low, None if open_above else numeral.high)
        return self.of_word(phrase.head)

    def of_word(self, index: int) -> Count:
        """The count that a noun's own number tells."""
        word = self.words[index]
        following = self.words[index + 1].norm if index + 1 < len(self.words) else ""
        if word.number is Number.DUAL or not _TWO.isdisjoint((word.norm, following)):
            return Count(2, 2)
        if word.norm in _SOME:
            return Count(None, None)
        if word.number is Number.PLURAL:
            return Count(None, None)
        if self.maker.actors.demonym(word.norm) is not None and not word.nouns:
            if word.norm.endswith("ان"):
                return Count(2, 2)
            if word.norm.endswith(("ين", "ون")):
                return Count(None, None)
        return Count(1, 1)

    def _joined(self, items: Sequence[Item], place: int) -> int | None:
        """The phrase joined by «و» to the one at ``place``, if it counts people alike."""
        if place + 2 >= len(items):
            return None
        joint, following = items[place + 1], items[place + 2]
        if joint.kind is not Kind.CONJUNCTION or self.words[joint.first].norm != "و":
            return None
        phrase = following.phrase
        if phrase is None:
            return None
        head = self.words[phrase.head]
        if self._are_others(phrase):
            return place + 2
        if head.noun(NounClass.CASUALTY) is not None or head.norm in _OTHERS:
            return None
        if place + 3 < len(items) and items[place + 3].kind is Kind.VERB:
            return None
        if head.is_definite and phrase.numeral is None:
            return None
        counted = phrase.numeral is not None or head.number in (Number.DUAL, Number.SINGULAR)
        people = self.names_victims(phrase) or is_number_word(head.norm)
        soldiers = phrase.numeral is not None and head.noun(NounClass.ACTOR) is not None
        if not counted or not (people or soldiers):
            return None
        return place + 2

    def _are_others(self, phrase: Phrase) -> bool:
        """«… و11 آخرون»: a number of others beside those just counted."""
        if phrase.numeral is None:
            return False
        last = phrase.numeral.last
        after = self.words[last + 1].norm if last + 1 < len(self.words) else ""
        return after in _OTHERS

    def end(self, items: Sequence[Item], place: int) -> int:
        """Last word of the counted phrase, with its «على الأقل»."""
        last = items[place].last
        end = items[-1].last + 1
        if last + 1 < end and self.words[last + 1].norm in _OTHERS:
            last += 1
        if last + 1 < end and at_least_follows(self.words, last + 1, end):
            return last + 2
        return last

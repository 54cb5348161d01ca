"""Trigger words: nouns that name an act, inside noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.item import Item
from extract.lang.ar.lexicon import Noun, NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus

_GUARDED: Final = frozenset({"امني", "امنيا", "عسكري", "عسكريا"})


class TriggerReader:
    """Finds trigger nouns in phrases."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def trigger_word(self, phrase: Phrase) -> tuple[int, Noun] | None:
        """The first noun in the phrase that names an act, with the index of its word."""
        for index in range(phrase.first, phrase.last + 1):
            word = self.words[index]
            noun = word.noun(NounClass.TRIGGER)
            if noun is not None and word.noun(NounClass.TARGET) and self._is_post(phrase, index):
                continue
            if noun is None or any(name.first <= index <= name.last for name in phrase.names):
                continue
            if noun.weak and phrase.last > index:
                later = self.trigger_word(
                    Phrase(index + 1, phrase.last, index + 1, names=phrase.names)
                )
                if later is not None:
                    return later
            return index, noun
        return None

    def _is_post(self, phrase: Phrase, index: int) -> bool:
        """«على كمين أمني», «أمام الكمين»: a word for an ambush that means a checkpoint here."""
        following = self.words[index + 1] if index < phrase.last else None
        guarded = following is not None and following.norm in _GUARDED
        return phrase.aimed or guarded or self.words[index].has_article

    def killing_word(self, phrase: Phrase) -> tuple[int, Noun] | None:
        """«مقتل», «استشهاد» and the like at the head of a phrase: the death may be the event."""
        word = self.words[phrase.head]
        noun = word.noun(NounClass.CASUALTY)
        if (
            noun is None
            or not noun.act
            or noun.status is not CasualtyStatus.KILLED
            or word.is_definite
        ):
            return None
        return phrase.head, noun

    def only_adjectives(self, first: int, last: int) -> bool:
        """Whether only adjectives that name no party stand here («الهجمات الصاروخية»)."""
        return all(
            self.words[i].adjective is not None
            and self.maker.actors.demonym(self.words[i].norm) is None
            for i in range(first, last + 1)
        )

    def classes(self, first: int, last: int) -> set[str]:
        """Classes of weapons that the words ``first`` to ``last`` (inclusive) name."""
        found: set[str] = set()
        for index in range(first, last + 1):
            word = self.words[index]
            if word.adjective is not None and word.adjective.weapon is not None:
                found.add(word.adjective.weapon.value)
            weapon = word.noun(NounClass.WEAPON)
            if weapon is not None and weapon.weapon is not None:
                found.add(weapon.weapon.value)
        return found

    def is_trigger(self, item: Item) -> bool:
        """Whether the item is a phrase with a noun that names an act."""
        return item.phrase is not None and self.trigger_word(item.phrase) is not None

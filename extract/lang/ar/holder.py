"""Holders: the person's name beside or inside an office («المتحدث …، العقيد فلان»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind, Words
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word

_OFFICE_REACH: Final = 12
_NAME_NOUNS: Final = frozenset(
    {
        "ابن",
        "ابو",
        "ابي",
        "بن",
        "ام",
        "عبد",
        "علي",
        "حسن",
        "عزيز",
        "كريم",
        "خالد",
        "سعيد",
        "امين",
        "شهيد",
        "سيد",
        "ماجد",
        "صالح",
        "عادل",
        "ناصر",
        "هادي",
        "مهدي",
        "نور",
        "سالم",
        "حاكم",
        "ملك",
        "شيخ",
        "خليفه",
        "منصور",
        "رشيد",
        "صباح",
        "فتاح",
        "فتحي",
        "ليث",
        "فهد",
        "جابر",
        "طالب",
        "غالب",
        "مصطفي",
        "مدني",
        "عسكري",
        "عالم",
    }
)


class HolderReader:
    """Reads who holds an office."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def after(self, items: Sequence[Item], last: int, phrase: Phrase) -> tuple[Mention | None, int]:
        """A person's name right after the office, bare or between commas."""
        if (
            self.maker.head_noun(phrase, NounClass.TITLE, NounClass.SOURCE, NounClass.VICTIM)
            is None
        ):
            return None, last
        for at in self._after_office(items, last):
            candidate = items[at].phrase
            assert candidate is not None
            name = self._person_words(candidate)
            if name is not None:
                mention = self.maker.mention(candidate)
                return replace(mention, words=name, kind=MentionKind.PERSON), at
            if self.maker.head_noun(candidate, NounClass.TRIGGER, NounClass.CASUALTY) is not None:
                break  # what is said begins: no name stands behind it
        return None, last

    def _after_office(self, items: Sequence[Item], last: int) -> list[int]:
        """Places of the bare phrases after an office, up to the next verb or «أن»."""
        found: list[int] = []
        governed = False
        for at in range(last + 1, min(len(items), last + _OFFICE_REACH)):
            item = items[at]
            if item.bracketed or item.kind in (Kind.TIME, Kind.OTHER):
                continue
            if item.kind is Kind.PREPOSITION:
                governed = True
            elif item.phrase is not None:
                # «لموقع الحدث نيوز»: what follows a governed phrase without a comma is of it.
                of_it = at > 0 and items[at - 1].phrase is not None and at - 1 not in found
                of_it = of_it and at - 1 > last
                if not (governed or of_it):
                    found.append(at)
                governed = False
            elif item.kind is Kind.CONJUNCTION and self.words[item.first].norm == "و":
                governed = True
            elif item.kind is not Kind.SIGN or self.words[item.first].text in ":.؛":
                break
        return found

    def _person_words(self, phrase: Phrase) -> Words | None:
        """The name in a phrase that is a person's name, with or without a title before it."""
        first = phrase.first
        while (
            first <= phrase.last
            and self.words[first].noun(NounClass.TITLE) is not None
            and (self.words[first].has_article or first < phrase.last)
        ):
            first += 1
        if first > phrase.last:
            return None
        rest = self.words[first : phrase.last + 1]
        if rest[0].is_number or len(rest) > 6:
            return None
        if len(rest) == 1 and self.maker.actors.demonym(rest[0].norm) is not None:
            return None
        known = self.maker.mention(phrase)
        if known.kind is MentionKind.PERSON and known.entity is not None:
            return self.maker.span(first, phrase.last)
        if any(w.nouns and not _name_like(w) for w in rest):
            return None
        if rest[0].adjective is not None and not (
            len(rest) > 1 and rest[1].has_article and not rest[0].has_article
        ):
            return None
        if known.kind in (MentionKind.PLACE, MentionKind.ACTOR) and known.entity is not None:
            return None
        return self.maker.span(first, phrase.last)

    def inside(self, phrase: Phrase) -> Words | None:
        """«الرئيس عبد الفتاح السيسي»: the name without the title."""
        head = self.words[phrase.head]
        if head.noun(NounClass.TITLE) is None or phrase.last == phrase.head:
            return None
        for name in phrase.names:
            actor = self.maker.actor_of(name)
            if actor is not None and actor.kind == "person":
                return self.maker.span(name.first, name.last)
        first = phrase.head + 1
        while first <= phrase.last:
            word = self.words[first]
            if word.noun(NounClass.TITLE) is None and not (
                word.adjective is not None or self.maker.actors.demonym(word.norm) is not None
            ):
                break
            first += 1
        if first > phrase.last or (self.words[first].nouns and not _name_like(self.words[first])):
            return None
        if any(name.first == first and name.places for name in phrase.names):
            return None
        if head.is_definite and phrase.last >= first:
            return self.maker.span(first, phrase.last)
        return None


def _name_like(word: Word) -> bool:
    """A noun that is common in personal names (son, father, servant of, the chosen…)."""
    return word.norm in _NAME_NOUNS

"""Sayings: whether a verb of reporting speaks where it stands, and on which side of its content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, ReportVerb
from extract.lang.ar.word import Word

# Nouns of speech, before whoever speaks: «إعلان الجيش أنه …».
TELLING: Final = frozenset(("اعلان", "تاكيد", "اقرار", "زعم", "ادعاء", "قول", "اعتراف"))
_ALSO: Final = "كما"
_TRAILING: Final = frozenset({"حسبما", "كما", "ما"})
_PARTICIPLES: Final = ("م", "قايل", "زاعم", "نافي", "لافت", "كاشف", "ذاكر", "واصف", "ناسب")
_TELLING_PRONOUN: Final = frozenset(
    (
        "أعلن",
        "وصف",
        "نشر",
        "نقل",
        "أورد",
        "بث",
        "ذكر",
        "أكد",
        "كشف",
        "سجل",
        "اعتبر",
        "نفى",
        "تبنى",
        "قال",
    )
)
_AMBIGUOUS: Final = frozenset(
    (
        "بين",
        "حمل",
        "نقل",
        "ألقى",
        "كشف",
        "وصف",
        "نشر",
        "بث",
        "قدر",
        "سجل",
        "تابع",
        "خلص",
        "كتب",
        "أورد",
        "حذر",
        "رصد",
        "رأى",
    )
)
_FAR: Final = 10


class SayingReader:
    """Reads the verbs of reporting of one article."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def verb(self, items: Sequence[Item], place: int) -> ReportVerb | None:
        """The verb of reporting that stands here, if what is around it bears that out."""
        word = self.words[items[place].first]
        for verb, form in word.reports:
            if verb.needs is not None and not self._near(items, place, verb.needs):
                continue
            if form.pronoun and verb.kind == "says" and verb.past not in _TELLING_PRONOUN:
                continue
            unclear = verb.past in _AMBIGUOUS or is_participle(word)
            if unclear and verb.kind == "says" and not self.speaks(items, place):
                continue
            return verb
        return None

    def speaks(self, items: Sequence[Item], place: int) -> bool:
        """Whether the verb has what speech has after it: «أن», «عن», a quotation."""
        for item in items[place + 1 : place + _FAR]:
            if item.kind is Kind.SUBORDINATOR:
                return True
            if item.kind is Kind.VERB:
                return False
            word = self.words[item.first]
            if word.text in '«“"' or word.norm == "عن":
                return True
        return self.is_trailing(items, place)

    def _near(self, items: Sequence[Item], place: int, word: str) -> bool:
        stem = word.replace("ؤ", "و").rstrip("ةه")
        return any(
            stem in self.words[i].norm
            for item in items[place + 1 : place + _FAR + 4]
            for i in range(item.first, item.last + 1)
        )

    def is_trailing(self, items: Sequence[Item], place: int) -> bool:
        """«حسبما أفاد …», «كما قال …», «على ما أعلنت …» after what is said."""
        before = items[place - 1] if place > 0 else None
        if before is None or self.words[before.last].norm not in _TRAILING or place <= 2:
            return False
        return self.words[before.last].norm != _ALSO or not self._has_content(items, place)

    def _has_content(self, items: Sequence[Item], place: int) -> bool:
        """«، كما أعلنت إسرائيل اعتراض …»: with what is said after it, it opens a clause."""
        for item in items[place + 1 : place + _FAR]:
            norm = self.words[item.first].norm
            if item.kind is Kind.SUBORDINATOR or (item.kind is Kind.PREPOSITION and norm == "عن"):
                return True
            if item.kind is Kind.SIGN:
                return False
            if item.phrase is not None and self._is_act(item):
                return True
        return False

    def _is_act(self, item: Item) -> bool:
        assert item.phrase is not None
        head = self.words[item.phrase.head]
        return head.noun(NounClass.TRIGGER, NounClass.CASUALTY) is not None


def is_participle(word: Word) -> bool:
    """«مضيفا», «مؤكدة», «قائلا»: the last speaker goes on."""
    return (
        len(word.norm) > 4
        and word.norm.startswith(_PARTICIPLES)
        and word.norm.endswith(("ا", "ه", "ين"))
    )

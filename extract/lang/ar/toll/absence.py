"""Absence: «without casualties», «nobody was hurt», and what is merely not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import Sense
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.toll.words import toll_words
from extract.lang.ar.word import Word

_REACH: Final = 6
_MATERIAL_REACH: Final = 7
_NEGATIONS: Final = frozenset({"لم", "لا", "لن"})
_BEFORE_VERBS: Final = frozenset({"لم", "لن"})
_WAS: Final = frozenset({"كان", "كانت"})
_LIMITS: Final = frozenset({"يقل", "تقل", "يزيد", "تزيد"})
_CAUSING: Final = (Sense.CAUSE, Sense.WOUND, Sense.KILL, Sense.GENERAL, Sense.FALL)


class Absence(Enum):
    """What a negation says of victims."""

    NOBODY = "nobody"
    UNKNOWN = "unknown"


class AbsenceReader:
    """Reads negations over the victims of one article."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def before(self, items: Sequence[Item], place: int) -> tuple[Absence, int] | None:
        """What a negation before the phrase at ``place`` says of it, with its first word."""
        unsure = False
        for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
            item = items[at]
            if item.phrase is not None and item.phrase.numeral is not None:
                continue  # «ما لا يقل عن 37» denies nothing
            norms = {self.words[i].norm for i in range(item.first, item.last + 1)}
            if norms & toll_words("whether") or self._asks(items, at):
                return Absence.UNKNOWN, item.first
            unsure = unsure or bool(norms & toll_words("no_news"))
            if item.kind is Kind.SIGN and self.words[item.first].text in "،؛.:":
                return None
            if item.kind is Kind.RELATIVE and not norms & _NEGATIONS:
                return None
            if item.kind is Kind.SUBORDINATOR:
                if self.is_governed(items, at + 1):
                    continue
                return None
            following = self.words[item.last + 1 : item.last + 2]
            if following and following[0].norm in toll_words("still"):
                return None
            if item.kind is Kind.NEGATION or norms & toll_words("nothing"):
                if unsure:
                    return Absence.UNKNOWN, item.first
                return (Absence.NOBODY, item.first) if self._reaches(items, at, place) else None
        return None

    def inside(self, phrase: Phrase, index: int) -> tuple[Absence, int] | None:
        """«عدم إصابة أحد»: a negation inside the phrase, before the word for victims."""
        first = phrase.first if phrase.numeral is None else phrase.numeral.last + 1
        for at in range(first, index):
            if self.words[at].norm in toll_words("nothing"):
                return Absence.NOBODY, at
        return None

    def _asks(self, items: Sequence[Item], at: int) -> bool:
        """«ولا إن كان هناك قتلى»: a question, not a statement."""
        following = self.words[items[at].last + 1 : items[at].last + 2]
        return items[at].kind is Kind.SUBORDINATOR and bool(following and following[0].norm in _WAS)

    def is_governed(self, items: Sequence[Item], place: int) -> bool:
        """Whether «دون أن», «من غير أن» stands right before the verb at ``place``."""
        if place < 2 or items[place - 1].kind is not Kind.SUBORDINATOR:
            return False
        return self.words[items[place - 2].last].norm in toll_words("nothing")

    def _reaches(self, items: Sequence[Item], at: int, place: int) -> bool:
        """Whether the negation at ``at`` reaches the phrase: past one verb of causing at most."""
        verbs = [i for i in range(at + 1, place) if items[i].kind is Kind.VERB]
        if self.words[items[at].last].norm in _BEFORE_VERBS and verbs[:1] != [at + 1]:
            return self.words[items[at + 1].first].norm in toll_words("arises")
        if not verbs:
            return True
        word = self.words[items[verbs[0]].first]
        if len(verbs) > 1 or word.norm in _LIMITS:
            return False
        return word.sense(*_CAUSING) is not None or word.norm in toll_words("arises")

    def nobody(self, items: Sequence[Item], place: int) -> tuple[int, int, bool] | None:
        """«لم يصب أحد»: first and last word, and whether nobody at all is meant.

        ``None`` when the verb at ``place`` is not negated over «anybody».
        """
        following = items[place + 1] if place + 1 < len(items) else None
        if following is None or self.words[following.first].norm not in toll_words("anybody"):
            return None
        back = 2 if self.is_governed(items, place) else 1
        after = following.last + 1
        end = items[-1].last + 1
        bare = following.first == following.last
        restricted = after < end and self.words[after].norm in ("من", "منهم", "في")
        return items[place - back].first, following.last, bare and not restricted

    def only_material(self, items: Sequence[Item]) -> Iterator[tuple[int, int]]:
        """«اقتصرت الأضرار على الماديات»: first and last word of each such statement."""
        first, end = items[0].first, items[-1].last + 1
        for index in range(first, end):
            norm = self.words[index].norm
            start = index
            if norm in _NEGATIONS and index + 1 < end:
                if self.words[index + 1].norm not in toll_words("exceed"):
                    continue
            elif norm not in toll_words("only"):
                alone = index + 1 < end and self.words[index + 1].norm in toll_words("alone")
                if norm in toll_words("material") and alone:
                    yield index, index + 1
                continue
            for last in range(start + 1, min(end, start + _MATERIAL_REACH)):
                if self.words[last].norm in toll_words("material"):
                    yield start, last
                    break


__all__ = ["Absence", "AbsenceReader"]

"""Course: numbers that sum up a war or months of it, which belong to no single event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.item import Item, Kind
from extract.lang.ar.toll.words import toll_words
from extract.lang.ar.word import Word

_SINCE: Final = "منذ"
_REACH: Final = 5
_BEFORE: Final = 6
_YEAR: Final = 4


class CourseReader:
    """Tells sentences that sum up a long time from those that tell of one event."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def sums_up(self, items: Sequence[Item]) -> bool:
        """Whether the sentence counts from a day long past, as in «منذ بدء الحرب»."""
        first, end = items[0].first, items[-1].last + 1
        timed = {
            index
            for item in items
            if item.kind is Kind.TIME
            for index in range(item.first, item.last + 1)
        }
        for index in range(first, end):
            if self.words[index].norm == _SINCE and self._is_long(index, end, timed):
                return True
        return False

    def _is_long(self, index: int, end: int, timed: set[int]) -> bool:
        before = {word.norm for word in self.words[max(0, index - _BEFORE) : index]}
        if before & toll_words("holds"):
            return False
        after = range(index + 1, min(end, index + 1 + _REACH))
        norms = {self.words[at].norm for at in after}
        if norms & toll_words("parts_of_day"):
            return False
        if any(self.words[at].is_number and len(self.words[at].norm) == _YEAR for at in after):
            return True
        return bool(norms & toll_words("course")) or index in timed or (index + 1) in timed

    def is_war(self, items: Sequence[Item], place: int) -> bool:
        """«حصدت الحرب …»: the subject of the verb at ``place`` lasted too long to be one event."""
        for at in (place + 1, place - 1):
            phrase = items[at].phrase if 0 <= at < len(items) else None
            if phrase is not None and self.words[phrase.head].has_article:
                return self.words[phrase.head].norm in toll_words("course")
        return False


__all__ = ["CourseReader"]

"""Totals: «ارتفع عدد القتلى إلى 12», «الجرحى 40», «ارتفعت إلى 12 حصيلة القتلى»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.count import Count, PeopleCounter
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.toll.words import toll_words
from extract.lang.ar.word import Word

_REACH: Final = 9
_BACK: Final = 4
_FROM: Final = "من"


class TotalReader:
    """Finds the numbers that are said of a definite word for victims."""

    def __init__(self, words: Sequence[Word], people: PeopleCounter) -> None:
        self.words = words
        self.people = people

    def total(
        self, items: Sequence[Item], place: int, phrase: Phrase
    ) -> tuple[int, int, Count] | None:
        """First and last word and the count of the total that the phrase at ``place`` names.

        Several numbers («من 103 إلى 95») give the range from the lowest to the highest.
        """
        found = self._after(items, place) or self._before(items, place)
        if not found:
            return None
        first = min(phrase.first, found[0].first)
        last = max(phrase.last, self._end(items, found[-1]))
        counts = [self.people.single(one, items) for one in found]
        if len(counts) == 1:
            return first, last, counts[0]
        numbers = [n for c in counts for n in (c.low, c.high) if n is not None]
        return first, last, Count(min(numbers), max(numbers)) if numbers else Count(None, None)

    def _end(self, items: Sequence[Item], phrase: Phrase) -> int:
        place = next(at for at, item in enumerate(items) if item.phrase is phrase)
        return self.people.end(items, place)

    def _after(self, items: Sequence[Item], place: int) -> list[Phrase]:
        """The numbers after the phrase, past verbs of amounting, brackets and prepositions."""
        found: list[Phrase] = []
        marked = True  # «الجرحى 291»: the number right after
        for at in range(place + 1, min(len(items), place + 1 + _REACH)):
            item = items[at]
            norm = self.words[item.first].norm
            if item.phrase is not None and marked and self._is_number(item.phrase):
                found.append(item.phrase)
                marked = False
            elif norm in toll_words("amount") or norm in toll_words("to"):
                marked = True
            elif item.phrase is not None and items[at - 1].kind is Kind.PREPOSITION:
                marked = False
            elif item.phrase is not None:
                if found or self.words[item.phrase.head].noun(NounClass.CASUALTY) is not None:
                    break
                marked = False
            elif item.kind in (Kind.CONJUNCTION, Kind.VERB, Kind.SUBORDINATOR, Kind.RELATIVE):
                following = self.words[items[at + 1].first].norm if at + 1 < len(items) else ""
                if not (found and norm == "ثم") and following not in toll_words("amount"):
                    break
            elif item.kind is Kind.SIGN and self.words[item.first].text not in "،,)(":
                break
        return found

    def _before(self, items: Sequence[Item], place: int) -> list[Phrase]:
        """«ارتفعت إلى 12 جنديا حصيلة القتلى»: the number before the phrase."""
        for at in range(place - 1, max(0, place - _BACK), -1):
            phrase = items[at].phrase
            if phrase is None:
                if items[at].kind in (Kind.CONJUNCTION, Kind.SIGN, Kind.VERB):
                    return []
                continue
            marked = self.words[items[at - 1].first].norm in toll_words("to") - {_FROM}
            return [phrase] if marked and self._is_number(phrase) else []
        return []

    def _is_number(self, phrase: Phrase) -> bool:
        """A count of people, or a bare number; one with its own word for victims is read there."""
        if phrase.numeral is None:
            return False
        head = self.words[phrase.head]
        if phrase.head == phrase.numeral.last:
            return True
        return head.noun(NounClass.CASUALTY) is None and self.people.names_people(phrase)


__all__ = ["TotalReader"]

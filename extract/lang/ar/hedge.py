"""Hedges: words that lower certainty, alone («يُعتقد أن») or inside what somebody says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Report, ReportKind, Words
from extract.lang.ar.item import Item
from extract.lang.ar.lexicon import Lexicon, Phrase, ReportVerb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word
from extract.record import Certainty

_LONGEST: Final = 4
_OPENING: Final = 30


class HedgeFinder:
    """Finds hedges and applies them to what is said after them."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker, lexicon: Lexicon) -> None:
        self.words = words
        self.maker = maker
        self.lexicon = lexicon

    def hedges(self, items: Sequence[Item]) -> list[Report]:
        """The hedges of a sentence, as reports without a speaker that reach to its end."""
        first, end = items[0].first, items[-1].last + 1
        return [
            Report(
                source=None,
                kind=ReportKind.SAYS,
                certainty=phrase.certainty,
                cue=self.maker.span(index, last),
                content=(self.words[index].start, self.words[end - 1].end),
                rule="ar.report.hedge",
            )
            for index, last, phrase in self._phrases(first, end)
            if phrase.certainty is not None
        ]

    def _phrases(self, first: int, end: int) -> Iterator[tuple[int, int, Phrase]]:
        index = first
        while index < end:
            for length in range(min(_LONGEST, end - index), 0, -1):
                key = " ".join(word.norm for word in self.words[index : index + length])
                phrase = self.lexicon.hedges.get(key)
                if phrase is not None:
                    yield index, index + length - 1, phrase
                    index += length - 1
                    break
            index += 1

    def lowered(
        self, told: int, content: tuple[int, int] | None, verb: ReportVerb
    ) -> tuple[Certainty, Words | None]:
        """The speaker's certainty and the hedge that says so, where one opens what is said.

        ``told`` is the end of the reporting verb: «قال “نحن على يقين بأن …”» too opens with one.
        """
        if content is None or verb.certainty is not Certainty.CERTAIN:
            return verb.certainty, None
        begin = min(max(told, content[0] - _OPENING), content[0])
        first_word, end = (
            bisect_left(self.words, at, key=lambda word: word.start)
            for at in (begin, content[0] + _OPENING)
        )
        for first, last, phrase in self._phrases(first_word, end):
            if phrase.certainty is not None:
                return phrase.certainty, self.maker.span(first, last)
        return verb.certainty, None

    @staticmethod
    def split(report: Report, hedges: Sequence[Report]) -> list[Report]:
        """Cut what is said at a hedge inside it: what follows the hedge is said less surely."""
        if report.kind is not ReportKind.SAYS or report.content is None or report.source is None:
            return [report]
        start, end = report.content
        for hedge in hedges:
            cue = hedge.cue
            if start + _OPENING <= cue.start and cue.end < end:
                sure = replace(report, content=(start, cue.start))
                unsure = replace(
                    report, content=(cue.start, end), certainty=hedge.certainty, cue=cue
                )
                return [sure, unsure]
        return [report]

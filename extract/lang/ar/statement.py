"""Statements about what was hit: «المواقع التي استهدفناها … كانت على ارتباط بـ…».

The act stands in a relative clause only; what the speaker asserts is said of its target.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import MentionKind, Report, ReportKind
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word

_BEING: Final = frozenset(("كان", "كانت", "كانوا", "ليس", "ليست", "هو", "هي", "يعود", "تعود"))
_THINGS: Final = (MentionKind.OBJECT, MentionKind.FACILITY, MentionKind.VICTIM)
_OPENERS: Final = (Kind.SUBORDINATOR, Kind.SIGN)


class StatementReader:
    """Tells what is said of the target of an act apart from what is said of the act."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def split(self, report: Report, items: Sequence[Item]) -> list[Report]:
        """The report, or the statement about a target and what else is said after it."""
        if report.kind is not ReportKind.SAYS or report.content is None or report.source is None:
            return [report]
        start, end = report.content
        first, last = (
            bisect_left(items, at, key=lambda item: self.words[item.first].start)
            for at in (start, end)
        )
        inside = list(items[first:last])
        while inside and inside[0].kind in _OPENERS:
            inside.pop(0)
        predicate = self._predicate(inside)
        if predicate is None:
            return [report]
        subject, being = self.words[inside[0].first], self.words[inside[predicate].first]
        clause_end = self.words[inside[predicate - 1].last].end
        last = max(at for at, item in enumerate(inside) if item.kind is not Kind.SIGN)
        said = self.maker.span(inside[0].first, inside[last].last)
        return [
            replace(report, content=(subject.start, clause_end), statement=said),
            replace(report, content=(being.start, end)),
        ]

    def _predicate(self, inside: Sequence[Item]) -> int | None:
        """The place of «كانت» after «شيء الذي فعلنا به …», when what is said begins so."""
        if len(inside) < 4 or inside[0].phrase is None or inside[1].kind is not Kind.RELATIVE:
            return None
        if inside[2].kind is not Kind.VERB:
            return None
        if self.maker.mention(inside[0].phrase).kind not in _THINGS:
            return None
        for place, item in enumerate(inside[3:], start=3):
            if self.words[item.first].norm in _BEING:
                return place
            if item.kind in (Kind.VERB, Kind.RELATIVE, Kind.SUBORDINATOR):
                return None
        return None

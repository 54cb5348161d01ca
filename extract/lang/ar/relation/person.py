"""Persons: names of people beside an office, with ranks and titles left off."""

from __future__ import annotations

from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.relation.line import Line
from extract.lang.ar.word import Word
from extract.record import TargetKind

_LONGEST: Final = 5
_CLOSING: Final = frozenset('»”"')
_OPENING: Final = frozenset('«“"„')


class Persons:
    """Reads names of people word by word."""

    def __init__(self, maker: MentionMaker) -> None:
        self.maker = maker

    def after(self, line: Line, at: int) -> Mention | None:
        """The name that begins at word ``at``, after ranks, a comma or a quotation mark."""
        first = self._skip_titles(line, at)
        titled = first > at
        known = self._known(line, first)
        if known is not None:
            return known
        last = first - 1
        while last + 1 < line.end and last - first + 1 < _LONGEST:
            if not self._goes_on(line, last + 1, opens=last < first):
                break
            last += 1
        if last < first or (last == first and not titled):
            return None
        return self._person(first, last)

    def before(self, line: Line, end: int) -> Mention | None:
        """The name whose last word stands just before word ``end``."""
        last = end - 1
        if line.text(last) in _CLOSING and line.text(last - 2) in _OPENING:
            last -= 3
        first = last + 1
        while first - 1 >= line.first and last - first + 1 < _LONGEST:
            if not self._goes_on(line, first - 1, opens=False):
                break
            first -= 1
        for start in range(max(line.first, end - _LONGEST), end):
            name = line.name_at(start)
            if name is not None and name.last == last and (known := self._known(line, start)):
                return known
        while first <= last and not self._goes_on(line, first, opens=True):
            first += 1
        return self._person(first, last) if last > first else None

    def _person(self, first: int, last: int) -> Mention:
        return Mention(
            self.maker.span(first, last), MentionKind.PERSON, target_kind=TargetKind.PERSON
        )

    def _known(self, line: Line, at: int) -> Mention | None:
        name = line.name_at(at)
        if name is None or not name.actors:
            return None
        mention = self.maker.mention_of_name(name)
        return mention if mention.kind is MentionKind.PERSON else None

    def _skip_titles(self, line: Line, at: int) -> int:
        while line.text(at) in _OPENING and line.text(at):
            at += 1
        while at < line.end and (
            (line.words[at].noun(NounClass.TITLE) is not None and line.words[at].has_article)
            or line.is_in("ranks", at)
        ):
            at += 1
        return at

    def _goes_on(self, line: Line, at: int, *, opens: bool) -> bool:
        word = line.words[at]
        if word.is_sign or word.is_number or word.proclitic or at in line.times:
            return False
        if line.is_in("given", at):
            return True
        if word.verbs or word.reports or word.nouns or word.tags:
            return False
        if self._is_adjective(word):
            return not opens and word.has_article and word.adjective is None
        return True

    def _is_adjective(self, word: Word) -> bool:
        return word.adjective is not None or self.maker.actors.demonym(word.norm) is not None

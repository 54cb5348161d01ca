"""Lines: one sentence seen word by word, with the noun phrases that end or begin at a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from extract.lang.ar.item import Item, Kind
from extract.lang.ar.name import NameMatch
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.relation.cue import Cue, CueTable, cues
from extract.lang.ar.word import Word

_OPENING: Final = frozenset("«“\"„‘'")
_CLOSING: Final = frozenset("»”\"’'")
_LONGEST: Final = 7
T = TypeVar("T", bound=Cue)


class Line:
    """A sentence: words ``first`` to ``end`` (exclusive) of the article."""

    def __init__(self, words: Sequence[Word], items: Sequence[Item]) -> None:
        self.words = words
        self.first = items[0].first
        self.end = items[-1].last + 1
        self.phrases = [item.phrase for item in items if item.phrase is not None]
        self.times = {at for i in items if i.kind is Kind.TIME for at in range(i.first, i.last + 1)}
        self._cover = {at: p for p in self.phrases for at in range(p.first, p.last + 1)}
        self.names = [name for phrase in self.phrases for name in phrase.names]
        self._names = {name.first: name for name in self.names}

    def norm(self, at: int) -> str:
        """The folded word, empty outside of the sentence."""
        return self.words[at].norm if self.first <= at < self.end else ""

    def text(self, at: int) -> str:
        """The word as written, empty outside of the sentence."""
        return self.words[at].text if self.first <= at < self.end else ""

    def covering(self, at: int) -> Phrase | None:
        """The noun phrase that word ``at`` stands in."""
        return self._cover.get(at)

    def name_at(self, at: int) -> NameMatch | None:
        """The known name that begins at word ``at``."""
        return self._names.get(at)

    def cue(self, table: CueTable[T], at: int) -> tuple[T, int] | None:
        """The longest cue of the table at word ``at``, with the first word after it."""
        best: tuple[T, int] | None = None
        if at < self.end and self.words[at].norm[0] not in table.letters:
            return None
        key = ""
        for index in range(at, min(at + _LONGEST, self.end)):
            if self.words[index].is_sign:
                break
            key += self.words[index].norm
            if len(key) > table.longest:
                break
            found = table.by_key.get(key)
            if found is not None:
                best = found, index + 1
        return best

    def plain(self, name: str, at: int) -> int | None:
        """The first word after a cue of this list at word ``at``."""
        found = self.cue(cues().plain[name], at)
        return found[1] if found is not None else None

    def is_in(self, name: str, at: int) -> bool:
        """Whether the one word ``at`` is a cue of this list."""
        return self.norm(at) in cues().plain[name].by_key

    def unquoted(self, at: int) -> int:
        """``at``, or the word after an opening quotation mark there."""
        return at + 1 if self.text(at) in _OPENING else at

    def part_before(self, end: int) -> Phrase | None:
        """The noun phrase whose last word stands just before word ``end``, cut there."""
        last = end - 1
        while self.text(last) and self.text(last) in _CLOSING:
            last -= 1
        phrase = self._cover.get(last)
        if phrase is None or last < self.first:
            return None
        return self.part(phrase, phrase.first, last)

    def part_from(self, at: int) -> Phrase | None:
        """The noun phrase that begins, or goes on, at word ``at``."""
        at = self.unquoted(at)
        phrase = self._cover.get(at)
        return self.part(phrase, at, phrase.last) if phrase is not None else None

    @staticmethod
    def part(phrase: Phrase, first: int, last: int) -> Phrase:
        """Words ``first`` to ``last`` of a phrase as a phrase of their own."""
        inside = first <= phrase.head <= last
        return Phrase(
            first,
            last,
            phrase.head if inside else first,
            phrase.numeral if inside and first == phrase.first else None,
            [name for name in phrase.names if first <= name.first and name.last <= last],
            placed=phrase.placed and inside,
        )

    def before_comma(self, at: int) -> int:
        """Where to look for what a relative, «وهو» or a comma before ``at`` goes back to.

        Returns the place just after that noun phrase; ``at`` itself when nothing stands between.
        """
        place = at - 1
        if self.is_in("pronouns", place):
            place -= 1
            if self.norm(place) == "و":
                place -= 1
        elif self.is_in("relatives", place):
            place -= 1
        if self.text(place) in ("،", ","):
            place -= 1
        return place + 1

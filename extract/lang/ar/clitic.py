"""Proclitics: where an Arabic word is cut into conjunction, preposition and stem."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final

from extract.fold import fold

ARTICLE: Final = "ال"
_CONJUNCTIONS: Final = "وف"
_PREPOSITIONS: Final = "بكل"
_HAMZATED: Final = "أإآ"
_SHORTEST_STEM: Final = 2
_STEM_AFTER_ARTICLE: Final = 4


@dataclass(frozen=True, slots=True)
class Clitics:
    """Cuts proclitics off words, guided by the words that the lexicons know.

    Attributes:
        known: Folded words that exist as they stand.
        keep: Folded words whose first letter belongs to the stem but looks like a proclitic.
        split: Folded words that are always cut.
    """

    known: Set[str]
    keep: Set[str]
    split: Set[str] = field(default_factory=frozenset)

    def cuts(self, plain: str) -> tuple[int, ...]:
        """Return the offsets in ``plain`` (hamzas kept, no marks) at which it is cut.

        ``والميليشيات`` gives ``(1,)``; ``وبالصواريخ`` gives ``(1, 2)``; ``وزارة`` gives ``()``.
        """
        word = fold(plain)
        if len(word) != len(plain):
            return ()
        cuts: list[int] = []
        if word[:1] in _CONJUNCTIONS and self._is_conjunction(word, plain):
            cuts.append(1)
        start = cuts[-1] if cuts else 0
        rest = word[start:]
        if rest[:1] in _PREPOSITIONS and self._is_preposition(rest):
            cuts.append(start + 1)
        return tuple(cuts)

    def _is_conjunction(self, word: str, plain: str) -> bool:
        rest = word[1:]
        if word in self.split:
            return True
        if word in self.keep or len(rest) < _SHORTEST_STEM:
            return False
        if plain[1] in _HAMZATED or rest.startswith(ARTICLE):
            return True
        if word in self.known:
            return False
        return word[0] == "و" or rest in self.known or self._prefixed(rest)

    def _is_preposition(self, word: str) -> bool:
        rest = word[1:]
        if word in self.keep or word in self.known or len(rest) < _SHORTEST_STEM:
            return False
        if rest.startswith(ARTICLE) and len(rest) >= _STEM_AFTER_ARTICLE:
            return True
        if word.startswith("لل") and len(word) >= _STEM_AFTER_ARTICLE:
            return True
        return rest in self.known

    def _prefixed(self, rest: str) -> bool:
        """Whether ``rest`` is itself a preposition with a known word."""
        return rest[:1] in _PREPOSITIONS and rest not in self.known and self._is_preposition(rest)

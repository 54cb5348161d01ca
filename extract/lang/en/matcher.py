"""Matching: the spans of an article whose words are those of a known name.

spaCy's phrase matcher does the same, but wants a parsed ``Doc`` for each of some thirty thousand
names at every start; here a name is a tuple of words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

_PLAIN: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_HYPHEN: Final = re.compile("(-)")


class NameMatcher:
    """Finds names in articles, word by word, in any letter case or only as they are written."""

    def __init__(self, nlp: Language, names: Iterable[str], *, cased: bool) -> None:
        """Take the names in; ``cased`` ones must stand in the text with the same capitals."""
        self._cased = cased
        self._names: set[tuple[str, ...]] = set()
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in names:
            words = tuple(word if cased else word.lower() for word in words_of(nlp, name))
            if words:
                self._names.add(words)
                lengths[words[0]].add(len(words))
        self._lengths = {first: sorted(found) for first, found in lengths.items()}

    def __call__(self, doc: Doc) -> list[Span]:
        """All names in ``doc``, also overlapping ones, by their place."""
        words = [token.text if self._cased else token.lower_ for token in doc]
        return [
            Span(doc, start, start + length)
            for start, word in enumerate(words)
            for length in self._lengths.get(word, ())
            if start + length <= len(words) and tuple(words[start : start + length]) in self._names
        ]


def words_of(nlp: Language, name: str) -> list[str]:
    """The words into which spaCy cuts a name.

    Words of plain letters, with or without hyphens, need no tokenizer unless it has a rule for
    them, as for "cannot".
    """
    words: list[str] = []
    rules = nlp.tokenizer.rules  # type: ignore[union-attr] # spaCy's own tokenizer, not a callable
    for word in name.split(" "):
        if not _PLAIN.fullmatch(word) or word in rules:
            return [token.text for token in nlp.make_doc(name)]
        words += _HYPHEN.split(word)
    return words

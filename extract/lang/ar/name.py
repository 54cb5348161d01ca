"""Names: known places, facilities and actors in the text, found word by word in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.actors.actor import Name as ActorName
from extract.actors.base import ActorBase
from extract.fold import fold
from extract.gazetteer import Entry, Gazetteer
from extract.lang.ar.clitic import ARTICLE
from extract.lang.ar.tokenizer import ArabicTokenizer

SPANS: Final = "names"
_CLITIC_LETTERS: Final = "وفبكل"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name at words ``first`` to ``last`` (inclusive) with everything that bears it."""

    first: int
    last: int
    places: tuple[Entry, ...]
    actors: tuple[ActorName, ...]

    @property
    def certain_place(self) -> bool:
        """Whether the name alone is enough to mean a place."""
        return bool(self.places) and not self.places[0].needs_context

    @property
    def certain_actor(self) -> bool:
        """Whether the name alone is enough to mean an actor."""
        return bool(self.actors) and not self.actors[0].ambiguous


def name_words(gazetteer: Gazetteer, actors: ActorBase, known: frozenset[str]) -> frozenset[str]:
    """Words of known names that the tokenizer must not take apart."""
    words: set[str] = set()
    names = [fold(text).split() for text in _texts(gazetteer, actors)]
    single = {name[0] for name in names if len(name) == 1}
    for name in names:
        for word in name:
            inner = word[1:]
            looks_cut = word[:1] in _CLITIC_LETTERS and (
                inner.startswith(ARTICLE)
                or word.startswith("لل")
                or inner in known
                or (inner in single and word not in single)
            )
            if not looks_cut:
                words.add(word)
    return frozenset(words)


def _texts(gazetteer: Gazetteer, actors: ActorBase) -> Iterator[str]:
    for text, _ in gazetteer.names("ar"):
        yield text
    for name in actors.names("ar"):
        yield name.text


class NameFinder:
    """A spaCy component that marks known names in ``doc.spans["names"]``, longest first.

    Names are compared by the folded forms of their words. spaCy's phrase matcher would do the same,
    but wants a ``Doc`` for each of some twenty thousand names at every start.
    """

    def __init__(self, tokenizer: ArabicTokenizer, gazetteer: Gazetteer, actors: ActorBase) -> None:
        self._places: dict[str, tuple[Entry, ...]] = {}
        self._actors: dict[str, tuple[ActorName, ...]] = {}
        self._names: set[tuple[str, ...]] = set()
        lengths: dict[str, set[int]] = defaultdict(set)
        for text in dict.fromkeys(_texts(gazetteer, actors)):
            norms = tuple(tokenizer.norms(text))
            key = " ".join(norms)
            folded = fold(text)
            places, readings = gazetteer.lookup(folded), actors.readings(folded)
            if places:
                self._places[key] = places
            if readings:
                self._actors[key] = readings
            if len(key) > 1:
                self._names.add(norms)
                lengths[norms[0]].add(len(norms))
        self._lengths = dict(lengths)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of ``doc``."""
        norms = [token.norm_ for token in doc]
        doc.spans[SPANS] = filter_spans(
            [
                Span(doc, first, first + length, label=SPANS)
                for first, norm in enumerate(norms)
                for length in self._lengths.get(norm, ())
                if first + length <= len(norms)
                and tuple(norms[first : first + length]) in self._names
            ]
        )
        return doc

    def matches(self, doc: Doc, index_at: dict[int, int]) -> list[NameMatch]:
        """The marked names by word index. ``index_at`` maps token offsets to words."""
        found: list[NameMatch] = []
        for span in doc.spans[SPANS]:
            key = " ".join(token.norm_ for token in span)
            first, last = index_at.get(span[0].idx), index_at.get(span[-1].idx)
            if first is None or last is None:
                continue
            found.append(
                NameMatch(first, last, self._places.get(key, ()), self._actors.get(key, ()))
            )
        return found


def by_first(matches: Iterable[NameMatch]) -> dict[int, NameMatch]:
    """Names by their first word."""
    return {match.first: match for match in matches}

"""Drafts of predications, and the verbs of the lexicon that begin them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from extract.analysis import Predication
from extract.lang.en.article import Article
from extract.lang.en.lexicon import Lexicon, TriggerRow

_VERB_PARTS = frozenset(
    {"prt", "advmod", "acomp", "oprd", "dobj", "prep", "ccomp", "xcomp", "pobj", "amod"}
)


@dataclass(slots=True)
class Draft:
    """A predication being made, with the token that heads it."""

    predication: Predication
    head: Token
    row: TriggerRow
    tokens: set[int] = field(default_factory=set)


class VerbTriggers:
    """Verbs of the lexicon by their first word, longest first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], TriggerRow]]] = {}
        for row in lexicon.triggers.triggers:
            if row.pos == "verb":
                for word in row.words:
                    parts = tuple(word.split())
                    self._rows.setdefault(parts[0], []).append((parts, row))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))

    def at(self, verb: Token) -> Iterator[tuple[set[int], TriggerRow]]:
        """The rows whose words the verb and its parts are, longest first."""
        for parts, row in self._rows.get(verb.norm_, ()):
            tokens = match_parts(verb, parts)
            if tokens is not None:
                yield tokens, row


def by_sentence(article: Article, drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """The drafts of each sentence, in the order of the text."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: d.head.i):
        found.setdefault(article.sentence_of(draft.head.idx), []).append(draft)
    return found


def match_parts(verb: Token, parts: tuple[str, ...]) -> set[int] | None:
    """The tokens of a verb of several words: side by side, or among the verb's dependants."""
    if len(parts) == 1:
        return {verb.i}
    doc = verb.doc
    if verb.i + len(parts) <= len(doc):
        following = doc[verb.i : verb.i + len(parts)]
        if all(t.norm_ == p or t.lower_ == p for t, p in zip(following, parts, strict=True)):
            return {t.i for t in following}
    found = {verb.i}
    for part in parts[1:]:
        match = next(
            (
                t
                for t in _near(verb)
                if (t.norm_ == part or t.lower_ == part) and t.i > verb.i and t.i not in found
            ),
            None,
        )
        if match is None:
            return None
        found.add(match.i)
    return found


def _near(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in _VERB_PARTS:
            yield child
            for grandchild in child.children:
                if grandchild.dep_ in _VERB_PARTS:
                    yield grandchild

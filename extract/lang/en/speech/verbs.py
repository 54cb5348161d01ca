"""Reporting verbs of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract.lang.en.event import match_parts
from extract.lang.en.lexicon import Lexicon
from extract.lang.en.lexicon.schema import ReportRow


class ReportVerbs:
    """Reporting verbs by their first word, longest first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], ReportRow]]] = {}
        for row in lexicon.reporting.verbs:
            for word in row.words:
                parts = tuple(word.split())
                self._rows.setdefault(parts[0], []).append((parts, row))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))

    def at(self, verb: Token) -> Iterator[tuple[set[int], str, ReportRow]]:
        """The rows that the verb fits, longest first, with their tokens and citation form."""
        for parts, row in self._rows.get(verb.norm_, ()):
            tokens = match_parts(verb, parts)
            if tokens is not None:
                yield tokens, " ".join(parts), row

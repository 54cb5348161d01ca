"""The stretches of a document on which claims rest."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, XSD, Literal, URIRef

from extract.record import Record
from extract.span import Span
from graph.error import MappingError
from graph.mapping import mint
from graph.mapping.names import OA, Triple
from ontology.namespace import CEV


class Evidence:
    """Collects the mentions of one document."""

    def __init__(self, record: Record) -> None:
        """Start without mentions."""
        self._record = record
        self._texts: dict[URIRef, set[tuple[int, int, str]]] = {}

    def mention(self, span: Span) -> URIRef:
        """Return the IRI of a stretch, noting it down."""
        iri = mint.mention(self._record.key, span)
        self._texts.setdefault(iri, set()).add((span.start, span.end, span.text))
        return iri

    def sentence(self, number: int) -> URIRef:
        """Return the IRI of the n-th sentence, noting it down.

        Raises:
            MappingError: The record has no such sentence.
        """
        return self.mention(self.sentence_span(number))

    def sentence_span(self, number: int) -> Span:
        """Return the n-th sentence.

        Raises:
            MappingError: The record has no such sentence.
        """
        if number >= len(self._record.sentences):
            raise MappingError(
                f"article {self._record.id}: sentence {number} is named, but there are only "
                f"{len(self._record.sentences)}; extract it again"
            )
        return self._record.sentences[number]

    def find(self, words: str, sentence: int) -> Span | None:
        """Return where ``words`` stand in the n-th sentence, if they do."""
        whole = self.sentence_span(sentence)
        offset = whole.text.find(words)
        if offset < 0 or not words:
            return None
        start = whole.start + offset
        return Span(text=words, start=start, end=start + len(words))

    def triples(self) -> Iterator[Triple]:
        """Describe every mention noted down."""
        document = mint.document(self._record.key)
        for iri, texts in self._texts.items():
            yield iri, RDF.type, CEV.Mention
            yield iri, OA.hasSource, document
            for start, end, text in texts:
                yield iri, CEV.start, Literal(start, datatype=XSD.integer)
                yield iri, CEV.end, Literal(end, datatype=XSD.integer)
                yield iri, CEV.exact, Literal(text)

"""Propositions: what claims are about. They assert nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import RDF, Literal, URIRef

from extract.span import Found
from graph.mapping import mint
from graph.mapping.names import Triple
from ontology.namespace import CEV

Pair = tuple[URIRef, URIRef | Literal]


@dataclass(frozen=True)
class Proposition:
    """A proposition; equal content is one node, whoever claims it.

    Attributes:
        kind: Its class.
        content: Property and value pairs, without order.
    """

    kind: URIRef
    content: frozenset[Pair]

    @cached_property
    def iri(self) -> URIRef:
        """Identity: a hash over class and content."""
        lines = sorted(f"{name.n3()} {value.n3()}" for name, value in self.content)
        content = "\n".join([self.kind.n3(), *lines])
        return URIRef(f"{mint.ID}prop/{mint.digest(content)}")

    def value(self, name: URIRef) -> URIRef | Literal | None:
        """Return the value of a property, or none."""
        return next((value for each, value in self.content if each == name), None)

    def triples(self) -> Iterator[Triple]:
        """Describe the node."""
        yield self.iri, RDF.type, self.kind
        yield from ((self.iri, name, value) for name, value in self.content)


def about(event: URIRef, kind: URIRef, *pairs: Pair | None) -> Proposition:
    """Return a proposition about an event; pairs that are ``None`` are left out."""
    given = [pair for pair in pairs if pair is not None]
    return Proposition(kind, frozenset([(CEV.about, event), *given]))


@dataclass(frozen=True)
class Fact:
    """A proposition as one article puts it.

    Attributes:
        path: Where it stands in the event of the record, such as ``perpetrators/0``.
        proposition: What it says.
        found: Its words, sentence and rule.
    """

    path: str
    proposition: Proposition
    found: Found

"""Names of terms and graphs as Oxigraph nodes, and the data of the ``ontology`` package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, XSD, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from ontology import files, graphs
from ontology.namespace import CEV

DOCUMENT: Final = "https://w3id.org/conflict-event/id/doc/"
DCT: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

ONTOLOGY: Final = ox.NamedNode(graphs.ONTOLOGY)
CODES: Final = ox.NamedNode(graphs.CODES)
GAZETTEER: Final = ox.NamedNode(graphs.GAZETTEER)
PROPOSITIONS: Final = ox.NamedNode(graphs.PROPOSITIONS)
LINKS: Final = ox.NamedNode(graphs.LINKS)
RUNS: Final = ox.NamedNode(graphs.RUNS)

Quad = tuple[Node, Node, Node, URIRef]
"""Subject, predicate, object and graph as rdflib's terms."""

_TEXTS: Final = frozenset({ox.NamedNode(XSD.string), ox.NamedNode(RDF.langString)})


class V:
    """Terms that the store itself reads."""

    # ruff: noqa: N815 - attributes bear the names of the terms
    type: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    Actor: Final = ox.NamedNode(CEV.Actor)
    Claim: Final = ox.NamedNode(CEV.Claim)
    DerivationPolicy: Final = ox.NamedNode(CEV.DerivationPolicy)
    DerivedFact: Final = ox.NamedNode(CEV.DerivedFact)
    Document: Final = ox.NamedNode(CEV.Document)
    Event: Final = ox.NamedNode(CEV.Event)
    EventLink: Final = ox.NamedNode(CEV.EventLink)
    Place: Final = ox.NamedNode(CEV.Place)
    about: Final = ox.NamedNode(CEV.about)
    actorType: Final = ox.NamedNode(CEV.actorType)
    derivedBy: Final = ox.NamedNode(CEV.derivedBy)
    derivedEvent: Final = ox.NamedNode(CEV.derivedEvent)
    derivedPerpetrator: Final = ox.NamedNode(CEV.derivedPerpetrator)
    digest: Final = ox.NamedNode(CEV.inputDigest)
    linkedEvent: Final = ox.NamedNode(CEV.linkedEvent)
    perpetrator: Final = ox.NamedNode(CEV.perpetrator)
    policyRule: Final = ox.NamedNode(CEV.policyRule)
    proposition: Final = ox.NamedNode(CEV.proposition)
    reportedIn: Final = ox.NamedNode(CEV.reportedIn)
    restsOn: Final = ox.NamedNode(CEV.restsOn)
    restsOnLink: Final = ox.NamedNode(CEV.restsOnLink)
    body: Final = ox.NamedNode("http://www.w3.org/ns/oa#hasBody")
    label: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    prefLabel: Final = ox.NamedNode(SKOS + "prefLabel")
    altLabel: Final = ox.NamedNode(SKOS + "altLabel")
    kind: Final = ox.NamedNode(DCT + "type")
    identifier: Final = ox.NamedNode(DCT + "identifier")
    publisher: Final = ox.NamedNode(DCT + "publisher")
    url: Final = ox.NamedNode("http://schema.org/url")
    generated: Final = ox.NamedNode(PROV + "wasGeneratedBy")
    associated: Final = ox.NamedNode(PROV + "wasAssociatedWith")


def document_graph(key: str) -> ox.NamedNode:
    """Return the name of the graph with the events, claims and mentions of one document."""
    return ox.NamedNode(graphs.document(key))


def derived_graph(policy: str) -> ox.NamedNode:
    """Return the name of the graph with the conclusions of one policy."""
    return ox.NamedNode(graphs.derived(policy))


def quads(dataset: Dataset) -> list[ox.Quad]:
    """Return the quads of an rdflib dataset as Oxigraph stores them, literals in canonical form.

    Raises:
        ValueError: A node is blank or an IRI is none; the mapping makes no such nodes.
    """
    return as_stored(exact((s, p, o, URIRef(str(g))) for s, p, o, g in dataset.quads()))


def exact(given: Iterable[Quad]) -> list[ox.Quad]:
    """Return quads of rdflib's terms as pyoxigraph has them, each once, literals as written.

    Raises:
        ValueError: A node is blank or an IRI is none.
    """
    made = (ox.Quad(node(s), node(p), term(o), node(g)) for s, p, o, g in given)
    return list(dict.fromkeys(made))


def as_stored(given: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return quads as Oxigraph stores them: numbers and days in their canonical form."""
    made = (
        ox.Quad(q.subject, q.predicate, _stored(q.object), q.graph_name)
        if isinstance(q.object, ox.Literal) and q.object.datatype not in _TEXTS
        else q
        for q in given
    )
    return list(dict.fromkeys(made))


@lru_cache(maxsize=1 << 16)
def _stored(literal: ox.Literal) -> ox.Literal:
    """A literal as Oxigraph gives it back: by asking Oxigraph."""
    memory = ox.Store()
    memory.add(ox.Quad(V.type, V.type, literal))
    kept = next(iter(memory)).object
    assert isinstance(kept, ox.Literal)
    return kept


def node(term: object) -> ox.NamedNode:
    """Return an IRI as pyoxigraph has it.

    Raises:
        ValueError: It is blank or a literal.
    """
    if isinstance(term, URIRef):
        return ox.NamedNode(term)
    raise ValueError(f"not an IRI: {term!r}")


def term(term: Node) -> ox.NamedNode | ox.Literal:
    """Return an IRI or a literal as pyoxigraph has it, the literal as it is written."""
    if not isinstance(term, Literal):
        return node(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(term.datatype or XSD.string))


@cache
def reference_quads() -> tuple[ox.Quad, ...]:
    """Ontology and code lists as the package has them, in their graphs.

    Blank nodes (class axioms) get canonical names, so that every store has the same.
    """
    dataset = ox.Dataset(_parsed())
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return tuple(dataset)


def _parsed() -> Iterator[ox.Quad]:
    rooms: tuple[tuple[ox.NamedNode, Graph], ...] = (
        (ONTOLOGY, files.terms()),
        (CODES, files.codes()),
    )
    for graph, triples in rooms:
        text = triples.serialize(format="nt", encoding="utf-8")
        for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)

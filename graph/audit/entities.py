"""Entities and propositions: what documents share, and only as long as one of them needs it."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import Literal, URIRef

from graph.audit.description import is_described
from graph.audit.finding import REBUILD, Finding
from graph.database import Database
from graph.mapping import mint
from graph.mapping.proposition import Proposition
from graph.store import Store
from graph.vocabulary import GAZETTEER, PROPOSITIONS, V


def findings(store: Store) -> Iterator[Finding]:
    """Descriptions that nobody needs, that name what nobody describes, or that were changed."""
    for node in subjects(store.database, GAZETTEER):
        if not _is_needed(store.database, node):
            yield Finding("entities", f"no document names {node.value}", REBUILD)
        for other in _lacking(store.database, node):
            what = f"{node.value} names {other.value}, which is not described"
            yield Finding("entities", what, REBUILD)
    for node in subjects(store.database, PROPOSITIONS):
        if _name(store.database, node) != node.value:
            what = f"the content of {node.value} is not what its name was made from"
            yield Finding("propositions", what, REBUILD)


def subjects(database: Database, graph: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """Everything that a graph describes, once as long as its statements stand together."""
    last = None
    for quad in database.quads_for_pattern(None, None, None, graph):
        if quad.subject != last and isinstance(quad.subject, ox.NamedNode):
            last = quad.subject
            yield last


def _is_needed(database: Database, node: ox.NamedNode) -> bool:
    """Whether a document names an entity, or the description of one that is needed does."""
    known = {node}
    queue = [node]
    while queue:
        one = queue.pop()
        if next(iter(database.quads_for_pattern(None, V.body, one, None)), None) is not None:
            return True
        for quad in database.quads_for_pattern(None, None, one, GAZETTEER):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject not in known:
                known.add(quad.subject)
                queue.append(quad.subject)
    return False


def _lacking(database: Database, node: ox.NamedNode) -> Iterator[ox.NamedNode]:
    ours = tuple(f"{mint.ID}{kind}/" for kind in ("actor", "place"))
    for quad in database.quads_for_pattern(node, None, None, GAZETTEER):
        other = quad.object
        if not (isinstance(other, ox.NamedNode) and other.value.startswith(ours)):
            continue
        if not is_described(database, other, GAZETTEER):
            yield other


def _name(database: Database, node: ox.NamedNode) -> str:
    """The name that a proposition gets for what it says, see ``graph.mapping.proposition``."""
    kind, content = URIRef(""), set()
    for quad in database.quads_for_pattern(node, None, None, PROPOSITIONS):
        if quad.predicate == V.type and isinstance(quad.object, ox.NamedNode):
            kind = URIRef(quad.object.value)
        else:
            content.add((URIRef(quad.predicate.value), _term(quad.object)))
    return str(Proposition(kind, frozenset(content)).iri)


def _term(term: object) -> URIRef | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    assert isinstance(term, ox.Literal)  # propositions have no blank nodes
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value))

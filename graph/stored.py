"""The documents of a store: what it knows of each, and how they are found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import URIRef

from graph.address import address
from graph.database import Database, foresee
from graph.vocabulary import DOCUMENT, GAZETTEER, PROPOSITIONS, V, document_graph

_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """What the store knows of one document.

    Attributes:
        key: Identity of the document, 16 hex digits.
        id: Name of the article inside its source.
        url: Address, if known.
        digest: Of the input and of the software that read it; equal means up to date.
    """

    key: str
    id: str
    url: str | None
    digest: str


def is_key(text: str) -> bool:
    """Whether a text can be the key of a document."""
    return _KEY.fullmatch(text) is not None


def every(database: Database) -> list[Stored]:
    """Return what is known of every loaded document, sorted by key."""
    digests = list(database.quads_for_pattern(None, V.digest, None))
    foresee(database, (quad.subject for quad in digests))
    return sorted(_stored(database, quad) for quad in digests)


def one(database: Database, key: str) -> Stored | None:
    """Return what is known of the document with this key, or none."""
    if not is_key(key):
        return None
    node = ox.NamedNode(DOCUMENT + key)
    found = database.quads_for_pattern(node, V.digest, None, document_graph(key))
    return next((_stored(database, quad) for quad in found), None)


def named(database: Database, name: str) -> list[str]:
    """Return the keys of the loaded documents with this key, id or URL, sorted."""
    keys = {name} if _is_there(database, name) else set()
    url = address(name)
    iri = ox.NamedNode(url) if isinstance(url, URIRef) else ox.Literal(url)
    for predicate, value in ((V.identifier, ox.Literal(name)), (V.url, iri)):
        keys |= {_local(q.subject) for q in database.quads_for_pattern(None, predicate, value)}
    return sorted(keys)


def _is_there(database: Database, name: str) -> bool:
    """Whether there is anything of a document, be it a damaged one."""
    if not is_key(name):
        return False
    graph = document_graph(name)
    return next(iter(database.quads_for_pattern(None, None, None, graph)), None) is not None


def namesakes(database: Database, key: str) -> list[str]:
    """Return the keys of other documents with the URL, or the id and publisher, of this one."""
    node = ox.NamedNode(DOCUMENT + key)
    says = list(database.quads_for_pattern(node, None, None, document_graph(key)))
    publishers = {quad.object for quad in says if quad.predicate == V.publisher}
    found: set[str] = set()
    for quad in says:
        if quad.predicate in {V.url, V.identifier}:
            for other in database.quads_for_pattern(None, quad.predicate, quad.object):
                if quad.predicate == V.url or _is_by(database, other, publishers):
                    found.add(_local(other.subject))
    return sorted(found - {key})


def content(database: Database, key: str) -> list[ox.Quad]:
    """Return all data of a document: its graph, and what that reaches of what documents share."""
    found = list(database.quads_for_pattern(None, None, None, document_graph(key)))
    reached: set[ox.NamedNode] = set()
    fresh = _named_objects(found)
    while fresh:
        reached |= fresh
        foresee(database, fresh)
        more = [quad for node in fresh for quad in _shared(database, node)]
        found += more
        fresh = _named_objects(more) - reached
    return found


def _named_objects(quads: Iterable[ox.Quad]) -> set[ox.NamedNode]:
    return {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}


def _shared(database: Database, node: ox.NamedNode) -> Iterator[ox.Quad]:
    for graph in (PROPOSITIONS, GAZETTEER):
        yield from database.quads_for_pattern(node, None, None, graph)


def _is_by(database: Database, document: ox.Quad, publishers: Collection[object]) -> bool:
    says = database.quads_for_pattern(document.subject, V.publisher, None, document.graph_name)
    return any(quad.object in publishers for quad in says)


def _stored(database: Database, digest: ox.Quad) -> Stored:
    facts = list(database.quads_for_pattern(digest.subject, None, None, digest.graph_name))
    return Stored(
        key=_local(digest.subject),
        id=_value(facts, V.identifier) or "",
        url=_value(facts, V.url),
        digest=_value([digest], V.digest) or "",
    )


def _local(term: object) -> str:
    assert isinstance(term, ox.NamedNode)  # documents are always named
    return term.value.rpartition("/")[2]


def _value(quads: list[ox.Quad], predicate: ox.NamedNode) -> str | None:
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.object, ox.NamedNode | ox.Literal):
            return quad.object.value
    return None

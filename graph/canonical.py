"""Canonical forms of a set of quads: the same set gives the same bytes, whatever its order."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ontology.namespace import PREFIXES


def line(quad: ox.Quad) -> str:
    """Return the one line that canonical N-Quads have for a quad, with its line feed."""
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else f" {quad.graph_name}"
    return f"{quad.subject} {quad.predicate} {quad.object}{graph} .\n"


def nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Return canonical N-Quads: one line a quad, sorted by code point, none twice."""
    return "".join(sorted({line(quad) for quad in quads})).encode("utf-8")


def trig(quads: Iterable[ox.Quad]) -> bytes:
    """Return TriG with the prefixes of the field, graph after graph, subjects sorted."""
    return _serialized(quads, ox.RdfFormat.TRIG)


def turtle(quads: Iterable[ox.Quad]) -> bytes:
    """Return Turtle of all graphs as one; the names of the graphs are lost."""
    triples = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    return _serialized(triples, ox.RdfFormat.TURTLE)


def _serialized(quads: Iterable[ox.Quad], form: ox.RdfFormat) -> bytes:
    ordered = sorted(
        set(quads),
        key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)),
    )
    written = ox.serialize(ordered, format=form, prefixes=dict(PREFIXES))
    assert written is not None  # no output was given, so the bytes come back
    return written

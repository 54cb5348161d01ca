"""The ontology's own files, read from the package: terms, code lists, shapes, examples."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOT = files("ontology")


def listing(folder: str, suffix: str) -> list[Traversable]:
    """Files of a folder of this package whose name ends in ``suffix``, sorted by name."""
    found = (f for f in ROOT.joinpath(folder).iterdir() if f.name.endswith(suffix))
    return sorted(found, key=lambda f: f.name)


def turtle(sources: list[Traversable]) -> Graph:
    """One graph of all the Turtle files given."""
    graph = Graph()
    for source in sources:
        graph.parse(data=source.read_text(encoding="utf-8"), format="turtle")
    return graph


@cache
def terms() -> Graph:
    """The OWL ontology: classes, properties, axioms. Shared: do not write into it."""
    return turtle([ROOT.joinpath("conflict.ttl")])


@cache
def codes() -> Graph:
    """All SKOS code lists, with the external concepts they match. Shared: do not write into it."""
    return turtle(listing("codes", ".ttl"))


@cache
def shapes() -> Graph:
    """All SHACL shapes. They validate one document's data, flattened into one graph.

    Shared: do not write into it.
    """
    return turtle(listing("shapes", ".ttl"))


@cache
def example() -> Dataset:
    """A small dataset in the named graphs of the store; every named question has answers in it.

    Shared: do not write into it.
    """
    return dataset(ROOT.joinpath("examples", "example.trig").read_bytes())


def dataset(trig: bytes) -> Dataset:
    """A dataset of named graphs, from TriG.

    Oxigraph parses it: many times faster, and rdflib's own dataset parser warns of itself.
    """
    quads = list(ox.parse(trig, format=ox.RdfFormat.TRIG))
    loaded = Dataset()
    for name in sorted({quad.graph_name.value for quad in quads}):
        triples = [quad.triple for quad in quads if quad.graph_name.value == name]
        lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
        loaded.graph(URIRef(name)).parse(data=lines, format="nt")
    return loaded

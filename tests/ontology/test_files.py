"""Every file of the ontology is read alike by two independent parsers."""

from __future__ import annotations

from importlib.resources.abc import Traversable

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from rdflib.plugins.sparql import prepareQuery

from ontology import files

TURTLE = [
    files.ROOT.joinpath("conflict.ttl"),
    *files.listing("codes", ".ttl"),
    *files.listing("shapes", ".ttl"),
    *files.listing("examples/valid", ".ttl"),
    *files.listing("examples/invalid", ".ttl"),
]
SPARQL = [
    *files.listing("queries", ".rq"),
    *files.listing("checks", ".rq"),
    *files.listing("policies", ".rq"),
]


def test_all_files_are_collected() -> None:
    assert len(files.listing("codes", ".ttl")) == 22
    assert len(files.listing("shapes", ".ttl")) == 30
    assert len(files.listing("queries", ".rq")) == 39
    assert len(files.listing("checks", ".rq")) == 20
    assert len(files.listing("policies", ".rq")) == 3
    assert len(TURTLE) > 300


@pytest.mark.parametrize("file", TURTLE, ids=lambda f: f.name)
def test_turtle_means_the_same_to_both_parsers(file: Traversable) -> None:
    source = file.read_bytes()
    triples = list(ox.parse(source, format=ox.RdfFormat.TURTLE))
    again = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert again is not None
    one = Graph().parse(data=source, format="turtle")
    other = Graph().parse(data=again, format="nt")
    assert len(one) == len(triples) > 0
    assert isomorphic(one, other)


# rdflib warns of its own inner use of names that it has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_trig_means_the_same_to_both_parsers() -> None:
    source = files.ROOT.joinpath("examples", "example.trig").read_bytes()
    other = Dataset()
    other.parse(data=source, format="trig")
    assert set(files.example().quads()) == set(other.quads())
    assert len(set(other.quads())) > 1000


def rows(store: ox.Store, text: str) -> list[object]:
    answer = store.query(text)
    assert isinstance(answer, ox.QuerySolutions | ox.QueryTriples)
    return list(answer)


@pytest.mark.parametrize("file", SPARQL, ids=lambda f: f.name)
def test_sparql_is_valid_to_both_parsers(file: Traversable) -> None:
    text = file.read_text(encoding="utf-8")
    prepareQuery(text)
    assert rows(ox.Store(), text) == []


@pytest.mark.parametrize("file", SPARQL, ids=lambda f: f.name)
def test_queries_name_their_graphs(file: Traversable) -> None:
    text = file.read_text(encoding="utf-8")
    store = ox.Store()
    store.load(
        files.ROOT.joinpath("examples", "example.trig").read_bytes(), format=ox.RdfFormat.TRIG
    )
    outside = ox.Store()
    outside.extend(ox.Quad(q.subject, q.predicate, q.object) for q in store)
    assert rows(outside, text) == [], "answers from the default graph"
